package org.signalbox.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongPredicate;
import org.signalbox.delivery.LaneState.Replay;
import org.signalbox.delivery.SimulatedReceiver.Answer;

/**
 * What must hold whatever happens, told by its own bookkeeping from what really went on: nothing
 * lost, nothing overtaken, nothing sent twice without a reason. {@link SimulatedTrust} looks after
 * how much is sent, {@link SimulatedTries} after when and how often.
 */
final class SimulatedPromises {
    /** A receiver that is well has got everything that it takes after this. */
    static final Duration SOON = Duration.ofHours(36);

    /** And what it never takes has used up its tries, one after the other. */
    static final Duration PATIENCE = Duration.ofDays(60);

    private final SimulatedRecorder recorder;
    private final SimulatedOrder order;
    private final SimulatedMerges merges;
    private final SimulatedClock clock;
    private final SimulatedArrivals arrivals = new SimulatedArrivals();
    private final SimulatedTrust trust;
    private final SimulatedTries tries;
    private final Map<String, Send> onTheWire = new HashMap<>();
    private final Set<Long> promised = new HashSet<>();
    private final Set<Long> dropped = new HashSet<>();

    /** Dropped, as long as that is not durable. */
    private final Set<Long> beingDropped = new HashSet<>();

    private LaneSettings settings;
    private long durableCursor;

    SimulatedPromises(
            LaneSettings settings, SimulatedRecorder recorder, SimulatedClock clock, long after) {
        this.settings = settings;
        this.recorder = recorder;
        this.clock = clock;
        this.order = new SimulatedOrder(settings.order());
        this.merges = new SimulatedMerges(order, settings);
        this.trust = new SimulatedTrust(settings, clock);
        this.tries = new SimulatedTries(settings, clock);
        this.durableCursor = after;
    }

    static void hold(boolean kept, String promise, Object about) {
        if (!kept) {
            throw new AssertionError("Broken: " + promise + "; " + about);
        }
    }

    void happened(Wanted event) {
        promised.add(event.sequence());
        order.happened(event);
        merges.happened(event);
    }

    void starts(Send send, Lane lane) {
        hold(!lane.paused(), "nothing is sent while paused", send);
        hold(onTheWire.put(kind(send), send) == null, "one at a time of its kind", send);
        hold(onTheWire.size() <= settings.concurrency(), "not too many at once", send);
        trust.starts(send, onTheWire.size());
        tries.starts(send);
        if (trust.failing() && recorder.isIdle() && !lane.urgent()) {
            order.probes(send, lane.readUpTo(), sequence -> waits(lane, sequence));
        }
        order.starts(send);
    }

    private boolean waits(Lane lane, long sequence) {
        Instant until = lane.heldUntil(sequence);
        return until != null && until.isAfter(clock.shown());
    }

    private String kind(Send send) {
        return order.kind(send.sequence(), send.subject());
    }

    void ended(Send send, Answer answer, Fate fate, Lane lane) {
        onTheWire.remove(kind(send));
        if (answer.taken()) {
            arrivals.receives(send);
        }
        trust.ended(send, answer.result());
        tries.ended(send, answer.result(), fate, trust.failing());
        if (answer.result() instanceof Result.Unwanted) {
            dropped.add(send.sequence());
            order.done(send.sequence());
        } else if (answer.result() instanceof Result.Success || fate.kind() == Fate.Kind.FAILED) {
            order.done(send.sequence());
        } else if (answer.taken()) {
            arrivals.mayComeAgain(send.sequence());
        }
        trust.agrees(lane);
    }

    /** It was under way when the process died. */
    void takenUnheard(Send send) {
        arrivals.receives(send);
        arrivals.mayComeAgain(send.sequence());
    }

    /** What is handed over to be written is the truth. */
    void taken(Lane lane) {
        trust.agrees(lane);
    }

    /** And these events go out with another. */
    void merged(List<Merged> rows) {
        rows.forEach(merges::merged);
    }

    /** Nothing that the durable cursor has passed is lost. */
    void written(LaneChanges changes) {
        if (changes.dropBacklog()) {
            beingDropped.clear();
        }
        merges.written(changes.merged());
        long cursor = recorder.store.state.cursor();
        hold(cursor >= durableCursor, "the cursor never goes back", durableCursor);
        for (long sequence = durableCursor + 1; sequence <= cursor; sequence++) {
            hold(
                    !isOwed(sequence)
                            || recorder.knowsArrived(sequence)
                            || recorder.store.asides.containsKey(sequence)
                            || recorder.store.merged.containsKey(sequence),
                    "the cursor passes nothing that is lost",
                    sequence);
        }
        durableCursor = cursor;
        order.undoneUpTo(cursor).stream().limit(5).forEach(this::isKept);
    }

