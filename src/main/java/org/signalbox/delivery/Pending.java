package org.signalbox.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A delivery in the memory of a lane: in its window, or set aside and at the head of its line. */
final class Pending {
    final long sequence;
    final String subject;
    final String key;
    final boolean again;
    int attempts;

    /** The earliest event that it takes in. */
    long first;

    /** While it waits for what may follow; null when it does not. */
    @Nullable Edit edit;

    /** When that begins anew, by the times of events. */
    Instant openUntil = Instant.EPOCH;

    int tries;
    long streak = -1;
    Instant nextAt = Instant.EPOCH;

    /** Whether the store has a row of it. */
    boolean stored;

    boolean inFlight;

    private Pending(long sequence, String subject, String key, boolean again, int attempts) {
        this.sequence = sequence;
        this.subject = subject;
        this.key = key;
        this.again = again;
        this.attempts = attempts;
        this.first = sequence;
    }

    static Pending of(Wanted event, String key, boolean again) {
        var pending = new Pending(event.sequence(), event.subject(), key, again, event.attempts());
        pending.stored = event.failed();
        return pending;
    }

    /** What has no tries behind it waits for its turn only, whatever the clock says. */
    static Pending of(SetAside row, String key) {
        var pending = new Pending(row.sequence(), row.subject(), key, row.again(), row.attempts());
        pending.tries = row.tries();
        pending.streak = row.streak();
        pending.nextAt = row.tries() == 0 ? Instant.EPOCH : row.nextAt();
        pending.stored = true;
        return pending;
    }

    SetAside as(SetAside.State state) {
        return new SetAside(sequence, subject, state, attempts, tries, streak, nextAt, again);
    }

    /** How it stands in the table while it is set aside and goes on. */
    SetAside row() {
        return as(tries == 0 ? SetAside.State.WAITING : SetAside.State.RETRYING);
    }
}
