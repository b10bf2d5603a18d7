package org.signalbox.feed;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.signalbox.event.Event;
import org.signalbox.event.NewEvent;
import org.signalbox.event.Posted;
import org.signalbox.event.Subject;

/**
 * An event as it was posted.
 *
 * @param subject null for something of its own
 * @param data a JSON object, to the letter
 */
record CustomEvent(String type, @Nullable Subject subject, @Nullable Long projectId, String data) {

    NewEvent by(@Nullable Long actorId) {
        return new NewEvent(type, subject, projectId, actorId, new Posted(data));
    }

    /** As it stands in the log, when its place there is known. */
    Event in(Receipt.Place place, Instant moment, @Nullable Long actorId) {
        return new Event(
                place.sequence(),
                place.id(),
                type,
                moment,
                subject == null ? Subject.ofEvent(place.id()) : subject,
                projectId,
                actorId,
                data);
    }
}
