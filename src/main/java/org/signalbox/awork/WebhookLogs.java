package org.signalbox.awork;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.signalbox.account.Actor;
import org.signalbox.delivery.Attempt;
import org.signalbox.delivery.AttemptLog;
import org.signalbox.hal.Found;
import org.signalbox.webhook.Formats;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What was sent to a webhook and what came of it: one entry for each request, the latest first. */
@Component
final class WebhookLogs {
    private final AttemptLog log;
    private final Formats formats;
    private final WebhookIds ids;

    WebhookLogs(AttemptLog log, Formats formats, WebhookIds ids) {
        this.log = log;
        this.formats = formats;
        this.ids = ids;
    }

    Paging.Page list(Actor actor, String uuid, Paging paging) {
        actor.requireAdmin();
        long id = ids.find(uuid).id();
        Found<AttemptLog.Entry> found = log.list(actor, id, paging.skipped(), paging.size());
        ArrayNode items = JsonNodeFactory.instance.arrayNode();
        found.elements().forEach(made -> items.add(entry(ids.of(id), made)));
        return new Paging.Page(paging, items, found.total());
    }

    private ObjectNode entry(String uuid, AttemptLog.Entry made) {
        Attempt attempt = made.attempt();
        ObjectNode entry = JsonNodeFactory.instance.objectNode();
        formats.find(attempt.sent().format())
                .filter(format -> format.knows(attempt.sent().name()))
                .map(format -> format.body(made.event(), attempt.sent().name()))
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
