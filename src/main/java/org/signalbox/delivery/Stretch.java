package org.signalbox.delivery;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What all attempts of some time came to.
 *
 * @param lag from the commit of a change until a healthy receiver had it, for half of them; null
 *     when there were none
 * @param lagP99 the same for 99 of 100
 */
public record Stretch(
        Instant start,
        long delivered,
        long failed,
        @Nullable Duration lag,
        @Nullable Duration lagP99) {

    static Stretch of(Instant start, Counts counts) {
        return new Stretch(
                start,
                counts.delivered(),
                counts.failed(),
                counts.lags().percentile(50),
                counts.lags().percentile(99));
    }

    public long attempts() {
        return delivered + failed;
    }
}
