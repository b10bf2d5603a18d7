package org.signalbox.work;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.signalbox.admin.Stale;
import org.signalbox.admin.Wording;
import org.springframework.util.MultiValueMap;

/** Where two do not agree, by what stands in the fields of a form. */
final class Differences {
    private Differences() {}

    static List<Stale.Difference> of(
            List<Field> fields,
            MultiValueMap<String, String> yours,
            MultiValueMap<String, String> now,
            Wording wording) {
        List<Stale.Difference> differences = new ArrayList<>();
        for (Field field : fields) {
            if (!field.hidden() && field.kind() != Kind.PASSWORD) {
                Stale.add(
                        differences,
                        field.label(),
                        words(field, yours, wording),
                        words(field, now, wording));
            }
        }
        return differences;
    }

    private static String words(Field field, MultiValueMap<String, String> typed, Wording wording) {
        List<String> values = typed.getOrDefault(field.name(), List.of());
        return switch (field.kind()) {
            case SWITCH -> wording.onOff(isOn(values));
            case CHOICES ->
                    values.stream()
                            .map(value -> words(field, value))
                            .sorted()
                            .collect(Collectors.joining(", "));
            default -> values.isEmpty() ? "" : words(field, values.getFirst());
        };
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
