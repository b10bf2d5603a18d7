package org.signalbox.event;

import java.util.List;

/**
 * What was found in a part of the log, the newest first.
 *
 * @param downTo all that is older than this was not looked at
 * @param more whether there may be more before that
 */
public record EventPage(List<Event> events, long downTo, boolean more) {

    public EventPage {
        events = List.copyOf(events);
    }
}
