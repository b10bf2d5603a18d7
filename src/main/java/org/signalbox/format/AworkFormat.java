package org.signalbox.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.signalbox.account.User;
import org.signalbox.event.Event;
import org.signalbox.event.EventTypes;
import org.signalbox.webhook.EventName;
import org.signalbox.webhook.Format;
import org.signalbox.webhook.Patience;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What workspace webhooks of awork send: an envelope with the entity as awork shows it. Events go
 * out under the name that was subscribed to, the published or the current one.
 */
@Component
@Order(2)
final class AworkFormat implements Format {
    private static final Patience PROMISED = new Patience(Duration.ofSeconds(30), 10, 10);

    private final JsonMapper json;
    private final Subjects subjects;
    private final Uuids uuids;
    private final AworkEntities entities;
    private final AworkChanges changes;
    private final Samples samples;

    AworkFormat(JsonMapper json, Origin origin, Uuids uuids) {
        this.json = json;
        this.subjects = new Subjects(json);
        this.uuids = uuids;
        this.entities = new AworkEntities(subjects, uuids, origin);
        this.changes = new AworkChanges(json, uuids);
        this.samples = new Samples(json);
    }

    @Override
    public String id() {
        return "awork";
    }

    @Override
    public String title() {
        return "awork";
    }

    @Override
    public List<EventName> events() {
        return AworkEvents.ALL;
    }

    @Override
    public Optional<String> nameFor(Event event, Collection<String> subscribed) {
        return AworkEvents.ofType(event.type())
                .filter(_ -> !isOutsideOfProjects(event))
                .flatMap(known -> known.names().filter(subscribed::contains).findFirst());
    }

    /** Members are members of projects: awork has no roles that hold everywhere. */
    private static boolean isOutsideOfProjects(Event event) {
        return event.projectId() == null
                && (event.type().equals(EventTypes.MEMBERSHIP_CREATED)
                        || event.type().equals(EventTypes.MEMBERSHIP_DELETED));
    }

    @Override
    public byte[] body(Event event, String name) {
        JsonNode snapshot = json.readTree(event.data());
        var entity = entities.of(event, snapshot);
        var body =
                new AworkModel()
                        .put("timestamp", AworkModel.roundTrip(event.occurredAt()))
                        .put("eventType", name)
                        .object("entity", entity.model())
                        .put("entityId", entity.id())
                        .put("entityType", entity.type())
                        .put("entityLink", entity.link())
                        .put("traceId", uuids.of("event", event.id()).replace("-", ""));
        JsonNode actor = snapshot.path("actor");
        if (actor.isObject()) {
            User user = subjects.read(User.class, actor);
            body.object("triggeredBy", new AworkParts(uuids).named(user.reference(), user));
        }
        var changed = changes.of(event, snapshot, entity.model());
        if (!changed.isEmpty()) {
            body.json().set("changes", changed);
        }
        return body.json().toString().getBytes(UTF_8);
    }

    @Override
    public Optional<Patience> patience() {
        return Optional.of(PROMISED);
    }

    @Override
    public Event sample(String name) {
        return typeOf(name)
                .map(samples::of)
                .orElseThrow(() -> new IllegalArgumentException("There is no event " + name));
    }
}
