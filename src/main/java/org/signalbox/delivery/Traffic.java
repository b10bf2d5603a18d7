package org.signalbox.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import org.signalbox.store.Database;
import org.springframework.stereotype.Component;

/** How much went to each webhook in the last 24 hours, hour by hour. */
@Component
public final class Traffic {
    private static final int HOURS = 24;

    private final Database database;
    private final TrafficStore store;
    private final InstantSource time;

    Traffic(Database database, TrafficStore store, InstantSource time) {
        this.database = database;
        this.store = store;
        this.time = time;
    }

    /** The hours of any webhook by its id, read once: oldest first, the running one last. */
    public LongFunction<List<Hour>> lastDay() {
        Instant first = first();
        Map<Long, Map<Instant, Hour>> busy = database.read(view -> store.since(view, first, null));
        return id -> filled(first, busy.getOrDefault(id, Map.of()));
    }

    /** The hours of that webhook, oldest first, the running one last. */
    public List<Hour> lastDay(long webhookId) {
        Instant first = first();
        return filled(
                first,
                database.read(view -> store.since(view, first, webhookId))
                        .getOrDefault(webhookId, Map.of()));
    }

    private Instant first() {
        return time.instant().truncatedTo(ChronoUnit.HOURS).minus(Duration.ofHours(HOURS - 1));
    }

    private static List<Hour> filled(Instant first, Map<Instant, Hour> busy) {
        List<Hour> hours = new ArrayList<>();
        for (int i = 0; i < HOURS; i++) {
            Instant start = first.plus(Duration.ofHours(i));
            Hour idle = new Hour(start, 0, 0, null, null);
            hours.add(busy.getOrDefault(start, idle));
        }
        return hours;
    }
}
