package org.signalbox.feed;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.signalbox.event.Event;
import org.signalbox.feed.FeedPage.Entry;
import org.signalbox.feed.FeedPage.Sent;
import org.signalbox.hal.Types;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/**
 * How the API shows events. Written directly, without a document in between: these answers are long
 * and come often, and what is JSON already must stay as it is.
 */
@Component
final class EventHal {
    static final String PATH = "/api/v3/events";

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
