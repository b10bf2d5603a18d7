package org.signalbox.work;

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
        List<Faults.Control> controls =
                fields.stream()
                        .map(field -> new Faults.Control(field.name(), field.label(), field.name()))
                        .toList();
        return Faults.of(refusal, controls, this::words, wording);
    }

    private String words(Refusal.Invalid invalid) {
        return fields.stream()
                .filter(field -> field.name().equals(invalid.attribute()))
                .findFirst()
                .map(field -> words(invalid, field))
                .orElseGet(() -> wording.ruled(invalid.words()));
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
}
