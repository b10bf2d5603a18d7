package org.signalbox.delivery;

import java.time.Instant;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Deliveries that wait for a time, by that. It is changed by {@link #change} only. */
final class Agenda {
    private final TreeSet<Pending> waiting =
            new TreeSet<>(
                    Comparator.<Pending, Instant>comparing(p -> p.nextAt)
                            .thenComparingLong(p -> p.sequence));

    void add(Pending pending) {
        waiting.add(pending);
    }

    boolean remove(Pending pending) {
        return waiting.remove(pending);
    }

    int size() {
        return waiting.size();
    }

    void clear() {
        waiting.clear();
    }

    /** The first of those whose time has come and whose key is free. */
    @Nullable Pending due(Set<String> inFlight, Instant now) {
        for (Pending pending : waiting) {
            if (pending.nextAt.isAfter(now)) {
                return null;
            }
            if (!inFlight.contains(pending.key)) {
                return pending;
            }
        }
        return null;
    }

    /** When the next one is due whose key is free. */
    @Nullable Instant nextAt(Set<String> inFlight) {
        for (Pending pending : waiting) {
            if (!inFlight.contains(pending.key)) {
                return pending.nextAt;
            }
        }
        return null;
    }

    /** Lets none wait longer than this. */
    void dueBy(Instant limit) {
        while (!waiting.isEmpty() && waiting.last().nextAt.isAfter(limit)) {
            change(waiting.last(), pending -> pending.nextAt = limit);
        }
    }

    /** Changes something about a delivery, whether it waits here or not. */
    void change(Pending pending, Consumer<Pending> change) {
        boolean waits = waiting.remove(pending);
        change.accept(pending);
        if (waits) {
            waiting.add(pending);
        }
    }

    /** Something that changes the times of all alike. */
    void each(Consumer<Pending> change) {
        waiting.forEach(change);
    }
}