    private boolean isOwed(long sequence) {
        return promised.contains(sequence) && !dropped.contains(sequence);
    }

    private void isKept(long sequence) {
        hold(recorder.store.isActive(sequence), "what is set aside is kept", sequence);
    }

    /** What was not written is forgotten; a restart must find everything that is not done. */
    void crashed(List<Send> lost, Lane lane) {
        dropped.removeAll(beingDropped);
        beingDropped.forEach(order::undo);
        beingDropped.clear();
        for (Send send : lost) {
            long sequence = send.sequence();
            arrivals.mayComeAgain(sequence);
            SetAside row = recorder.store.asides.get(sequence);
            boolean elsewhere = row != null && (row.again() || !row.state().active());
            if (isOwed(sequence) && !recorder.knowsArrived(sequence) && !elsewhere) {
                order.undo(sequence);
            }
        }
        merges.crashed();
        order.undoneUpTo(recorder.store.state.cursor()).forEach(this::isKept);
        begins(lane);
    }

    /** Another lane goes on from what is durable. */
    private void begins(Lane lane) {
        onTheWire.clear();
        trust.begins(recorder.store.state);
        tries.begins(recorder.store);
        replays(lane);
        trust.agrees(lane);
    }

    void reordered(LaneSettings next, Lane lane) {
        settings = next;
        order.changedTo(next.order(), recorder.store.asides.keySet());
        merges.adjusted(next);
        trust.adjusted(next);
        tries.adjusted(next);
        begins(lane);
    }

    void adjusted(LaneSettings next) {
        settings = next;
        merges.adjusted(next);
        trust.adjusted(next);
    }

    void resumed(Lane lane) {
        trust.resumed();
        tries.resumed();
        trust.agrees(lane);
    }

    void pausedByPerson() {
        trust.paused();
    }

    void skipped(long head) {
        for (long sequence : order.undoneUpTo(head)) {
            dropped.add(sequence);
            beingDropped.add(sequence);
            order.done(sequence);
        }
        tries.skipped();
    }

    /** All that is left of the replay may come once more. */
    void replays(Lane lane) {
        Replay left = lane.state().replay();
        if (left != null) {
            for (long sequence = left.cursor() + 1; sequence <= left.until(); sequence++) {
                arrivals.mayComeAgain(sequence);
            }
        }
    }

    void redelivers(long sequence) {
        arrivals.mayComeAgain(sequence);
        order.sentOutOfOrder(sequence);
        tries.redelivers(sequence);
    }

    void clockSet(Duration forward) {
        trust.clockSet(forward);
        if (forward.isPositive()) {
            tries.clockSet(forward);
        }
    }

    /** All was started that may be started now. */
    void waits(Lane lane) {
        if (settings.order() == Order.SUBJECT) {
            merges.waits(lane, settings.aggregation(), clock.shown(), onTheWire.keySet());
        }
    }

    void afterStep(Lane lane) {
        int most = 2 * Lane.WINDOW_MAX + Lane.HELD_MAX;
        hold(lane.waiting() <= most, "the window is bounded", lane.waiting());
        hold(lane.inFlight() == onTheWire.size(), "what is in flight is known", onTheWire);
        trust.agrees(lane);
    }

    /** The receiver has been well for a while. */
    void soon(LongPredicate neverTaken) {
        order.soon(neverTaken);
    }

    /** Given time and a receiver that is well, everything has arrived or used up its tries. */
    void atTheEnd(Lane lane, long head) {
        List<Long> undone = order.undoneUpTo(head);
        hold(undone.isEmpty(), "everything arrives or fails", undone);
        hold(lane.state().cursor() == head, "the cursor comes to the end", lane.state());
        hold(!recorder.store.hasActive(), "nothing stays set aside", lane.state());
        for (long event : promised) {
            long sequence = merges.carrier(event);
            SetAside row = recorder.store.asides.get(sequence);
            boolean failed = row != null && !row.state().active();
            hold(
                    arrivals.has(sequence) || dropped.contains(sequence) || failed,
                    "what was promised has arrived",
                    sequence);
        }
    }
}
