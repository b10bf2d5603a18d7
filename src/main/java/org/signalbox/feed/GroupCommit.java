package org.signalbox.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.signalbox.event.Event;
import org.signalbox.event.EventLog;
import org.signalbox.event.NewEvent;
import org.signalbox.store.Database;
import org.springframework.stereotype.Component;

/**
 * Appends what several callers bring at the same time in one transaction: a commit costs more than
 * an event. One group is under way at a time, and those who come meanwhile are the next. Safe for
 * use by many threads.
 */
@Component
final class GroupCommit {
    /** Of a group; a posting that has more by itself is a group of its own. */
    private static final int EVENTS_MAX = 1_000;

    private final Queue<Waiting> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean underWay = new AtomicBoolean();
    private final Database database;
    private final EventLog log;

    GroupCommit(Database database, EventLog log) {
        this.database = database;
        this.log = log;
    }

    private record Waiting(
            List<NewEvent> events, CompletableFuture<Supplier<List<Event>>> outcome) {}

    /**
     * Appends these events, all or none and in their order, and returns once they are durable. The
     * failure of another's events is not theirs. Not to be called inside a read or write.
     */
    List<Event> append(List<NewEvent> events) {
        var mine = new Waiting(events, new CompletableFuture<>());
        waiting.add(mine);
        goOn();
        return mine.outcome().join().get();
    }

    private void goOn() {
        if (!waiting.isEmpty() && underWay.compareAndSet(false, true)) {
            Thread.startVirtualThread(this::commitGroups);
        }
    }

    private void commitGroups() {
        try {
            for (var group = next(); !group.isEmpty(); group = next()) {
                commit(group);
            }
        } finally {
            underWay.set(false);
            goOn(); // for who came after the last look and found this one still under way
        }
    }

    private List<Waiting> next() {
        var group = new ArrayList<Waiting>();
        int size = 0;
        for (@Nullable Waiting first = waiting.peek();
                first != null && (size == 0 || size + first.events().size() <= EVENTS_MAX);
                first = waiting.peek()) {
            group.add(first);
            size += first.events().size();
            waiting.remove();
        }
        return group;
    }

    private void commit(List<Waiting> group) {
        List<NewEvent> all = group.stream().flatMap(one -> one.events().stream()).toList();
        try {
            List<Event> appended = alone(all);
            int from = 0;
            for (Waiting one : group) {
                List<Event> its = appended.subList(from, from + one.events().size());
                from += its.size();
                one.outcome().complete(() -> its);
            }
        } catch (RuntimeException | Error e) {
            group.forEach(one ->
                    one.outcome()
                            .complete(() -> {
                                if (group.size() == 1) {
                                    throw e;
                                }
                                return alone(one.events());
                            }));
        }
    }

    private List<Event> alone(List<NewEvent> events) {
        return database.write(tx -> log.append(tx, events));
    }
}
