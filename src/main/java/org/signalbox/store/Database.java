package org.signalbox.store;

import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where everything is kept. Safe for use by many threads.
 *
 * <p>Reads and writes do not nest: inside a lambda use the {@link View} or {@link Tx} it was given.
 * Database failures surface as Spring's unchecked {@code DataAccessException}.
 */
public interface Database extends AutoCloseable {

    /**
     * Runs a query on one consistent snapshot of what is committed.
     *
     * @throws Overloaded when no connection comes free in time
     */
    <T extends @Nullable Object> T read(Function<? super View, ? extends T> query);

    /**
     * Runs a change and returns once it is durable. When the work throws, what it did is undone, no
     * other write is touched, and the exception reaches the caller unchanged.
     *
     * <p>The work may be run more than once: when another write changed the same rows meanwhile,
     * what it did is undone and it starts anew. It must not change anything but the database.
     *
     * @throws Overloaded when too many writes are waiting already; nothing was done
     */
    <T extends @Nullable Object> T write(Function<? super Tx, ? extends T> work);

    /** Like {@link #write} for a change without a result. */
    default void run(Consumer<? super Tx> work) {
        this.<@Nullable Void>write(tx -> {
            work.accept(tx);
            return null;
        });
    }

    /**
     * Asks the database for a trifle, and after a write that failed for want of space also to write
     * one; throws what any read or write throws when that is not possible.
     */
    default void ping() {
        int one =
                this.<Integer>read(
                        view -> view.sql("select 1").query((row, _) -> row.getInt(1)).single());
        if (one != 1) {
            throw new IllegalStateException("The database answered " + one + " instead of 1");
        }
    }

    Dialect dialect();

    /** Finishes the writes that were accepted, then closes every connection. */
    @Override
    void close();
}
