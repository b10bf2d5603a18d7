package org.signalbox.feed;

import java.time.Instant;
import java.time.InstantSource;
import org.signalbox.loop.Housekeeping;
import org.signalbox.loop.Surprises;
import org.signalbox.store.Database;
import org.springframework.stereotype.Component;

/** Removes idempotency keys that have expired, in small pieces so that no other write waits. */
@Component
final class IdempotencyRetention extends Housekeeping {
    private static final int PIECE = 500;

    private final Database database;
    private final IdempotencyStore store;
    private final InstantSource time;

    IdempotencyRetention(
            Database database, IdempotencyStore store, InstantSource time, Surprises surprises) {
        super("idempotency-keys", surprises);
        this.database = database;
        this.store = store;
        this.time = time;
    }

    /** Removes a piece; returns how many keys that were. */
    @Override
    protected int pass() {
        Instant expired = time.instant().minus(CustomEvents.KEYS_KEPT);
        return database.write(tx -> store.remove(tx, expired, PIECE));
    }
}
