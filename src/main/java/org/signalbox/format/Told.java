package org.signalbox.format;

import org.jspecify.annotations.Nullable;
import org.signalbox.account.User;
import org.signalbox.event.Event;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an event tells.
 *
 * @param subject as the API shows it
 * @param actor who caused it
 * @param changes by attribute; empty unless something was changed
 * @param held what the snapshot has of the subject
 */
record Told(ObjectNode subject, @Nullable User actor, JsonNode changes, JsonNode held) {

    static Told by(Event event, JsonMapper json, Subjects subjects) {
        JsonNode snapshot = json.readTree(event.data());
        JsonNode actor = snapshot.path("actor");
        return new Told(
                subjects.representation(event.subject().kind(), snapshot.path("subject")),
                actor.isObject() ? subjects.read(User.class, actor) : null,
                snapshot.path("changes"),
                snapshot.path("subject"));
    }
}
