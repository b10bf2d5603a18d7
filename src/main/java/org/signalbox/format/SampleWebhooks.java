package org.signalbox.format;

import org.signalbox.event.EventTypes;
import org.signalbox.webhook.WebhookState;
import org.signalbox.webhook.WebhookStatus;

/** A webhook as samples tell how it fares. */
final class SampleWebhooks {
    private static final long ID = 7;

    private SampleWebhooks() {}

    static WebhookState state(String type) {
        return switch (type) {
            case EventTypes.WEBHOOK_FAILING -> state(WebhookStatus.FAILING, 3);
            case EventTypes.WEBHOOK_PAUSED -> state(WebhookStatus.PAUSED, 11);
            default ->
                    new WebhookState(
                            ID,
                            "Billing",
                            "openproject",
                            WebhookStatus.ACTIVE,
                            null,
                            null,
                            0,
                            null);
        };
    }

    private static WebhookState state(WebhookStatus status, int failures) {
        return new WebhookState(
                ID,
                "Billing",
                "openproject",
                status,
                failures + " failures in a row",
                SampleWork.NOW,
                failures,
                "The receiver answered 503");
    }
}
