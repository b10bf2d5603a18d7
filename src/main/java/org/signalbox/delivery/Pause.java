package org.signalbox.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A webhook was stopped until a person resumes it.
 *
 * @param by the user who did it; null when the receiver's answers did
 * @param reason in words an administrator understands
 */
record Pause(Instant since, @Nullable Long by, String reason) {
    private static final String GONE = "receiver answered 410 Gone";

    /** The receiver said that it wants no more. */
    static Pause gone(Instant since) {
        return new Pause(since, null, GONE);
    }

    boolean isGone() {
        return by == null && reason.equals(GONE);
    }
}
