package org.signalbox.delivery;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.signalbox.event.Event;

/**
 * One event for one webhook.
 *
 * @param id unique within the webhook
 * @param name of the event in the webhook's format
 * @param test whether it was sent by hand with sample data
 * @param attempts oldest first; none when it was not tried yet
 * @param nextAttemptAt when it is tried again; null when it is not, or when its turn is not known
 */
public record Delivery(
        String id,
        long webhookId,
        Event event,
        String name,
        boolean test,
        DeliveryState state,
        List<Attempt> attempts,
        @Nullable Instant nextAttemptAt) {

    public Delivery {
        attempts = List.copyOf(attempts);
    }

    /** The latest attempt; null when it was not tried yet. */
    public @Nullable Attempt last() {
        return attempts.isEmpty() ? null : attempts.getLast();
    }
}
