package org.signalbox.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a delivery after an attempt.
 *
 * @param nextAt when it is tried again; null unless it is retried
 */
record Fate(Kind kind, @Nullable Instant nextAt) {
    static final Fate DELIVERED = new Fate(Kind.DELIVERED, null);
    static final Fate FAILED = new Fate(Kind.FAILED, null);
    static final Fate DROPPED = new Fate(Kind.DROPPED, null);

    enum Kind {
        DELIVERED,
        RETRYING,
        FAILED,
        /** Its backlog was skipped while it was under way. */
        DROPPED
    }

    static Fate retryAt(Instant time) {
        return new Fate(Kind.RETRYING, time);
    }
}
