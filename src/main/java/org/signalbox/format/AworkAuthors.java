package org.signalbox.format;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.signalbox.event.Event;
import org.signalbox.project.ProjectStatus;
import tools.jackson.databind.JsonNode;

/**
 * Who made and changed the subject of an event, by what the event tells.
 *
 * @param creator null if nobody knows
 * @param editor who caused the event
 * @param closedAt null unless the event closed it
 */
record AworkAuthors(@Nullable String creator, @Nullable String editor, @Nullable Instant closedAt) {

    /** Addresses of what projects are that are over. */
    private static final Set<String> OVER =
            Set.of(href(ProjectStatus.FINISHED), href(ProjectStatus.DISCONTINUED));

    static AworkAuthors of(Event event, JsonNode snapshot, AworkParts parts) {
        String actor = parts.user(event.actorId());
        JsonNode maker = snapshot.path("besides").path("createdBy");
        boolean closes =
                event.subject().kind().equals("project")
                        ? closesProject(snapshot.path("changes").path("status"))
                        : closesTask(snapshot);
        return new AworkAuthors(
                maker.isNumber() ? parts.user(maker.longValue()) : made(event, actor),
                actor,
                closes ? event.occurredAt() : null);
    }

    /** A new thing was made by who caused its first event. */
    private static @Nullable String made(Event event, @Nullable String actor) {
        return event.type().endsWith(".created") ? actor : null;
    }

    private static boolean closesProject(JsonNode status) {
        return OVER.contains(status.path("to").path("href").asString(""))
                && !OVER.contains(status.path("from").path("href").asString(""));
    }

    private static boolean closesTask(JsonNode snapshot) {
        JsonNode before = snapshot.path("besides").path("facts").path("statusBefore");
        return before.isObject()
                && !before.path("isClosed").asBoolean()
                && snapshot.path("subject").path("status").path("isClosed").asBoolean(false);
    }

    private static String href(ProjectStatus status) {
        return "/api/v3/project_statuses/" + status.code();
    }

    /** When and by whom it was closed, if it was. */
    AworkModel closed(AworkModel model) {
        return closedAt == null ? model : model.time("closedOn", closedAt).put("closedBy", editor);
    }
}
