package org.signalbox.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.signalbox.webhook.Webhook;

/**
 * An attempt as a row of the log.
 *
 * @param lag how long it took from the commit of the change until the receiver had it; null where
 *     something else than the way there took time: a retry, a repetition, a receiver that was away
 */
record Attempted(long webhookId, long sequence, Attempt attempt, @Nullable Duration lag) {

    /** What can be recorded when the database does not take what the receiver answered. */
    Attempted withoutAnswer() {
        return new Attempted(
                webhookId,
                sequence,
                new Attempt(
                        attempt.number(),
                        attempt.startedAt(),
                        attempt.duration(),
                        attempt.statusCode(),
                        attempt.failure(),
                        "The database refused to record the answer; the server's log says why",
                        List.of(),
                        "",
                        attempt.responseBytes(),
                        attempt.sent()),
                lag);
    }

    /** Has a delivery show as failed that the database refused to set aside. */
    static Attempted insteadOf(SetAside row, Webhook webhook, Instant now) {
        return new Attempted(
                webhook.id(),
                row.sequence(),
                Attempt.broken(
                        Math.max(1, row.attempts()),
                        now,
                        "The database refused to set this aside; the server's log says why",
                        webhook),
                null);
    }
}
