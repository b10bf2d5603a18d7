package org.signalbox.webhook;

import org.jspecify.annotations.Nullable;

/**
 * Whether a webhook wanted an event when it happened, and the rule that decided.
 *
 * @param then what it was subscribed to at that moment; null when it did not exist yet
 * @param name of the event in its format; null when it had not subscribed to it
 */
public record Match(Rule rule, @Nullable Subscription then, @Nullable String name) {

    /** What is asked, in this order; the first that does not hold decides. */
    public enum Rule {
        /** It was there when the event happened. */
        EXISTS,
        /** It was switched on. */
        ENABLED,
        /** It had subscribed to events of this type. */
        TYPE,
        /** It had chosen the event's project. */
        PROJECT,
        /** It tells of something else than how this very webhook fares. */
        OTHER,
        /** All of that holds. */
        WANTED
    }

    public boolean wanted() {
        return rule == Rule.WANTED;
    }
}
