package org.signalbox.admin;

import java.util.List;
import org.jspecify.annotations.Nullable;

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
