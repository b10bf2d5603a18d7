package org.signalbox.work;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.signalbox.admin.Faults;
import org.signalbox.admin.Wording;
import org.signalbox.hal.Refusal;

/**
 * Says what the rules refused beside the fields of a form, in the viewer's language. What a rule
 * says that is not known here is shown as the rule says it.
 */
record RuleWords(List<Field> fields, Wording wording) {

    /** What rules say, by its end: numbers in it are arguments of the text. */
    private record Rule(Pattern words, String key) {
        static Rule of(String words, String key) {
            return new Rule(Pattern.compile(".*\\b" + words + "\\."), key);
        }
    }

    private static final List<Rule> RULES =
            List.of(
                    Rule.of("can't be blank", "fault.blank"),
                    Rule.of("need to be assigned", "fault.no_role"),
                    Rule.of("has already been taken", "fault.taken"),
                    Rule.of("is already assigned", "fault.member"),
                    Rule.of("is too long \\(maximum is (\\d+) characters\\)", "fault.too_long"),
                    Rule.of("is too short \\(minimum is (\\d+) characters\\)", "fault.too_short"),
                    Rule.of("is too long \\(maximum is (\\d+) bytes\\)", "fault.too_many_bytes"),
                    Rule.of("must be greater than (\\d+)", "fault.more_than"),
                    Rule.of("must be less than or equal to (\\d+)", "fault.at_most"),
                    Rule.of("must be between (\\d+) and (\\d+)", "fault.between"),
                    Rule.of("must be greater than or equal to the start date", "fault.order"),
                    Rule.of("is invalid: only lower-case letters.*", "fault.identifier"),
                    Rule.of("is invalid", "fault.invalid"),
                    Rule.of("is not set to one of the allowed values", "fault.invalid"),
                    Rule.of("is reserved", "fault.invalid"),
                    Rule.of("is out of range", "fault.range"),
                    Rule.of("At least one active administrator has to be left", "fault.last_admin"),
                    Rule.of("Current password is wrong", "fault.password"),
                    Rule.of("Only administrators can .*", "fault.administrators"));

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
                        new Faults.Fault(invalid.attribute(), null, "form", said(invalid.words())));
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
        return said(invalid.words());
    }

    /** The rule's words in the viewer's language. */
    String said(String words) {
        for (Rule rule : RULES) {
            Matcher found = rule.words().matcher(words);
            if (found.matches()) {
                Object[] numbers = new Object[found.groupCount()];
                for (int i = 0; i < numbers.length; i++) {
                    numbers[i] = Long.valueOf(found.group(i + 1));
                }
                return wording.say(rule.key(), numbers);
            }
        }
        return words;
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
