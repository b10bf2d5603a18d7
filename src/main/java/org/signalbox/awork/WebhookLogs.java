package org.signalbox.awork;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.signalbox.account.Actor;
import org.signalbox.delivery.Attempt;
import org.signalbox.delivery.Delivery;
import org.signalbox.delivery.DeliveryLog;
import org.signalbox.delivery.DeliveryQuery;
import org.signalbox.webhook.Formats;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What was sent to a webhook and what came of it: one entry for each attempt, the latest delivery
 * first. A page holds so many deliveries, with all attempts of each.
 */
@Component
final class WebhookLogs {
    private final DeliveryLog log;
    private final Formats formats;
    private final WebhookIds ids;

    WebhookLogs(DeliveryLog log, Formats formats, WebhookIds ids) {
        this.log = log;
        this.formats = formats;
        this.ids = ids;
    }

    Paging.Page list(Actor actor, String uuid, Paging paging) {
        actor.requireAdmin();
        long id = ids.find(uuid).id();
        var query = DeliveryQuery.latest(paging.size()).from(paging.skipped());
        var found = log.list(actor, id, query);
        ArrayNode items = JsonNodeFactory.instance.arrayNode();
        for (Delivery delivery : found.elements()) {
            for (Attempt attempt : delivery.attempts().reversed()) {
                items.add(entry(uuid, delivery, attempt));
            }
        }
        return new Paging.Page(paging, items, found.total());
    }

    private ObjectNode entry(String uuid, Delivery delivery, Attempt attempt) {
        ObjectNode entry = JsonNodeFactory.instance.objectNode();
        formats.find(attempt.sent().format())
                .filter(format -> format.knows(attempt.sent().name()))
                .map(format -> format.body(delivery.event(), attempt.sent().name()))
                .ifPresent(body -> entry.put("message", new String(body, UTF_8)));
        entry.put("webhookId", uuid);
        Integer status = attempt.statusCode();
        entry.put("responseCode", status == null ? 0 : status);
        entry.put("createdOn", WebhookConfigs.time(attempt.startedAt()));
        if (attempt.error() != null) {
            entry.put("reason", attempt.error());
        }
        return entry.put("isSuccessful", attempt.succeeded());
    }
}
