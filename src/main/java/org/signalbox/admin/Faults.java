package org.signalbox.admin;

import static java.util.Comparator.comparingInt;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.signalbox.hal.Refusal;

/** What has to be corrected in a form, in the order of its fields. */
public record Faults(List<Fault> list, String words) {

    /** Nothing is wrong. */
    public static final Faults NONE = new Faults(List.of(), "");

    /**
     * One sentence about one field.
     *
     * @param label the field's name as it is shown; null for what concerns no field
     * @param anchor the id of its control
     */
    public record Fault(String field, @Nullable String label, String anchor, String text) {}

    /**
     * Where an attribute is typed.
     *
     * @param label the field's name as it is shown
     * @param anchor the id of its control
     */
    public record Control(String attribute, String label, String anchor) {}

    static Faults of(List<Fault> list, Wording wording) {
        return new Faults(List.copyOf(list), wording.say("form.corrections", list.size()));
    }

    /**
     * What the rules refused, in the order of the controls; what is typed in none of them comes
     * last. A refusal that is about no attribute is passed on.
     *
     * @param words what is said of an attribute
     */
    public static Faults of(
            Refusal refusal,
            List<Control> controls,
            Function<Refusal.Invalid, String> words,
            Wording wording) {
        List<Fault> list =
                parts(refusal)
                        .sorted(comparingInt(invalid -> place(invalid, controls)))
                        .map(invalid -> fault(invalid, controls, words.apply(invalid)))
                        .toList();
        return of(list, wording);
    }

    private static Stream<Refusal.Invalid> parts(Refusal refusal) {
        return switch (refusal) {
            case Refusal.Several several -> several.parts().stream().flatMap(Faults::parts);
            case Refusal.Invalid invalid -> Stream.of(invalid);
            default -> throw refusal;
        };
    }

    private static int place(Refusal.Invalid invalid, List<Control> controls) {
        return IntStream.range(0, controls.size())
                .filter(i -> controls.get(i).attribute().equals(invalid.attribute()))
                .findFirst()
                .orElse(controls.size());
    }

    private static Fault fault(Refusal.Invalid invalid, List<Control> controls, String text) {
        int place = place(invalid, controls);
        if (place == controls.size()) {
            return new Fault(invalid.attribute(), null, "form", text);
        }
        Control control = controls.get(place);
        return new Fault(control.attribute(), control.label(), control.anchor(), text);
    }

    /** Whether there is nothing to correct. */
    public boolean none() {
        return list.isEmpty();
    }

    /** Whether something is wrong with that field. */
    public boolean has(String field) {
        return list.stream().anyMatch(fault -> fault.field().equals(field));
    }

    /** The sentences about that field. */
    public String of(String field) {
        return String.join(
                " ", list.stream().filter(f -> f.field().equals(field)).map(Fault::text).toList());
    }
}
