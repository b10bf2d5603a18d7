package org.signalbox.usage;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.signalbox.account.Actor;
import org.signalbox.loop.Surprises;
import org.signalbox.loop.TakingStock;
import org.signalbox.store.Database;
import org.springframework.stereotype.Component;

/**
 * Counts the requests that applications make. Safe for use by many threads. A process that is
 * killed takes along what it counted since the last time it wrote.
 */
@Component
public final class ApiUse extends TakingStock {
    private static final Duration KEPT = Duration.ofDays(8);
    private static final int HOURS = 24;

    private final Database database;
    private final UsageStore store;
    private final InstantSource time;

    /** Held while what was counted goes to the database: nobody sees it twice or not at all. */
    private final ReentrantLock moving = new ReentrantLock();

    private final Object counting = new Object();
    private Counted counted = new Counted();

    ApiUse(Database database, UsageStore store, InstantSource time, Surprises surprises) {
        super("api-use", surprises);
        this.database = database;
        this.store = store;
        this.time = time;
    }

    /** Counts a request that was answered with this status. */
    public void count(int status) {
        Instant hour = hour();
        synchronized (counting) {
            counted.add(hour, status, 1);
        }
    }

    /** The last hours, oldest first, the running one last; of this server up to this moment. */
    public List<UsedHour> lastDay(Actor actor) {
        actor.requireAdmin();
        Instant first = hour().minus(HOURS - 1L, ChronoUnit.HOURS);
        Counted all = since(first);
        List<UsedHour> hours = new ArrayList<>();
        for (int i = 0; i < HOURS; i++) {
            Instant start = first.plus(i, ChronoUnit.HOURS);
            hours.add(new UsedHour(start, all.of(start)));
        }
        return hours;
    }

    private Counted since(Instant first) {
        moving.lock();
        try {
            Counted all = database.read(view -> store.since(view, first));
            synchronized (counting) {
                all.addAll(counted);
            }
            return all;
        } finally {
            moving.unlock();
        }
    }

    /** When the database takes nothing, what was counted is kept for the next time. */
    @Override
    protected void write() {
        moving.lock();
        try {
            Counted sums = swap(new Counted());
            if (!sums.isEmpty()) {
                write(sums);
            }
        } finally {
            moving.unlock();
        }
    }

    private void write(Counted sums) {
        Instant before = time.instant().minus(KEPT);
        try {
            database.run(tx -> {
                store.add(tx, sums);
                store.remove(tx, before);
            });
        } catch (RuntimeException e) {
            Counted meanwhile = swap(sums);
            synchronized (counting) {
                counted.addAll(meanwhile);
            }
            throw e;
        }
    }

    private Counted swap(Counted next) {
        synchronized (counting) {
            Counted sums = counted;
            counted = next;
            return sums;
        }
    }

    private Instant hour() {
        return time.instant().truncatedTo(ChronoUnit.HOURS);
    }
}
