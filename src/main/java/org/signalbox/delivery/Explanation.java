package org.signalbox.delivery;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.signalbox.event.Event;
import org.signalbox.webhook.Match;
import org.signalbox.webhook.Webhook;

/**
 * Why a webhook got an event, or did not.
 *
 * @param match what the webhook's subscription said when the event happened
 * @param delivery what became of it; null when there was none
 * @param heldBackBy the earlier delivery about the same subject that has to arrive first
 * @param by the name of the person who gave it up or switched the webhook off, where that decided
 * @param at when that was
 * @param others what the other webhooks got of it: those that wanted it, then those that only their
 *     projects kept from it
 * @param uninterested how many more there are
 */
public record Explanation(
        Webhook webhook,
        Event event,
        Match match,
        Verdict verdict,
        @Nullable Delivery delivery,
        @Nullable String heldBackBy,
        @Nullable String by,
        @Nullable Instant at,
        List<Recipient> others,
        int uninterested) {

    public Explanation {
        others = List.copyOf(others);
    }
}
