package org.signalbox.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.signalbox.event.CustomTypes;
import org.signalbox.event.Event;
import org.signalbox.event.EventTypes;
import org.signalbox.hal.Types;
import org.signalbox.sender.Header;
import org.signalbox.webhook.EventName;
import org.signalbox.webhook.Format;
import org.signalbox.webhook.Formats;
import org.signalbox.webhook.Packaging;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The neutral format of Standard Webhooks, which knows every event: {@code {"type", "timestamp",
 * "data"}}, or the same as CloudEvents. Wildcards subscribe to all events, or to all of one kind of
 * subject. The names of custom events are open: any may be subscribed to before anybody posts one.
 */
@Component
@Order(4)
final class StandardFormat implements Format {
    private static final String EVERYTHING = "*";
    private static final String ALL_OF_KIND = ".*";

    private static final Map<String, String> GROUPS =
            Map.ofEntries(
                    Map.entry("project", "Projects"),
                    Map.entry("membership", "Memberships"),
                    Map.entry("work_package", "Work packages"),
                    Map.entry("attachment", "Attachments"),
                    Map.entry("time_entry", "Time entries"),
                    Map.entry("user", "Users"),
                    Map.entry("client", "Clients"),
                    Map.entry("group", "Groups"),
                    Map.entry("placeholder_user", "Placeholder users"),
                    Map.entry("task_list", "Task lists"),
                    Map.entry("absence", "Absences"),
                    Map.entry("assignment", "Assignments"),
                    Map.entry("webhook", "Webhooks"));

    private static final EventName CUSTOM =
            new EventName(CustomTypes.ALL, CustomTypes.ALL, "Custom events", "Any that is posted");

    private static final List<EventName> EVENTS =
            Stream.concat(EventTypes.all().stream().map(StandardFormat::name), Stream.of(CUSTOM))
                    .toList();

    private final StandardData data;
    private final CloudEvents cloudEvents;
    private final Samples samples;

    StandardFormat(JsonMapper json, Origin origin) {
        this.data = new StandardData(json, origin);
        this.cloudEvents = new CloudEvents(json, origin);
        this.samples = new Samples(json);
    }

    private static EventName name(String type) {
        String action = kindless(type).replace('_', ' ');
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
        return Formats.NEUTRAL;
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
    public Optional<EventName> event(String name) {
        return CustomTypes.isName(name)
                ? Optional.of(new EventName(name, name, CUSTOM.group(), kindless(name)))
                : Format.super.event(name);
    }

    private static String kindless(String type) {
        return type.substring(type.indexOf('.') + 1);
    }

    @Override
    public boolean knows(String name) {
        return name.equals(EVERYTHING)
                || CustomTypes.isName(name)
                || EVENTS.stream().anyMatch(event -> isMeant(event, name));
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
    public Optional<String> typeOf(String name) {
        return name.endsWith(EVERYTHING) ? Optional.empty() : Optional.of(name);
    }

    @Override
    public byte[] body(Event event, String name) {
        return body(event, name, Packaging.PLAIN);
    }

    @Override
    public byte[] body(Event event, String name, Packaging packaging) {
        String told =
                switch (packaging.payload()) {
                    case FULL -> data.of(event);
                    case THIN -> data.thin(event);
                };
        String body =
                switch (packaging.mode()) {
                    case STANDARD -> standard(event, told);
                    case CLOUDEVENTS_BINARY -> told;
                    case CLOUDEVENTS_STRUCTURED -> cloudEvents.structured(event, told);
                };
        return body.getBytes(UTF_8);
    }

    private static String standard(Event event, String data) {
        return "{\"type\":\""
                + event.type()
                + "\",\"timestamp\":\""
                + Types.time(event.occurredAt())
                + "\",\"data\":"
                + data
                + "}";
    }

    @Override
    public String contentType(Packaging packaging) {
        return switch (packaging.mode()) {
            case STANDARD -> "application/json";
            case CLOUDEVENTS_BINARY -> CloudEvents.BINARY;
            case CLOUDEVENTS_STRUCTURED -> CloudEvents.STRUCTURED;
        };
    }

    @Override
    public List<Header> headers(Event event, Packaging packaging) {
        return switch (packaging.mode()) {
            case STANDARD, CLOUDEVENTS_STRUCTURED -> List.of();
            case CLOUDEVENTS_BINARY -> cloudEvents.headers(event);
        };
    }

    @Override
    public Event sample(String name) {
        if (CustomTypes.isName(name)) {
            return samples.of(name);
        }
        return EVENTS.stream()
                .filter(event -> name.equals(EVERYTHING) || isMeant(event, name))
                .map(event -> samples.of(event.type()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no event " + name));
    }
}
