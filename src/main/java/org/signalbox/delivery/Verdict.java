package org.signalbox.delivery;

import java.util.Locale;
import org.signalbox.webhook.Match;

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

    /** Of an event that a webhook did not want. */
    static Verdict unwanted(Match.Rule rule) {
        return switch (rule) {
            case EXISTS -> NOT_THERE;
            case ENABLED -> DISABLED;
            case TYPE -> TYPE;
            case PROJECT -> PROJECT;
            case OTHER -> OWN;
            case WANTED -> throw new IllegalArgumentException("It was wanted");
        };
    }

    /** The word in the API. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it was sent, or still will be. */
    public boolean isForIt() {
        return compareTo(WAITING) <= 0;
    }

    /** Whether it was to be sent when it happened. */
    public boolean wasForIt() {
        return compareTo(SWITCHED_OFF) <= 0;
    }
}
