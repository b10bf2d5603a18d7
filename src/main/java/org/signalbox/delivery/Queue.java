package org.signalbox.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a webhook has before it, and what it failed to bring.
 *
 * @param retrying how many were tried, not taken, and are to be tried again
 * @param failed how many used up their tries and are kept
 * @param again how many were tried before and wait to be sent once more
 * @param oldest when the oldest of all that wait happened; null when nothing waits, or when it is
 *     not found at once
 * @param oldestUntried the same of those that were never tried
 * @param newestUntried when the newest of them happened
 */
public record Queue(
        long retrying,
        long failed,
        long again,
        @Nullable Instant oldest,
        @Nullable Instant oldestUntried,
        @Nullable Instant newestUntried) {

    /** Of so many that wait in all, those that were never tried. */
    public long untried(long pending) {
        return Math.max(0, pending - retrying - again);
    }
}
