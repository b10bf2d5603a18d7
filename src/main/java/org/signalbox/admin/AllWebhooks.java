package org.signalbox.admin;

import java.util.List;
import org.signalbox.account.Actor;
import org.signalbox.webhook.WebhookDetail;
import org.signalbox.webhook.WebhookDetails;
import org.springframework.stereotype.Component;

/** All webhooks with how they fare. */
@Component
final class AllWebhooks {
    private final WebhookDetails details;

    AllWebhooks(WebhookDetails details) {
        this.details = details;
    }

    List<WebhookDetail> details(Actor actor) {
        return details.all(actor);
    }
}
