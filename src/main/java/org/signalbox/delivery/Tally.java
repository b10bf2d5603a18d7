package org.signalbox.delivery;

import java.util.List;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import org.signalbox.store.Database;
import org.springframework.stereotype.Component;

/**
 * Sums up what was recorded, in memory, and writes the sums now and then: so a delivery costs a
 * small share of a row besides its own, and nobody has to count attempts to draw a chart. A process
 * that is killed takes along what it counted since the last time; attempts themselves are never
 * lost. Safe for use by many threads.
 */
@Component
final class Tally {
    private final Database database;
    private final TrafficStore store;
    private final ReadWriteLock moving = new ReentrantReadWriteLock();
    private final Object counting = new Object();
    private Sums counted = new Sums();

    Tally(Database database, TrafficStore store) {
        this.database = database;
        this.store = store;
    }

    /** Counts what was just recorded. */
    void add(List<Attempted> attempts) {
        synchronized (counting) {
            attempts.forEach(counted::add);
        }
    }

    /** Moves what was counted to the database; when that fails it is kept for the next time. */
    void write() {
        moving.writeLock().lock();
        try {
            Sums sums = swap(new Sums());
            if (!sums.isEmpty()) {
                write(sums);
            }
        } finally {
            moving.writeLock().unlock();
        }
    }

    private void write(Sums sums) {
        try {
            database.run(tx -> store.add(tx, sums));
        } catch (RuntimeException e) {
            Sums meanwhile = swap(sums);
            synchronized (counting) {
                counted.addAll(meanwhile);
            }
            throw e;
        }
    }

    private Sums swap(Sums next) {
        synchronized (counting) {
            Sums sums = counted;
            counted = next;
            return sums;
        }
    }

    /** What was counted and not written yet, together with what {@code query} reads of what was. */
    Sums with(Function<TrafficStore, Sums> query) {
        moving.readLock().lock();
        try {
            Sums sums = query.apply(store);
            synchronized (counting) {
                sums.addAll(counted);
            }
            return sums;
        } finally {
            moving.readLock().unlock();
        }
    }
}
