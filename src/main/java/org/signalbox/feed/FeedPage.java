package org.signalbox.feed;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.signalbox.event.Event;

/**
 * A part of the log, ascending.
 *
 * @param upTo how far it reaches: there is nothing else of interest up to this sequence
 * @param oldest the lowest sequence that is still kept
 */
record FeedPage(List<Entry> entries, long upTo, Optional<Long> oldest) {

    /**
     * One event.
     *
     * @param data what it tells, as JSON
     * @param sent how a webhook gets it; null when none was asked about
     */
    record Entry(Event event, String data, @Nullable Sent sent) {}

    /** What it is called and looks like for a webhook. */
    record Sent(String name, String body) {}

    FeedPage {
        entries = List.copyOf(entries);
    }
}
