package org.signalbox.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
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
 *     projects or their being off kept from it
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

    /** What became of an event for a webhook. */
    public enum Verdict {
        DELIVERED,
        RETRYING,
        FAILED,
        /** It waits until the webhook is resumed. */
        PAUSED,
        /** It waits until an earlier change of its subject has arrived. */
        BEHIND,
        /** It goes out with a later change of its subject, or went. */
        MERGED,
        /** It is on its way, or is next. */
        WAITING,
        /** A person gave up what waited. */
        SKIPPED,
        /** The webhook was switched off before it could be sent. */
        SWITCHED_OFF,
        /** The webhook was made later. */
        NOT_THERE,
        DISABLED,
        TYPE,
        PROJECT,
        /** It tells how this very webhook fares. */
        OWN;

        /** The word in the API. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether it was sent, or still will be. */
        public boolean isForIt() {
            return compareTo(WAITING) <= 0;
        }
    }

    /**
     * Another webhook and the same event.
     *
     * @param name of the event, as it went out; null when it did not
     * @param last attempt; null when there was none
     */
    public record Recipient(
            Webhook webhook, Verdict verdict, @Nullable String name, @Nullable Attempt last) {}
}
