package org.signalbox.work;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.signalbox.admin.Faults;

/** A field with what stands in it. */
record Entry(Field field, List<String> values) {

    Entry {
        values = List.copyOf(values);
    }

    /** The last value, as a box comes after the hidden field that says what it means unticked. */
    public String value() {
        return values.isEmpty() ? "" : values.getLast();
    }

    /** The ids of what is said about it, as the control names them; null for nothing. */
    public @Nullable String told(Faults faults) {
        String told =
                (faults.has(field.name()) ? field.name() + "_fault " : "")
                        + (field.hint() == null ? "" : field.name() + "_hint");
        return told.isEmpty() ? null : told.strip();
    }

    /** Whether this is chosen. */
    public boolean has(String value) {
        return values.contains(value);
    }
}
