package org.signalbox.event;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import org.signalbox.store.CannotStart;
import org.signalbox.store.Database;
import org.signalbox.store.Dialect;
import org.signalbox.store.Tx;
import org.signalbox.store.View;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The log of everything that happened. Readers see a settled prefix: once {@link #after} has
 * returned an event, no event with a lower sequence will ever appear. Safe for use by many threads.
 */
@Component
public final class EventLog {
    private static final Duration SETTLE_AT_START_MAX = Duration.ofSeconds(60);
    private static final int STEP = 1_000;

    private final EventStore store = new EventStore();
    private final Horizon horizon = new Horizon();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final InstantSource time;
    private final EventIds ids;
    private final JsonMapper json;

    EventLog(Database database, InstantSource time, RandomGenerator random, JsonMapper json) {
        this.time = time;
        this.ids = new EventIds(random);
        this.json = json;
        if (database.dialect() == Dialect.POSTGRESQL) {
            settle(database);
        }
    }

    /** Waits until the gaps that are in the log now are final, so that {@link #head} can tell. */
    private void settle(Database database) {
        long start = System.nanoTime();
        while (!database.read(this::learn)) {
            if (System.nanoTime() - start > SETTLE_AT_START_MAX.toNanos()) {
                throw new CannotStart(
                        "The event log does not settle: a transaction on this PostgreSQL has been"
                                + " open for more than a minute");
            }
            LockSupport.parkNanos(MILLISECONDS.toNanos(20));
        }
    }

    private boolean learn(View view) {
        long newest = store.newest(view);
        EventStore.Running running = store.running(view);
        horizon.observe(newest, running);
        return horizon.isFinal(newest, running);
    }

    /** Appends an event to what the transaction does and wakes the readers after its commit. */
    public Event append(Tx tx, NewEvent event) {
        Instant now = time.instant();
        var appended =
                new Event(
                        0,
                        ids.next(now),
                        event.type(),
                        now,
                        event.subject(),
                        event.projectId(),
                        event.actorId(),
                        json.writeValueAsString(event.snapshot()));
        long sequence = store.append(tx, appended);
        tx.afterCommit(() -> listeners.forEach(Runnable::run));
        return new Event(
                sequence,
                appended.id(),
                appended.type(),
                appended.occurredAt(),
                appended.subject(),
                appended.projectId(),
                appended.actorId(),
                appended.data());
    }

    /**
     * The settled events after this sequence, ascending, at most {@code limit}. Fewer may come
     * while a gap is waited for; the next call shows more.
     *
     * @param view of a read: its queries must all see the same snapshot
     */
    public List<Event> after(View view, long sequence, int limit) {
        List<Event> visible = store.after(view, sequence, limit);
        if (view.dialect() == Dialect.SQLITE || visible.isEmpty()) {
            return visible; // one writer: what is committed is settled
        }
        return settledPrefix(view, sequence, visible);
    }

    private List<Event> settledPrefix(View view, long after, List<Event> visible) {
        boolean gapless = visible.getLast().sequence() == after + visible.size();
        if (gapless) {
            return visible;
        }
        EventStore.Running running = store.running(view);
        horizon.observe(store.newest(view), running);
        long previous = after;
        for (int i = 0; i < visible.size(); i++) {
            long sequence = visible.get(i).sequence();
            if (sequence != previous + 1 && !horizon.isFinal(sequence - 1, running)) {
                return visible.subList(0, i);
            }
            previous = sequence;
        }
        return visible;
    }

    /** The highest settled sequence; 0 when nothing has happened yet. */
    public long head(View view) {
        long newest = store.newest(view);
        if (view.dialect() == Dialect.SQLITE) {
            return newest;
        }
        EventStore.Running running = store.running(view);
        horizon.observe(newest, running);
        return horizon.isFinal(newest, running) ? newest : gaplessFrom(view, horizon.settled());
    }

    private long gaplessFrom(View view, long settled) {
        long head = settled;
        while (true) {
            List<Long> more = store.sequencesAfter(view, head, STEP);
            for (long sequence : more) {
                if (sequence != head + 1) {
                    return head;
                }
                head = sequence;
            }
            if (more.size() < STEP) {
                return head;
            }
        }
    }

    public Optional<Event> find(View view, long sequence) {
        return store.find(view, sequence);
    }

    /** Registers a cheap action to run after every durable append. */
    public void onAppend(Runnable wake) {
        listeners.add(wake);
    }
}
