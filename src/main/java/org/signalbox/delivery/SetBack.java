package org.signalbox.delivery;

import java.time.Duration;
import java.time.Instant;

/**
 * Notices when the clock is set back, so that what waits for a time on it does not wait longer for
 * that. A clock that is set forward needs no care: what it passes is due.
 *
 * <p>It sees a clock only when it is told the time, so a step back is measured from the latest time
 * it was told. What it misses is never more than the time that passed unseen.
 */
final class SetBack {
    /** Small corrections, as a time service makes them, are let pass. */
    private static final Duration TOLERANCE = Duration.ofSeconds(1);

    private Instant latest = Instant.MIN;

    /** How far the clock was set back since it was last looked at; zero when it was not. */
    Duration since(Instant now) {
        if (!now.isBefore(latest)) {
            latest = now;
            return Duration.ZERO;
        }
        Duration back = Duration.between(now, latest);
        if (back.compareTo(TOLERANCE) <= 0) {
            return Duration.ZERO;
        }
        latest = now;
        return back;
    }
}
