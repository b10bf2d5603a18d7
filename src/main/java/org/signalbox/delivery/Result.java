package org.signalbox.delivery;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came of an attempt, as far as the lane cares. */
sealed interface Result {
    record Success() implements Result {}

    /**
     * @param retryAfter the wait that the receiver asked for
     */
    record Failure(@Nullable Duration retryAfter) implements Result {}

    /** The receiver wants no more. */
    record Gone() implements Result {}
}
