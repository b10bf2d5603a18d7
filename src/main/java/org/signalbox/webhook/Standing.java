package org.signalbox.webhook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a webhook fares, and why.
 *
 * @param reason a sentence for administrators; null while nothing is to be said
 * @param by the name of the person who paused it or switched it off; null if its receiver's answers
 *     did
 * @param since when the status began, as far as known
 * @param pendingDeliveries how many wait to be sent, for the first time or again
 * @param nextProbeAt when a failing receiver is tried next
 */
public record Standing(
        WebhookStatus status,
        @Nullable String reason,
        @Nullable String by,
        @Nullable Instant since,
        int consecutiveFailures,
        long pendingDeliveries,
        @Nullable Instant nextProbeAt) {}
