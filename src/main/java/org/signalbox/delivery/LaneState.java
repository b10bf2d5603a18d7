package org.signalbox.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a restart needs to know of a lane.
 *
 * @param cursor every event up to it is dealt with: delivered, not wanted, or set aside
 * @param consecutiveFailures since the last success
 * @param failingSince when the first of them happened; null when there is none
 * @param streak number of the current run of failures; a success after a failure begins the next
 * @param nextProbeAt when a failing webhook may be tried again
 * @param replay what is being sent again, if anything
 */
record LaneState(
        long cursor,
        int consecutiveFailures,
        @Nullable Instant failingSince,
        long streak,
        @Nullable Instant nextProbeAt,
        @Nullable Pause pause,
        @Nullable Replay replay) {

    /** The events after {@code cursor} up to and including {@code until} go out again. */
    record Replay(long cursor, long until) {}

    static LaneState startingAfter(long sequence) {
        return new LaneState(sequence, 0, null, 0, null, null, null);
    }
}
