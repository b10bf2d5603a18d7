package org.signalbox.awork;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.signalbox.account.Actor;
import org.signalbox.delivery.Deliveries;
import org.signalbox.hal.Refusal;
import org.signalbox.sender.Header;
import org.signalbox.webhook.EventName;
import org.signalbox.webhook.Formats;
import org.signalbox.webhook.Standing;
import org.signalbox.webhook.Webhook;
import org.signalbox.webhook.WebhookDetail;
import org.signalbox.webhook.WebhookDetails;
import org.signalbox.webhook.WebhookStatus;
import org.signalbox.webhook.Webhooks;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The webhooks of awork's format, as awork calls and shows them. For administrators. */
@Component
final class WebhookConfigs {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** As awork writes the times of webhooks: seven digits and no zone. */
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSS").withZone(ZoneOffset.UTC);

    private final Webhooks webhooks;
    private final WebhookDetails details;
    private final WebhookIds ids;
    private final Deliveries deliveries;
    private final Formats formats;

    WebhookConfigs(
            Webhooks webhooks,
            WebhookDetails details,
            WebhookIds ids,
            Deliveries deliveries,
            Formats formats) {
        this.webhooks = webhooks;
        this.details = details;
        this.ids = ids;
        this.deliveries = deliveries;
        this.formats = formats;
    }

    static String time(Instant time) {
        return TIME.format(time);
    }

    /** Oldest first. */
    Paging.Page list(Actor actor, Paging paging) {
        List<Webhook> all = webhooks.all().stream().filter(WebhookIds::isOurs).toList();
        List<Webhook> part = all.stream().skip(paging.skipped()).limit(paging.size()).toList();
        ArrayNode items = JSON.arrayNode();
        details.of(actor, part).forEach(detail -> items.add(model(detail)));
        return new Paging.Page(paging, items, all.size());
    }

    /**
     * @throws Refusal if there is none of this UUID
     */
    ObjectNode show(Actor actor, String uuid) {
        actor.requireAdmin();
        return model(details.show(actor, ids.find(uuid).id()));
    }

    /**
     * @throws Refusal if it may not be so
     */
    ObjectNode create(Actor actor, ObjectNode sent) {
        actor.requireAdmin();
        Webhook created = webhooks.create(actor, new WebhookConfigForm(sent, null).write());
        return model(details.show(actor, created.id()));
    }

    /**
     * Replaces all that awork knows of it. Who switches on what was paused lets it go on; what is
     * paused is not active as awork sees it, so it need not be switched off as well.
     *
     * @throws Refusal if there is none of this UUID, or if it may not be so
     */
    ObjectNode change(Actor actor, String uuid, ObjectNode sent) {
        actor.requireAdmin();
        Webhook webhook = ids.find(uuid);
        var form = new WebhookConfigForm(sent, webhook.header());
        ObjectNode write = form.write();
        boolean paused = isPaused(details.show(actor, webhook.id()).standing());
        if (paused) {
            write.remove("enabled");
        }
        webhooks.change(actor, webhook.id(), write);
        if (paused && form.isActive()) {
            deliveries.resume(actor, webhook.id());
        }
        return model(details.show(actor, webhook.id()));
    }

    void delete(Actor actor, String uuid) {
        actor.requireAdmin();
        webhooks.delete(actor, ids.find(uuid).id());
    }

    /** The current names of all events. */
    ArrayNode eventTypes() {
        ArrayNode names = JSON.arrayNode();
        formats.get(WebhookIds.FORMAT).events().stream()
                .map(WebhookConfigs::current)
                .forEach(names::add);
        return names;
    }

    private static String current(EventName event) {
        return event.aliases().isEmpty() ? event.name() : event.aliases().getFirst();
    }

    private static boolean isPaused(Standing standing) {
        return standing.status() == WebhookStatus.PAUSED;
    }

    private ObjectNode model(WebhookDetail detail) {
        Webhook webhook = detail.webhook();
        Standing standing = detail.standing();
        Header header = webhook.header();
        ObjectNode model =
                JSON.objectNode()
                        .put("id", ids.of(webhook.id()))
                        .put("receiverType", "custom")
                        .put("name", webhook.name())
                        .put("uri", webhook.url())
                        .put("events", String.join(",", webhook.subscription().events()))
                        .put("isActive", webhook.enabled() && !isPaused(standing))
                        .put("onlyTriggerForMainEntityChanges", webhook.mainEntityOnly())
                        .put("authenticationType", header == null ? "none" : "header");
        if (header != null) {
            model.put("authentication", WebhookConfigForm.authentication(header));
        }
        if (standing.consecutiveFailures() > 0 && standing.reason() != null) {
            model.put("lastFailureReason", standing.reason());
        }
        return model.put("createdOn", time(webhook.createdAt()))
                .put("updatedOn", time(webhook.updatedAt()));
    }
}
