package org.signalbox.work;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A form as it is shown.
 *
 * @param clash what somebody else changed meanwhile; null for nothing
 */
record Sheet(Frame frame, List<Entry> entries, @Nullable Clash clash) {

    /**
     * What stands around the fields.
     *
     * @param change whether something is changed that exists
     */
    record Frame(
            String title,
            List<Crumb> crumbs,
            String action,
            boolean change,
            String submit,
            String cancel,
            String failed) {}

    /** What was changed by somebody else after the form was opened. */
    record Clash(String title, List<Difference> differences) {}

    /** One attribute on which two do not agree. */
    record Difference(String label, String yours, String now) {}

    /** Those that are seen. */
    public List<Entry> shown() {
        return entries.stream().filter(entry -> !entry.field().hidden()).toList();
    }

    /** Those that are sent along. */
    public List<Entry> kept() {
        return entries.stream().filter(entry -> entry.field().hidden()).toList();
    }
}
