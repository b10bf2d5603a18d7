package org.signalbox.delivery;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Since when a receiver takes what it gets. Guarded by the lane's lock. */
final class Health {
    private @Nullable Instant since;

    void look(Lane lane, Instant now) {
        if (lane.failing() || lane.paused()) {
            since = null;
        } else if (since == null) {
            since = now;
        }
    }

    /**
     * From what happened until it arrived; null unless it arrived at the first try and the receiver
     * has been well all that time.
     */
    @Nullable Duration lag(Attempt attempt, @Nullable Instant happened) {
        boolean well = since != null && happened != null && !happened.isBefore(since);
        if (!well || attempt.number() > 1 || !attempt.succeeded()) {
            return null;
        }
        Duration lag = Duration.between(happened, attempt.startedAt().plus(attempt.duration()));
        return lag.isNegative() ? null : lag; // the clock was set back
    }
}
