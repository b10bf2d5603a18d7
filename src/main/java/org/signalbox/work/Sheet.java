package org.signalbox.work;

import java.util.List;
import org.signalbox.admin.Crumb;

/** A form as it is shown. */
record Sheet(Frame frame, List<Entry> entries) {

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

    /** Those that are seen. */
    public List<Entry> shown() {
        return entries.stream().filter(entry -> !entry.field().hidden()).toList();
    }

    /** Those that are sent along. */
    public List<Entry> kept() {
        return entries.stream().filter(entry -> entry.field().hidden()).toList();
    }
}
