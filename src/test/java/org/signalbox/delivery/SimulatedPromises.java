package org.signalbox.delivery;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** What must hold whatever happens, told by its own bookkeeping from what really went on. */
final class SimulatedPromises {
    private final LaneSettings settings;
    private final Map<String, Send> onTheWire = new HashMap<>();
    private final Map<String, TreeSet<Long>> undone = new HashMap<>();
    private final Set<Long> delivered = new HashSet<>();
    private final Set<Long> failed = new HashSet<>();
    private final Set<Long> redelivered = new HashSet<>();
    private final Map<Long, Integer> ownFailures = new HashMap<>();
    private final Map<Long, Long> lastFailure = new HashMap<>();
    private final Map<Send, Long> startedAt = new HashMap<>();
    private int failuresInARow;
    private long lastCounted = -1;
    private long lastSuccess = -1;
    private long moment;

    SimulatedPromises(LaneSettings settings, MemoryStore store) {
        this.settings = settings;
        failuresInARow = store.state.consecutiveFailures();
    }

    void starts(Send send, Lane lane) {
        moment++;
        hold(!lane.paused(), "nothing is sent while paused", send);
        hold(onTheWire.put(send.key(), send) == null, "one at a time of its kind", send);
        hold(onTheWire.size() <= settings.concurrency(), "not too many at once", send);
        hold(!lane.failing() || onTheWire.size() == 1, "one probe at a time", send);
        boolean duplicate = delivered.contains(send.sequence()) || failed.contains(send.sequence());
        if (!send.again() && !duplicate && settings.order() != Order.NONE) {
            hold(!hasEarlierUndone(send), "nothing is overtaken", send);
        }
        startedAt.put(send, moment);
    }

    private boolean hasEarlierUndone(Send send) {
        TreeSet<Long> left = undone.get(send.key());
        return left != null && left.lower(send.sequence()) != null;
    }

    void ended(Send send, Result result, Fate fate, Lane lane) {
        moment++;
        onTheWire.remove(send.key());
        long began = Objects.requireNonNull(startedAt.remove(send));
        if (result instanceof Result.Success) {
            done(send.key(), send.sequence(), delivered);
            failuresInARow = 0;
            lastSuccess = moment;
        } else {
            failure(send, fate);
            boolean counts = result instanceof Result.Failure && began > lastCounted;
            if (counts) {
                failuresInARow++;
                lastCounted = moment;
            }
        }
        int counted = lane.state().consecutiveFailures();
        hold(counted == failuresInARow, "failures in a row are counted", failuresInARow);
        boolean tooMany = failuresInARow > settings.pauseAfter();
        hold(!tooMany || lane.paused(), "too many failures pause", send);
    }

    private void failure(Send send, Fate fate) {
        long sequence = send.sequence();
        boolean othersTaken = lastFailure.getOrDefault(sequence, -1L) < lastSuccess;
        int own = ownFailures.merge(sequence, 1, Integer::sum);
        if (fate.kind() == Fate.Kind.FAILED) {
            hold(own >= tries(), "all tries are used", send);
            hold(othersTaken, "nothing is given up while nothing is taken", send);
            done(send.key(), sequence, failed);
        } else if (own > tries() && othersTaken && !redelivered.contains(sequence)) {
            hold(false, "not tried too often", send);
        }
        lastFailure.put(sequence, moment);
    }

    private int tries() {
        return settings.schedule().triesMax();
    }

    private void done(String key, long sequence, Set<Long> how) {
        how.add(sequence);
        undone.getOrDefault(key, new TreeSet<>()).remove(sequence);
    }

    /** Nothing that the durable cursor has passed is lost. */
    void written(List<Wanted> log, long before, MemoryStore store) {
        for (long sequence = before + 1; sequence <= store.state.cursor(); sequence++) {
            boolean kept = delivered.contains(sequence) || store.asides.containsKey(sequence);
            hold(kept, "the cursor passes nothing that is lost", sequence);
        }
        hold(store.state.cursor() >= before, "the cursor never goes back", before);
    }

    void happened(Wanted event) {
        String key = settings.order().key(event.sequence(), event.subject());
        undone.computeIfAbsent(key, _ -> new TreeSet<>()).add(event.sequence());
    }

    /** Tries that were not written down are forgotten, and with them what they counted. */
    void crashed(MemoryStore store) {
        onTheWire.clear();
        startedAt.clear();
        failuresInARow = store.state.consecutiveFailures();
        lastCounted = moment;
        lastFailure.clear();
        ownFailures.clear();
        moment++;
        for (SetAside row : store.asides.values()) {
            boolean lately = row.streak() == store.state.streak();
            ownFailures.put(row.sequence(), row.tries());
            lastFailure.put(row.sequence(), lately ? moment : -1);
        }
    }

    void resumed() {
        moment++;
        failuresInARow = 0;
        ownFailures.keySet().removeIf(this::failedSinceLastSuccess);
    }

    private boolean failedSinceLastSuccess(long sequence) {
        return lastFailure.getOrDefault(sequence, -1L) > lastSuccess;
    }

    void redelivers(long sequence) {
        redelivered.add(sequence);
        ownFailures.remove(sequence);
    }

    void afterStep(Lane lane) {
        hold(lane.waiting() <= Lane.WINDOW_MAX, "the window is bounded", lane.waiting());
        hold(lane.inFlight() == onTheWire.size(), "what is in flight is known", lane.inFlight());
    }

    /** Given time and a receiver that is well, everything has arrived or used up its tries. */
    void atTheEnd(List<Wanted> log, Lane lane, MemoryStore store) {
        for (Wanted event : log) {
            long sequence = event.sequence();
            boolean dealtWith = delivered.contains(sequence) || failed.contains(sequence);
            hold(dealtWith, "everything arrives or fails", event);
        }
        hold(lane.state().cursor() == log.size(), "the cursor comes to the end", lane.state());
        hold(!store.hasActive(), "nothing stays set aside", store.state);
    }

    private static void hold(boolean kept, String promise, Object about) {
        if (!kept) {
            throw new AssertionError("Broken: " + promise + "; " + about);
        }
    }
}
