package org.signalbox.webhook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a webhook fared at some moment, as events tell it to other webhooks. Where it sends to and
 * what it signs with is left out: that is not for their receivers.
 *
 * @param reason a sentence for administrators; null while nothing is to be said
 * @param since when the status began, as far as known
 * @param lastError what the receiver answered at last, if it was no success
 */
public record WebhookState(
        long id,
        String name,
        String format,
        WebhookStatus status,
        @Nullable String reason,
        @Nullable Instant since,
        int consecutiveFailures,
        @Nullable String lastError) {}
