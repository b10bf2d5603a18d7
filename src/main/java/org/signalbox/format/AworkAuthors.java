package org.signalbox.format;

import org.jspecify.annotations.Nullable;
import org.signalbox.event.Event;

/**
 * Who made and changed the subject of an event, by what the event tells.
 *
 * @param creator null unless the event is its creation
 * @param editor who caused the event
 */
record AworkAuthors(@Nullable String creator, @Nullable String editor) {

    static AworkAuthors of(Event event, AworkParts parts) {
        String actor = parts.user(event.actorId());
        return new AworkAuthors(event.type().endsWith(".created") ? actor : null, actor);
    }
}
