package org.signalbox.delivery;

import java.time.Instant;
import java.time.InstantSource;
import org.signalbox.event.EventLog;
import org.signalbox.loop.Housekeeping;
import org.signalbox.loop.Surprises;
import org.signalbox.store.Database;
import org.springframework.stereotype.Component;

/**
 * Removes what is older than the retention, and sums of attempts that no chart shows: attempts,
 * failed deliveries, tests, and events that no cursor, replay or set-aside delivery needs any more.
 * In small pieces, so that no write of others waits for it.
 */
@Component
final class Retention extends Housekeeping {
    private static final int PIECE = 500;

    private final Database database;
    private final EventLog log;
    private final RetentionStore store;
    private final TrafficStore traffic;
    private final Lanes lanes;
    private final Dispatcher dispatcher;
    private final RetentionSettings settings;
    private final InstantSource time;

    Retention(
            Database database,
            EventLog log,
            RetentionStore store,
            TrafficStore traffic,
            Lanes lanes,
            Dispatcher dispatcher,
            RetentionSettings settings,
            InstantSource time,
            Surprises surprises) {
        super("retention", surprises);
        this.database = database;
        this.log = log;
        this.store = store;
        this.traffic = traffic;
        this.lanes = lanes;
        this.dispatcher = dispatcher;
        this.settings = settings;
        this.time = time;
    }

    /** Removes a piece; returns how many rows that were. */
    @Override
    protected int pass() {
        Instant now = time.instant();
        int forgotten = database.write(tx -> traffic.remove(tx, now.minus(Traffic.KEPT), PIECE));
        return forgotten > 0 ? forgotten : removeOlderThan(now.minus(settings.keep()));
    }

    private int removeOlderThan(Instant before) {
        long old = database.read(view -> log.lastBefore(view, before));
        if (old == 0) {
            return 0;
        }
        int removed = 0;
        for (long webhookId : database.read(view -> store.webhooksWithOld(view, old))) {
            removed += database.write(tx -> store.removeDeliveries(tx, webhookId, old, PIECE));
        }
        if (removed > 0) {
            return removed;
        }
        long unneeded = Math.min(old, earliestCursor());
        return database.write(tx -> store.removeEvents(tx, unneeded, PIECE));
    }

    /**
     * Before this all lanes are done with the log, but for what they set aside. Webhooks that are
     * switched off want nothing of it, also where they are paused and their cursor stands.
     */
    long earliestCursor() {
        long done = dispatcher.doneUpTo();
        return lanes.all().stream()
                .filter(lane -> lane.webhook().enabled())
                .mapToLong(lane -> lane.look(done, Lane::needsAfter))
                .min()
                .orElse(done);
    }
}
