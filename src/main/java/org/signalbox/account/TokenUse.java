package org.signalbox.account;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.signalbox.loop.Loop;
import org.signalbox.loop.Surprises;
import org.signalbox.store.Database;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Writes down when tokens were last used: once a minute and when the server stops. */
@Component
final class TokenUse implements SmartLifecycle {
    private static final Duration EVERY = Duration.ofMinutes(1);

    private final Map<Long, Instant> seen = new ConcurrentHashMap<>();
    private final Database database;
    private final ApiTokenStore store;
    private final Loop loop;
    private volatile boolean running;

    TokenUse(Database database, ApiTokenStore store, Surprises surprises) {
        this.database = database;
        this.store = store;
        this.loop = new Loop("token-use", this::pass, EVERY, surprises);
    }

    void note(long tokenId, Instant at) {
        seen.put(tokenId, at);
    }

    int pass() {
        Map<Long, Instant> batch = new HashMap<>(seen);
        if (!batch.isEmpty()) {
            database.run(tx -> store.noteUse(tx, batch));
            batch.forEach(seen::remove);
        }
        return 0;
    }

    @Override
    public void start() {
        running = true;
        loop.start();
    }

    @Override
    public void stop() {
        loop.stop();
        pass();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
