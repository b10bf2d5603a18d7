package org.signalbox.event;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import org.signalbox.store.Database;
import org.signalbox.store.Dialect;
import org.signalbox.store.Overloaded;
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
    /** So many events are looked at to find those that a query asks for. */
    public static final int BROWSED_MAX = 50_000;

    private static final Duration SETTLE_MAX = Duration.ofSeconds(10);
    private static final Duration SETTLE_STEP = Duration.ofMillis(5);
    private static final int PAGE = 200;
    private static final int LATEST = 100_000;
    private static final int DIGITS_MAX = 18;

    private final EventStore store = new EventStore();
    private final Creators creators = new Creators();
    private final Horizon horizon = new Horizon();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Database database;
    private final InstantSource time;
    private final EventIds ids;
    private final JsonMapper json;

    EventLog(Database database, InstantSource time, RandomGenerator random, JsonMapper json) {
        this.database = database;
        this.time = time;
        this.ids = new EventIds(random);
        this.json = json;
    }

    /** Appends an event to what the transaction does and wakes the readers after its commit. */
    public Event append(Tx tx, NewEvent event) {
        return append(tx, List.of(event)).getFirst();
    }

    /** Appends events that happened together, in this order; as many come back. */
    public List<Event> append(Tx tx, List<NewEvent> events) {
        Instant now = time.instant();
        List<Event> fresh = events.stream().map(event -> fresh(tx, event, now)).toList();
        tx.afterCommit(() -> listeners.forEach(Runnable::run));
        return fresh.size() == 1
                ? List.of(fresh.getFirst().at(store.append(tx, fresh.getFirst())))
                : store.append(tx, fresh);
    }

    private Event fresh(Tx tx, NewEvent event, Instant now) {
        String id = ids.next(now);
        String data =
                switch (event.content()) {
                    case Snapshot snapshot ->
                            json.writeValueAsString(creators.completed(tx, event, snapshot));
                    case Posted(var text) -> text;
                };
        return new Event(
                0,
                id,
                event.type(),
                now,
                event.subject() == null ? Subject.ofEvent(id) : event.subject(),
                event.projectId(),
                event.actorId(),
                data);
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
        long oldestRunning = learn(view, store.newest(view));
        long previous = after;
        for (int i = 0; i < visible.size(); i++) {
            long sequence = visible.get(i).sequence();
            if (sequence != previous + 1 && !horizon.isFinal(sequence - 1, oldestRunning)) {
                return visible.subList(0, i);
            }
            previous = sequence;
        }
        return visible;
    }

    private long learn(View view, long newest) {
        long oldestRunning = store.oldestRunning(view);
        horizon.mark(newest, oldestRunning, () -> store.assign(view));
        return oldestRunning;
    }

    /**
     * A sequence up to which everything is settled, and that is at least the highest one that was
     * visible at the call; 0 when nothing has happened yet. What a reader that starts there misses
     * was committed before the call returned. Not to be called inside a read or write.
     *
     * @throws Overloaded when a transaction stays open so long that the log does not settle
     */
    public long head() {
        long newest = database.<Long>read(store::newest);
        if (database.dialect() == Dialect.POSTGRESQL) {
            awaitSettled(newest);
        }
        return newest;
    }

    private void awaitSettled(long sequence) {
        long start = System.nanoTime();
        while (!database.<Boolean>read(view -> isSettled(view, sequence))) {
            if (System.nanoTime() - start > SETTLE_MAX.toNanos()) {
                throw new Overloaded("The event log does not settle: a transaction stays open");
            }
            LockSupport.parkNanos(SETTLE_STEP.toNanos());
        }
    }

    private boolean isSettled(View view, long sequence) {
        long oldestRunning = learn(view, store.newest(view));
        return horizon.isFinal(sequence, oldestRunning);
    }

    /**
     * A number up to which everything happened before this moment, and after which nothing did; 0
     * when nothing happened before. Where the clock was set back, one of several such places.
     */
    public long lastBefore(View view, Instant moment) {
        return store.lastBefore(view, moment);
    }

    public Optional<Event> find(View view, long sequence) {
        return store.find(view, sequence);
    }

    /**
     * The event that is called so: by its number, with whatever stands between its digits, or by
     * the id that receivers know.
     */
    public Optional<Event> named(View view, String name) {
        if (name.matches("[0-9,. ]{1,%d}".formatted(DIGITS_MAX)) && name.matches(".*[0-9].*")) {
            return find(view, Long.parseLong(name.replaceAll("[^0-9]", "")));
        }
        return EventIds.timeOf(name).flatMap(moment -> find(view, name, moment));
    }

    /** The id says when it happened, and the log is in that order. */
    private Optional<Event> find(View view, String id, Instant moment) {
        long after = store.lastBefore(view, moment);
        while (true) {
            List<Event> page = store.after(view, after, PAGE);
            for (Event event : page) {
                if (event.id().equals(id)) {
                    return Optional.of(event);
                }
                if (event.occurredAt().isAfter(moment.plusMillis(1))) {
                    return Optional.empty();
                }
            }
            if (page.isEmpty()) {
                return Optional.empty();
            }
            after = page.getLast().sequence();
        }
    }

    /** What happened last to a subject, as far as it is among the latest events. */
    public Optional<Event> latestAbout(View view, Subject subject) {
        return store.latestAbout(view, subject, store.newest(view) - LATEST);
    }

    /**
     * How many events there are since that moment: counted while they are few, else by their
     * numbers, of which some may never have been used.
     */
    public long countSince(View view, Instant moment) {
        return store.countAfter(view, store.lastBefore(view, moment));
    }

    /**
     * The newest events that a query asks for. Looks at no more than {@link #BROWSED_MAX} of them,
     * so that it takes a bounded time without an index for each thing that may be asked for: an
     * index would cost every event a write.
     */
    public EventPage browse(View view, EventQuery query) {
        return store.browse(view, query, BROWSED_MAX);
    }

    /** The lowest sequence that is still kept; empty when the log is. */
    public Optional<Long> oldest(View view) {
        return store.oldest(view);
    }

    /** Whether there are events after this sequence, settled or not. */
    public boolean goesOn(View view, long sequence) {
        return store.newest(view) > sequence;
    }

    /** Registers a cheap action to run after every durable append. */
    public void onAppend(Runnable wake) {
        listeners.add(wake);
    }
}
