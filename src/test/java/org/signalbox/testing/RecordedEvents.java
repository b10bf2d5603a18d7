package org.signalbox.testing;

import java.util.List;
import org.signalbox.event.Event;
import org.signalbox.event.EventLog;
import org.signalbox.event.EventTypes;
import org.signalbox.store.Database;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The events of changes since some moment. What the server tells by itself of webhooks is left out:
 * one that another test made may begin to fail at any time.
 */
public final class RecordedEvents {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Database database;
    private final EventLog log;
    private final long start;

    private RecordedEvents(Database database, EventLog log) {
        this.database = database;
        this.log = log;
        this.start = log.head();
    }

    /** Those that come after this call. */
    public static RecordedEvents from(RunningServer server) {
        return new RecordedEvents(server.bean(Database.class), server.bean(EventLog.class));
    }

    public List<Event> all() {
        return database.read(view -> log.after(view, start, 10_000)).stream()
                .filter(event -> !EventTypes.isOfWebhook(event.type()))
                .toList();
    }

    public List<String> types() {
        return all().stream().map(Event::type).toList();
    }

    /** What the events of this type are about, in their order. */
    public List<String> subjects(String type) {
        return all().stream()
                .filter(event -> event.type().equals(type))
                .map(event -> event.subject().toString())
                .toList();
    }

    public Event lastEvent(String type) {
        return all().stream()
                .filter(event -> event.type().equals(type))
                .reduce((_, last) -> last)
                .orElseThrow();
    }

    /** The snapshot of the last event of this type. */
    public JsonNode last(String type) {
        return JSON.readTree(lastEvent(type).data());
    }
}
