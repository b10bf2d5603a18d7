package org.signalbox.work;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.signalbox.admin.Faults;
import org.signalbox.admin.Wording;
import org.signalbox.hal.Refusal;

/**
 * Says what the rules refused beside the fields of a form, in the viewer's language. What a rule
 * says that is not known here is shown as the rule says it.
 */
record RuleWords(List<Field> fields, Wording wording) {

    /** What has to be corrected, in the order of the fields. */
    Faults of(Refusal refusal) {
        List<Faults.Fault> faults = new ArrayList<>();
        add(faults, refusal);
        faults.sort(Comparator.comparingInt(fault -> position(fault.field())));
        return new Faults(List.copyOf(faults), wording.say("form.corrections", faults.size()));
    }

    private void add(List<Faults.Fault> faults, Refusal refusal) {
        switch (refusal) {
            case Refusal.Several several -> several.parts().forEach(part -> add(faults, part));
            case Refusal.Invalid invalid -> faults.add(fault(invalid));
            default -> throw refusal;
        }
    }

    private Faults.Fault fault(Refusal.Invalid invalid) {
        return fields.stream()
                .filter(field -> field.name().equals(invalid.attribute()))
                .findFirst()
                .map(field ->
                        new Faults.Fault(
                                field.name(), field.label(), field.name(), words(invalid, field)))
                .orElseGet(() ->
                        new Faults.Fault(
                                invalid.attribute(), null, "form", wording.ruled(invalid.words())));
    }

    private String words(Refusal.Invalid invalid, Field field) {
        if (invalid.kind() == Refusal.Kind.FORMAT) {
            return switch (field.kind()) {
                case DATE -> wording.say("fault.format.date");
                case HOURS -> wording.say("fault.format.hours");
                case NUMBER -> wording.say("fault.format.number");
                default -> wording.say("fault.invalid");
            };
        }
        return wording.ruled(invalid.words());
    }

    private int position(String attribute) {
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).name().equals(attribute)) {
                return i;
            }
        }
        return fields.size();
    }
}
