package org.signalbox.webhook;

import java.util.Locale;

/** How a webhook fares. */
public enum WebhookStatus {
    ACTIVE,
    /** The receiver fails: one request at a time finds out whether it is back. */
    FAILING,
    /** Nothing is sent and nothing is lost until a person resumes it. */
    PAUSED,
    /** Not subscribed. */
    DISABLED;

    /** The word in the API. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
