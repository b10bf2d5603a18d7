package org.signalbox.feed;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.signalbox.event.Event;
import org.signalbox.event.Subject;
import org.signalbox.feed.FeedPage.Entry;
import org.signalbox.feed.FeedPage.Sent;
import org.signalbox.hal.Shape;
import org.signalbox.hal.Types;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * How the API shows events. Written directly, without a document in between: these answers are long
 * and come often, and what is JSON already must stay as it is.
 */
@Component
final class EventHal {
    static final String PATH = "/api/v3/events";

    private static final Event SAMPLE =
            new Event(
                    4813,
                    "evt_01KAF20C3M7P9R2T5W8Y1A4D6F",
                    "custom.order.shipped",
                    Instant.parse("2026-11-19T21:41:06.812Z"),
                    Subject.of("order", 1208),
                    3L,
                    5L,
                    "{\"order\":1208,\"carrier\":\"Swift\"}");

    private final JsonMapper json;

    EventHal(JsonMapper json) {
        this.json = json;
    }

    /** One event that was posted. */
    byte[] single(Event event) {
        return written(to -> write(to, posted(event)));
    }

    /** Several events that were posted together. */
    byte[] all(List<Event> events) {
        return written(to -> {
            to.writeStartObject();
            to.writeStringProperty("_type", "Collection");
            to.writeNumberProperty("total", events.size());
            to.writeNumberProperty("count", events.size());
            embed(to, events.stream().map(EventHal::posted).toList());
            to.writeObjectPropertyStart("_links");
            link(to, "self", PATH);
            to.writeEndObject();
            to.writeEndObject();
        });
    }

    /** A page of the log. There is always a next one, if only to ask again. */
    byte[] page(FeedQuery query, FeedPage page) {
        return written(to -> {
            to.writeStartObject();
            to.writeStringProperty("_type", "Collection");
            to.writeNumberProperty("count", page.entries().size());
            to.writeNumberProperty("pageSize", query.pageSize());
            to.writeNumberProperty("after", query.after());
            if (page.oldest().isPresent()) {
                to.writeNumberProperty("oldest", page.oldest().get());
            } else {
                to.writeNullProperty("oldest");
            }
            embed(to, page.entries());
            to.writeObjectPropertyStart("_links");
            link(to, "self", query.href());
            link(to, "next", query.from(page.upTo()).href());
            to.writeEndObject();
            to.writeEndObject();
        });
    }

    List<Shape> shapes() {
        var event =
                Shape.of("Event")
                        .property("id", Types.STRING)
                        .property("sequence", Types.INTEGER)
                        .property("type", Types.STRING)
                        .property("occurredAt", Types.DATE_TIME)
                        .property("subject", Types.STRING)
                        .property("data", Shape.anyObject())
                        .optional("name", Types.STRING)
                        .optional("body", Shape.anyObject())
                        .links("project", "actor")
                        .example((ObjectNode) json.readTree(single(SAMPLE)));
        var feed =
                Shape.of("EventFeed", "Collection")
                        .property("count", Types.INTEGER)
                        .property("pageSize", Types.INTEGER)
                        .property("after", Types.INTEGER)
                        .property("oldest", Shape.nullable(Types.INTEGER.schema()))
                        .embeds("elements", "Event[]")
                        .links("self", "next");
        var several =
                Shape.of("EventList", "Collection")
                        .property("total", Types.INTEGER)
                        .property("count", Types.INTEGER)
                        .embeds("elements", "Event[]")
                        .links("self");
        var customType = Types.STRING.schema();
        customType.putArray("examples").add("custom.order.shipped");
        var custom =
                Shape.plain("CustomEventWrite")
                        .property("type", customType)
                        .property("data", Shape.anyObject())
                        .optional("subject", Types.STRING)
                        .links("project");
        return List.of(
                event,
                feed,
                several,
                custom,
                Shape.either("EventAnswer", Shape.ref("Event"), Shape.ref("EventList")),
                Shape.either(
                        "EventWrite",
                        Shape.ref("CustomEventWrite"),
                        Shape.array(Shape.ref("CustomEventWrite"))));
    }

    private static Entry posted(Event event) {
        return new Entry(event, event.data(), null);
    }

    private static void embed(JsonGenerator to, List<Entry> entries) {
        to.writeObjectPropertyStart("_embedded");
        to.writeArrayPropertyStart("elements");
        entries.forEach(entry -> write(to, entry));
        to.writeEndArray();
        to.writeEndObject();
    }

    private byte[] written(Consumer<JsonGenerator> document) {
        var bytes = new ByteArrayOutputStream(1 << 10);
        try (JsonGenerator to = json.createGenerator(bytes)) {
            document.accept(to);
        }
        return bytes.toByteArray();
    }

    private static void write(JsonGenerator to, Entry entry) {
        Event event = entry.event();
        to.writeStartObject();
        to.writeStringProperty("_type", "Event");
        to.writeStringProperty("id", event.id());
        to.writeNumberProperty("sequence", event.sequence());
        to.writeStringProperty("type", event.type());
        to.writeStringProperty("occurredAt", Types.time(event.occurredAt()));
        to.writeStringProperty("subject", event.subject().toString());
        to.writeName("data");
        to.writeRawValue(entry.data());
        Sent sent = entry.sent();
        if (sent != null) {
            to.writeStringProperty("name", sent.name());
            to.writeName("body");
            to.writeRawValue(sent.body());
        }
        to.writeObjectPropertyStart("_links");
        link(to, "project", path("projects", event.projectId()));
        link(to, "actor", path("users", event.actorId()));
        to.writeEndObject();
        to.writeEndObject();
    }

    private static @Nullable String path(String collection, @Nullable Long id) {
        return id == null ? null : "/api/v3/" + collection + "/" + id;
    }

    private static void link(JsonGenerator to, String relation, @Nullable String href) {
        to.writeObjectPropertyStart(relation);
        to.writeStringProperty("href", href);
        to.writeEndObject();
    }
}
