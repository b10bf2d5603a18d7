package org.signalbox.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.signalbox.store.Tx;

/** What a lane has to have written. Guarded by the lane's lock. */
final class Unwritten {
    /** Attempts after which the cursor is written although nothing else is to be. */
    private static final int CURSOR_EVERY = 100;

    private final RunningLane owner;
    private final Lane lane;
    private final List<CountDownLatch> waiting = new ArrayList<>();
    private final List<Consumer<Tx>> notes = new ArrayList<>();
    private List<Attempted> attempts = new ArrayList<>();
    private int attemptsSinceCursor;
    private long writtenCursor;
    private int beingWritten;
    private Condition written;

    Unwritten(RunningLane owner, Lane lane) {
        this.owner = owner;
        this.lane = lane;
        this.writtenCursor = lane.state().cursor();
        this.written = Condition.of(lane.state());
    }

    /**
     * What goes into one transaction.
     *
     * @param changes null when the state may stay as it is in the store
     * @param before how the webhook fared when its state was written last
     * @param notes what is written down of those who asked for a change
     */
    record Entry(
            RunningLane lane,
            List<Attempted> attempts,
            @Nullable LaneChanges changes,
            Condition before,
            List<Consumer<Tx>> notes,
            List<CountDownLatch> waiting) {
        long webhookId() {
            return lane.webhook().id();
        }
    }

    void add(Attempted attempt) {
        attempts.add(attempt);
    }

    /** Opens the latch when all that there is to write now is durable, and this note with it. */
    void announceTo(CountDownLatch latch, Consumer<Tx> note) {
        waiting.add(latch);
        notes.add(note);
    }

    boolean isEmpty() {
        return attempts.isEmpty() && waiting.isEmpty() && !lane.urgent();
    }

    Entry take(boolean withCursor) {
        attemptsSinceCursor += attempts.size();
        boolean state = withCursor || lane.urgent() || attemptsSinceCursor >= CURSOR_EVERY;
        LaneChanges changes = state ? lane.take() : null;
        if (changes != null) {
            attemptsSinceCursor = 0;
            writtenCursor = changes.state().cursor();
        }
        beingWritten++;
        var entry =
                new Entry(
                        owner,
                        attempts,
                        changes,
                        written,
                        List.copyOf(notes),
                        List.copyOf(waiting));
        written = changes == null ? written : Condition.of(changes.state());
        attempts = new ArrayList<>();
        notes.clear();
        waiting.clear();
        return entry;
    }

    void written() {
        beingWritten--;
    }

    /** Whether nothing is left that would be lost with the process. */
    boolean isWritten() {
        return isEmpty() && beingWritten == 0;
    }

    /** Whether the cursor in the store lags behind attempts, or by more than so many events. */
    boolean cursorIsStale(long tolerance) {
        return attemptsSinceCursor > 0 || lane.state().cursor() - writtenCursor > tolerance;
    }
}
