package org.signalbox.work;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.signalbox.admin.Wording;
import org.springframework.util.MultiValueMap;

/** Where two do not agree, by what stands in the fields of a form. */
final class Differences {
    private Differences() {}

    static List<Sheet.Difference> of(
            List<Field> fields,
            MultiValueMap<String, String> yours,
            MultiValueMap<String, String> now,
            Wording wording) {
        List<Sheet.Difference> differences = new ArrayList<>();
        for (Field field : fields) {
            String mine = words(field, yours, wording);
            String theirs = words(field, now, wording);
            if (!field.hidden() && field.kind() != Kind.PASSWORD && !mine.equals(theirs)) {
                differences.add(new Sheet.Difference(field.label(), mine, theirs));
            }
        }
        return differences;
    }

    private static String words(Field field, MultiValueMap<String, String> typed, Wording wording) {
        List<String> values = typed.getOrDefault(field.name(), List.of());
        String words =
                switch (field.kind()) {
                    case SWITCH -> wording.say(isOn(values) ? "form.clash.on" : "form.clash.off");
                    case CHOICES ->
                            values.stream()
                                    .map(value -> words(field, value))
                                    .sorted()
                                    .collect(Collectors.joining(", "));
                    default -> values.isEmpty() ? "" : words(field, values.getFirst());
                };
        return words.isEmpty() ? Wording.NOTHING : words;
    }

    /** The box stands after its hidden "no". */
    private static boolean isOn(List<String> values) {
        return !values.isEmpty() && values.getLast().equals("1");
    }

    private static String words(Field field, String value) {
        String typed = value.strip().replace("\r\n", "\n");
        return field.options().stream()
                .filter(option -> option.value().equals(typed))
                .map(Option::words)
                .findFirst()
                .orElse(typed);
    }
}
