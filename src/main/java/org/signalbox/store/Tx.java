package org.signalbox.store;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A change in progress: everything done through it is kept together or not at all. */
public final class Tx extends View {
    private final List<Runnable> afterCommit = new ArrayList<>();

    Tx(JdbcClient client, Dialect dialect) {
        super(client, dialect);
    }

    /**
     * Runs the action once the change is durable and before the write returns, never when the
     * change is undone. Actions must be quick and must not throw: on SQLite they run on the thread
     * that all writes share.
     */
    public void afterCommit(Runnable action) {
        afterCommit.add(action);
    }

    List<Runnable> afterCommit() {
        return afterCommit;
    }
}
