package org.signalbox.store;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.ParameterizedPreparedStatementSetter;

/** A change in progress: everything done through it is kept together or not at all. */
public final class Tx extends View {
    private final List<Runnable> afterCommit = new ArrayList<>();

    Tx(Statements statements) {
        super(statements);
    }

    /**
     * Runs one statement, with a question mark for each parameter, for every row: prepared once,
     * and sent in as few messages as the database allows.
     */
    public <T> void batch(
            String statement, List<T> rows, ParameterizedPreparedStatementSetter<T> parameters) {
        if (!rows.isEmpty()) {
            statements().operations().batchUpdate(statement, rows, rows.size(), parameters);
        }
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
