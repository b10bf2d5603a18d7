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

    /** It never came to a request, by a fault of ours: the receiver is not to blame. */
    record Unsendable() implements Result {}

    /** It was not sent, since the webhook turned out not to want it: nobody is to blame. */
    record Unwanted() implements Result {}

    /** The receiver wants no more. */
    record Gone() implements Result {}
}
