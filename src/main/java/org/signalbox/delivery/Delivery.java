package org.signalbox.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.signalbox.event.Event;

/**
 * One event for one webhook.
 *
 * @param id unique within the webhook
 * @param name of the event in the webhook's format
 * @param test whether it was sent by hand with sample data
 * @param attempts how often it was tried
 * @param last the latest attempt; null when it was not tried yet
 * @param nextAttemptAt when it is tried again; null when it is not, or when its turn is not known
 */
public record Delivery(
        String id,
        long webhookId,
        Event event,
        String name,
        boolean test,
        DeliveryState state,
        int attempts,
        @Nullable Attempt last,
        @Nullable Instant nextAttemptAt) {}
