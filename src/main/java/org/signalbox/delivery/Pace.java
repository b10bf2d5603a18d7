package org.signalbox.delivery;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Spaces requests evenly when a webhook takes only so many a second. */
final class Pace {
    /** A pass that comes late by up to this much makes good for it. */
    private static final Duration SLACK = Duration.ofMillis(20);

    private final @Nullable Duration interval;
    private Instant next = Instant.EPOCH;

    Pace(@Nullable Integer maxPerSecond) {
        this.interval =
                maxPerSecond == null ? null : Duration.ofNanos(SECONDS.toNanos(1) / maxPerSecond);
    }

    /** When the next request may go out; null for at once. */
    @Nullable Instant waitUntil(Instant now) {
        if (interval == null) {
            return null;
        }
        if (next.isAfter(now.plus(interval))) {
            next = now.plus(interval); // the clock was set back
        }
        return next.isAfter(now) ? next : null;
    }

    /** That moment, or the one when the next request may go out if that is later. */
    @Nullable Instant later(@Nullable Instant at, Instant now) {
        Instant paced = waitUntil(now);
        return at != null && paced != null && paced.isAfter(at) ? paced : at;
    }

    void took(Instant now) {
        if (interval != null) {
            Instant earliest = now.minus(SLACK);
            next = (next.isBefore(earliest) ? earliest : next).plus(interval);
        }
    }
}
