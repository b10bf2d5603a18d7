package org.signalbox.format;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.signalbox.event.Event;
import tools.jackson.databind.JsonNode;

/**
 * Who made and changed the subject of an event, by what the event tells.
 *
 * @param creator null unless the event is its creation
 * @param editor who caused the event
 * @param closedAt null unless the event closed it
 */
record AworkAuthors(@Nullable String creator, @Nullable String editor, @Nullable Instant closedAt) {

    /** What work packages and projects are that are over. Nobody can add to them. */
    private static final Set<String> CLOSED =
            Set.of("Closed", "Rejected", "Finished", "Discontinued");

    static AworkAuthors of(Event event, JsonNode snapshot, AworkParts parts) {
        String actor = parts.user(event.actorId());
        JsonNode status = snapshot.path("changes").path("status");
        boolean closes = isClosed(status.path("to")) && !isClosed(status.path("from"));
        return new AworkAuthors(
                event.type().endsWith(".created") ? actor : null,
                actor,
                closes ? event.occurredAt() : null);
    }

    private static boolean isClosed(JsonNode status) {
        return CLOSED.contains(status.path("title").asString(""));
    }

    /** When and by whom it was closed, if it was. */
    AworkModel closed(AworkModel model) {
        return closedAt == null ? model : model.time("closedOn", closedAt).put("closedBy", editor);
    }
}
