package org.signalbox.delivery;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a lane goes by.
 *
 * @param concurrency requests at once, at most
 * @param maxPerSecond requests a second, at most; null for no limit
 * @param pauseAfter failures in a row that are still tolerated
 * @param aggregation for how long a change waits for those that follow; zero for not at all
 */
record LaneSettings(
        Order order,
        int concurrency,
        @Nullable Integer maxPerSecond,
        RetrySchedule schedule,
        int pauseAfter,
        Duration aggregation) {}
