package org.signalbox.delivery;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a webhook's attempts of one hour came to.
 *
 * @param median of the times it took to answer; null when nothing was answered
 * @param p95 the time in which 95 of 100 answers came
 */
public record Hour(
        Instant start,
        int delivered,
        int failed,
        @Nullable Duration median,
        @Nullable Duration p95) {}
