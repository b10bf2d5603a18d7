package org.signalbox.delivery;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Writes what a lane has to say, later and in order, and loses in a crash what is not written. */
final class SimulatedRecorder {
    final MemoryStore store;
    private final Deque<Entry> unwritten = new ArrayDeque<>();
    private final Map<Long, Integer> attempts = new HashMap<>();
    private List<Ended> ended = new ArrayList<>();
    private List<Runnable> unanswered = new ArrayList<>();
    private Order order = Order.SUBJECT;

    private record Ended(Send send, boolean succeeded) {}

    /** What goes into one transaction. */
    private record Entry(List<Ended> attempts, @Nullable LaneChanges changes) {}

    SimulatedRecorder(long after) {
        store = new MemoryStore(LaneState.startingAfter(after));
    }

    void ended(Send send, Result result) {
        ended.add(new Ended(send, result instanceof Result.Success));
    }

    /** Takes over what is to be written by now; says what goes out with another. */
    List<Merged> take(Lane lane, boolean withCursor) {
        LaneChanges changes = withCursor || lane.urgent() ? lane.take() : null;
        unwritten.add(new Entry(ended, changes));
        ended = new ArrayList<>();
        return changes == null ? List.of() : changes.merged();
    }

    boolean isIdle() {
        return unwritten.isEmpty() && ended.isEmpty() && unanswered.isEmpty();
    }

    /** Makes all of it durable; the lane learns of it by {@link #acknowledge}. */
    void commit(Lane lane, Consumer<LaneChanges> afterEach) {
        while (!unwritten.isEmpty()) {
            Entry entry = unwritten.remove();
            for (Ended attempt : entry.attempts()) {
                attempts.merge(attempt.send().sequence(), attempt.send().attempt(), Math::max);
                if (attempt.succeeded()) {
                    store.succeeded.add(attempt.send().sequence());
                }
            }
            LaneChanges changes = entry.changes();
            if (changes != null) {
                unanswered.addAll(store.write(changes, lane));
                afterEach.accept(changes);
            }
        }
    }

    void acknowledge() {
        List<Runnable> answers = unanswered;
        unanswered = new ArrayList<>();
        answers.forEach(Runnable::run);
    }

    /** Makes a lane of what is durable. */
    Lane load(LaneSettings settings, RandomGenerator chance) {
        order = settings.order();
        var lane = new Lane(settings, store.state, chance);
        store.restore(lane, settings.order());
        return lane;
    }

    /** What is to go again, as far as it is written. */
    List<SetAside> again(Refill.Read read, int limit) {
        return store.again(order, read.after(), limit);
    }

    /** Whether this has arrived and was written down. */
    boolean knowsArrived(long sequence) {
        return store.succeeded.contains(sequence);
    }

    /** Of these events those that a replay sends, with what is known of them. */
    List<Wanted> forReplay(List<Wanted> events) {
        return events.stream()
                .filter(event -> !store.isActive(event.sequence()))
                .filter(event -> !store.merged.containsKey(event.sequence()))
                .map(event ->
                        new Wanted(
                                event.sequence(),
                                event.subject(),
                                attempts(event.sequence()),
                                store.asides.containsKey(event.sequence())))
                .toList();
    }

    int attempts(long sequence) {
        return attempts.getOrDefault(sequence, 0);
    }

    /** Forgets what is not written; returns the attempts of which nobody will know. */
    List<Send> crash() {
        var lost = new ArrayList<Send>();
        unwritten.forEach(entry -> entry.attempts().forEach(one -> lost.add(one.send())));
        ended.forEach(one -> lost.add(one.send()));
        unwritten.clear();
        ended = new ArrayList<>();
        unanswered = new ArrayList<>();
        return lost;
    }
}
