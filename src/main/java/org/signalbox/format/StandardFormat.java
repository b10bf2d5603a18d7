package org.signalbox.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.signalbox.account.User;
import org.signalbox.account.UserHal;
import org.signalbox.event.Event;
import org.signalbox.event.EventTypes;
import org.signalbox.hal.Types;
import org.signalbox.sender.Header;
import org.signalbox.sender.Secret;
import org.signalbox.webhook.EventName;
import org.signalbox.webhook.Format;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The neutral format of Standard Webhooks, which knows every event: {@code {"type", "timestamp",
 * "data"}}. Wildcards subscribe to all events, or to all of one kind of subject.
 */
@Component
@Order(4)
final class StandardFormat implements Format {
    private static final String EVERYTHING = "*";
    private static final String ALL_OF_KIND = ".*";

    private static final Map<String, String> GROUPS =
            Map.of(
                    "project", "Projects",
                    "membership", "Memberships",
                    "work_package", "Work packages",
                    "time_entry", "Time entries",
                    "user", "Users");

    private static final List<EventName> EVENTS =
            EventTypes.all().stream().map(StandardFormat::name).toList();

    private final JsonMapper json;
    private final Subjects subjects;
    private final Samples samples;
    private final Origin origin;

    StandardFormat(JsonMapper json, Origin origin) {
        this.json = json;
        this.subjects = new Subjects(json);
        this.samples = new Samples(json);
        this.origin = origin;
    }

    private static EventName name(String type) {
        String action = type.substring(type.indexOf('.') + 1).replace('_', ' ');
        return new EventName(
                type,
                type,
                GROUPS.getOrDefault(kindOf(type), "Other"),
                Character.toUpperCase(action.charAt(0)) + action.substring(1));
    }

    private static String kindOf(String type) {
        return type.substring(0, type.indexOf('.'));
    }

    @Override
    public String id() {
        return "standard";
    }

    @Override
    public String title() {
        return "Standard Webhooks";
    }

    @Override
    public List<EventName> events() {
        return EVENTS;
    }

    @Override
    public boolean knows(String name) {
        return name.equals(EVERYTHING) || EVENTS.stream().anyMatch(event -> isMeant(event, name));
    }

    private static boolean isMeant(EventName event, String name) {
        return event.name().equals(name) || name.equals(kindOf(event.type()) + ALL_OF_KIND);
    }

    /** Whatever was subscribed, an event goes out under its own name. */
    @Override
    public Optional<String> nameFor(Event event, Collection<String> subscribed) {
        String type = event.type();
        boolean wanted =
                subscribed.contains(type)
                        || subscribed.contains(EVERYTHING)
                        || subscribed.contains(kindOf(type) + ALL_OF_KIND);
        return wanted ? Optional.of(type) : Optional.empty();
    }

    @Override
    public byte[] body(Event event, String name) {
        Told told = Told.by(event, json, subjects);
        ObjectNode body =
                json.createObjectNode()
                        .put("type", event.type())
                        .put("timestamp", Types.time(event.occurredAt()));
        body.set("data", data(event, told));
        return body.toString().getBytes(UTF_8);
    }

    private ObjectNode data(Event event, Told told) {
        JsonNode links = told.subject().path("_links");
        ObjectNode data = json.createObjectNode();
        data.set("id", told.subject().path("id"));
        data.put("url", origin.url() + links.path("self").path("href").asString(""));
        data.set(event.subject().kind(), told.subject());
        if (!told.changes().isEmpty()) {
            data.set("changes", told.changes());
        }
        data.set("actor", told.actor() == null ? json.nullNode() : person(told.actor()));
        if (!event.subject().kind().equals("project")) {
            data.set("project", project(links));
        }
        return data;
    }

    private ObjectNode person(User user) {
        return json.createObjectNode()
                .put("id", user.id())
                .put("name", user.name())
                .put("url", origin.url() + UserHal.path(user.id()));
    }

    /** Where the subject belongs; a person belongs nowhere. */
    private JsonNode project(JsonNode links) {
        JsonNode link = links.path("project");
        String href = link.path("href").asString("");
        if (href.isEmpty()) {
            return json.nullNode();
        }
        return json.createObjectNode()
                .put("id", Long.parseLong(href.substring(href.lastIndexOf('/') + 1)))
                .put("name", link.path("title").asString(""))
                .put("url", origin.url() + href);
    }

    /** Every request carries the signatures of Standard Webhooks already. */
    @Override
    public List<Header> headers(byte[] body, List<Secret> secrets) {
        return List.of();
    }

    @Override
    public Event sample(String name) {
        return EVENTS.stream()
                .filter(event -> name.equals(EVERYTHING) || isMeant(event, name))
                .map(event -> samples.of(event.type()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no event " + name));
    }
}
