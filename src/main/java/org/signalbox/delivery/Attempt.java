package org.signalbox.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.signalbox.sender.Failure;
import org.signalbox.sender.Header;
import org.signalbox.webhook.Webhook;

/**
 * One request of a delivery and what came of it.
 *
 * @param number within the delivery, from 1
 * @param statusCode null when there was no answer
 * @param failure why there was no answer; null when there was one
 * @param error in words an administrator understands; null when there is nothing to say
 * @param responseBody its first 4 KiB as text; empty when there was none
 * @param responseBytes how long the body was
 * @param sent what was particular about the request
 */
public record Attempt(
        int number,
        Instant startedAt,
        Duration duration,
        @Nullable Integer statusCode,
        @Nullable Failure failure,
        @Nullable String error,
        List<Header> responseHeaders,
        String responseBody,
        int responseBytes,
        SentAs sent) {

    public Attempt {
        responseHeaders = List.copyOf(responseHeaders);
    }

    /** Instead of one that never came to a request, by a fault of ours. */
    static Attempt broken(int number, Instant now, String words, Webhook webhook) {
        return new Attempt(
                number,
                now,
                Duration.ZERO,
                null,
                null,
                words,
                List.of(),
                "",
                0,
                SentAs.broken(webhook.url(), webhook.format()));
    }

    /** Whether the receiver took it. */
    public boolean succeeded() {
        return statusCode != null && statusCode >= 200 && statusCode < 300;
    }

    /** Whether only the beginning of the response's body was kept. */
    public boolean responseTruncated() {
        return responseBytes > 4_096;
    }
}
