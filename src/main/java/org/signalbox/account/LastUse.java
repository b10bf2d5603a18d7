package org.signalbox.account;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.signalbox.loop.Surprises;
import org.signalbox.loop.TakingStock;
import org.signalbox.store.Database;
import org.signalbox.store.Tx;
import org.signalbox.store.View;

/** Knows when things were last used, and writes it down now and then. */
public abstract class LastUse extends TakingStock {
    private final Map<Long, Instant> seen = new ConcurrentHashMap<>();
    private final Database database;

    protected LastUse(String name, Database database, Surprises surprises) {
        super(name, surprises);
        this.database = database;
    }

    /** The one with this id is used now. */
    public final void note(long id, Instant now) {
        seen.put(id, now);
    }

    /** How many were used since then; also those of which nothing is written yet. */
    public final long countSince(Instant since) {
        Set<Long> unwritten = new HashSet<>(seen.keySet());
        unwritten.add(0L); // nothing has this id, and a list must not be empty
        return unwritten.size() - 1 + database.read(view -> countBut(view, since, unwritten));
    }

    @Override
    protected final void write() {
        Map<Long, Instant> batch = new HashMap<>(seen);
        if (!batch.isEmpty()) {
            database.run(tx -> write(tx, batch));
            batch.forEach(seen::remove);
        }
    }

    protected abstract void write(Tx tx, Map<Long, Instant> lastUse);

    /** How many were used since then besides these. */
    protected abstract long countBut(View view, Instant since, Set<Long> others);
}
