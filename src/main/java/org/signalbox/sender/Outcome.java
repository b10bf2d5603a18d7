package org.signalbox.sender;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of one attempt. */
public sealed interface Outcome {

    /** From the beginning of the attempt until it was over. */
    Duration took();

    /**
     * The receiver answered, well or not.
     *
     * @param headers at most 50, each value cut at 1 KiB
     * @param body the first 4 KiB as text
     * @param bodyBytes how long the body was; reading stops at 64 KiB
     * @param retryAfter how long the receiver asks to be left alone, if it says so
     */
    record Answered(
            int status,
            List<Header> headers,
            String body,
            int bodyBytes,
            @Nullable Duration retryAfter,
            Duration took)
            implements Outcome {

        public Answered {
            headers = List.copyOf(headers);
        }

        /** Whether the receiver took it. */
        public boolean accepted() {
            return status >= 200 && status < 300;
        }
    }

    /**
     * No answer came, or none that can be read.
     *
     * @param words a sentence for an administrator
     */
    record Unanswered(Failure kind, String words, Duration took) implements Outcome {}
}
