package org.signalbox.feed;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.signalbox.loop.Loop;
import org.signalbox.loop.Surprises;
import org.signalbox.store.Database;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Removes idempotency keys that have expired, in small pieces so that no other write waits. */
@Component
final class IdempotencyRetention implements SmartLifecycle {
    private static final Duration EVERY = Duration.ofMinutes(10);
    private static final int PIECE = 500;

    private final Database database;
    private final IdempotencyStore store;
    private final InstantSource time;
    private final Loop loop;
    private volatile boolean running;

    IdempotencyRetention(
            Database database, IdempotencyStore store, InstantSource time, Surprises surprises) {
        this.database = database;
        this.store = store;
        this.time = time;
        this.loop = new Loop("idempotency-keys", this::pass, EVERY, surprises);
    }

    /** Removes a piece; returns how many keys that were. */
    int pass() {
        Instant expired = time.instant().minus(CustomEvents.KEYS_KEPT);
        return database.write(tx -> store.remove(tx, expired, PIECE));
    }

    @Override
    public void start() {
        running = true;
        loop.start();
    }

    @Override
    public void stop() {
        running = false;
        loop.stop();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
