package org.signalbox.delivery;

import java.time.Instant;
import java.util.List;
import org.signalbox.webhook.Webhook;

/** An attempt as a row of the log. */
record Attempted(long webhookId, long sequence, Attempt attempt) {

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
                        attempt.sent()));
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
                        webhook));
    }
}
