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
     * Runs a part of the change that may fail alone: when it throws, what it did is undone and the
     * exception reaches the caller unchanged, who may go on with the rest. After an {@link Outage}
     * there is nothing to go on with.
     */
    public void part(Runnable work) {
        command("savepoint part");
        try {
            work.run();
        } catch (RuntimeException e) {
            undoPart(e);
            throw e;
        }
        command("release savepoint part");
    }

    private void undoPart(RuntimeException reason) {
        try {
            command("rollback to savepoint part");
            command("release savepoint part");
        } catch (RuntimeException e) {
            reason.addSuppressed(e); // the whole change is lost
        }
    }

    private void command(String text) {
        statements().operations().execute(text);
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
