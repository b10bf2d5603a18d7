package org.signalbox.delivery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.signalbox.delivery.LaneChanges.Follow;
import org.signalbox.delivery.LaneChanges.Forgiven;

/** Collects what a lane wants written, the last word on each delivery only. */
final class Journal {
    private final Map<Long, SetAside> kept = new LinkedHashMap<>();
    private final Set<Long> gone = new LinkedHashSet<>();
    private final List<Follow> wanted = new ArrayList<>();
    private final List<Merged> merged = new ArrayList<>();
    private @Nullable Set<Long> watched;
    private @Nullable Forgiven forgiven;
    private boolean dropBacklog;
    private boolean urgent;

    void keep(SetAside row) {
        gone.remove(row.sequence());
        kept.put(row.sequence(), row);
        urgent = true;
        note(row.sequence());
    }

    void remove(long sequence) {
        kept.remove(sequence);
        gone.add(sequence);
        urgent = true;
        note(sequence);
    }

    void merge(long sequence, long into) {
        merged.add(new Merged(sequence, into));
        urgent = true;
    }

    private void note(long sequence) {
        if (watched != null) {
            watched.add(sequence);
        }
    }

    /** Begins to remember which deliveries it is told of. */
    void watch() {
        watched = new HashSet<>();
    }

    /** Of which deliveries it was told since it began to remember them; it does so no more. */
    Set<Long> watched() {
        Set<Long> sequences = watched == null ? Set.of() : watched;
        watched = null;
        return sequences;
    }

    void want(Follow next) {
        wanted.add(next);
        urgent = true;
    }

    /** Those in the store; what is in memory is told by {@link #keep} after this. */
    void forgive(long streak, Instant now) {
        forgiven = new Forgiven(streak, now);
        urgent = true;
    }

    void dropBacklog() {
        forgiven = null;
        kept.clear();
        gone.clear();
        wanted.clear();
        watched = null;
        dropBacklog = true;
        urgent = true;
    }

    void stateChanged() {
        urgent = true;
    }

    boolean urgent() {
        return urgent;
    }

    LaneChanges take(LaneState state) {
        var changes =
                new LaneChanges(
                        state,
                        dropBacklog,
                        forgiven,
                        List.copyOf(gone),
                        List.copyOf(merged),
                        List.copyOf(kept.values()),
                        List.copyOf(wanted),
                        urgent);
        kept.clear();
        gone.clear();
        wanted.clear();
        merged.clear();
        forgiven = null;
        dropBacklog = false;
        urgent = false;
        return changes;
    }
}
