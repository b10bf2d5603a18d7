package org.signalbox.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event of the log that the webhook wants.
 *
 * @param attempts how often it was tried before; not 0 only in a replay
 * @param failed whether the store has it as failed; only in a replay
 * @param edit what it is where changes go out as one; null where they do not
 * @param over whether it was dealt with before a restart; it only ends what waits before it
 */
record Wanted(
        long sequence,
        String subject,
        int attempts,
        boolean failed,
        @Nullable Edit edit,
        boolean over) {

    Wanted(long sequence, String subject, int attempts, boolean failed) {
        this(sequence, subject, attempts, failed, null, false);
    }

    /** Something that happened and was not tried yet. */
    static Wanted first(long sequence, String subject) {
        return first(sequence, subject, null);
    }

    static Wanted first(long sequence, String subject, @Nullable Edit edit) {
        return new Wanted(sequence, subject, 0, false, edit, false);
    }

    /** It takes in others, the first of which happened then; null when it does not. */
    Wanted since(@Nullable Instant first) {
        return first == null || edit == null
                ? this
                : new Wanted(sequence, subject, attempts, failed, edit.since(first), over);
    }

    Wanted asOver() {
        return new Wanted(sequence, subject, attempts, failed, edit, true);
    }
}
