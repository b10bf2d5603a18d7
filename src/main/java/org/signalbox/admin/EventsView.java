package org.signalbox.admin;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of the event log, ready to be shown.
 *
 * @param nothing what is said when there are no rows
 * @param older leads to what follows; null where that is all
 */
record EventsView(
        EventFilter filter,
        boolean filtered,
        List<Choice> types,
        List<Choice> projects,
        List<Choice> people,
        List<Row> rows,
        String nothing,
        String footnote,
        @Nullable String older) {

    /** Something that can be looked for, and what it is called. */
    record Choice(String value, String name, boolean chosen) {}

    /** One event. */
    record Row(
            long sequence,
            String number,
            String iso,
            String when,
            String type,
            String subject,
            String project,
            String person) {}
}
