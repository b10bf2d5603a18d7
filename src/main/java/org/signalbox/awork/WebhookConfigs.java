package org.signalbox.awork;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.signalbox.account.Actor;
import org.signalbox.awork.AworkConfigStore.Known;
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

    /** What a list can be asked for by. */
    static final Set<String> PROPERTIES =
            Set.of(
                    "id",
                    "receiverType",
                    "name",
                    "uri",
                    "events",
                    "isActive",
                    "onlyTriggerForMainEntityChanges",
                    "authenticationType",
                    "language",
                    "lastFailureReason",
                    "createdOn",
                    "createdBy",
                    "updatedOn",
                    "updatedBy");

    /** As awork writes the times of webhooks: seven digits and no zone. */
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSS").withZone(ZoneOffset.UTC);

    private final Webhooks webhooks;
    private final WebhookDetails details;
    private final WebhookIds ids;
    private final ConfigNotes notes;
    private final Deliveries deliveries;
    private final Formats formats;

    WebhookConfigs(
            Webhooks webhooks,
            WebhookDetails details,
            WebhookIds ids,
            ConfigNotes notes,
            Deliveries deliveries,
            Formats formats) {
        this.webhooks = webhooks;
        this.details = details;
        this.ids = ids;
        this.notes = notes;
        this.deliveries = deliveries;
        this.formats = formats;
    }

    static String time(Instant time) {
        return TIME.format(time);
    }

    /** Oldest first, unless another order is wanted. */
    Paging.Page list(Actor actor, ListWish wish, Paging paging) {
        actor.requireAdmin();
        List<Webhook> all = webhooks.all().stream().filter(WebhookIds::isOurs).toList();
        if (wish.isOpen()) {
            List<Webhook> part = all.stream().skip(paging.skipped()).limit(paging.size()).toList();
            return page(paging, models(actor, part), all.size());
        }
        List<ObjectNode> wanted = wish.of(models(actor, all));
        return page(
                paging,
                wanted.stream().skip(paging.skipped()).limit(paging.size()).toList(),
                wanted.size());
    }

    private List<ObjectNode> models(Actor actor, List<Webhook> some) {
        Map<Long, Known> known = notes.of(some);
        return details.of(actor, some).stream()
                .map(detail -> model(detail, known.get(detail.webhook().id())))
                .toList();
    }

    private static Paging.Page page(Paging paging, List<ObjectNode> models, int total) {
        return new Paging.Page(paging, JSON.arrayNode().addAll(models), total);
    }

    /**
     * @throws Refusal if there is none of this UUID
     */
    ObjectNode show(Actor actor, String uuid) {
        actor.requireAdmin();
        return shown(actor, ids.find(uuid).id());
    }

    /**
     * @throws Refusal if it may not be so
     */
    ObjectNode create(Actor actor, ObjectNode sent) {
        actor.requireAdmin();
        var form = new WebhookConfigForm(sent, null);
        ObjectNode write = form.write().put("name", notes.stored(form.name(), null));
        Webhook created = webhooks.create(actor, write);
        notes.keep(created, form);
        return shown(actor, created.id());
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
        ObjectNode write = form.write().put("name", notes.stored(form.name(), webhook));
        if (isPaused(actor, webhook)) {
            write.remove("enabled");
        }
        notes.keep(webhooks.change(actor, webhook.id(), write), form);
        if (form.isActive() && isPaused(actor, webhook)) {
            deliveries.resume(actor, webhook.id());
        }
        return shown(actor, webhook.id());
    }

    private boolean isPaused(Actor actor, Webhook webhook) {
        return isPaused(details.show(actor, webhook.id()).standing());
    }

    private ObjectNode shown(Actor actor, long id) {
        WebhookDetail detail = details.show(actor, id);
        return model(detail, notes.of(List.of(detail.webhook())).get(id));
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

    private ObjectNode model(WebhookDetail detail, @Nullable Known known) {
        Webhook webhook = detail.webhook();
        Standing standing = detail.standing();
        Header header = webhook.header();
        ObjectNode model =
                JSON.objectNode()
                        .put("id", ids.of(webhook.id()))
                        .put("receiverType", "custom")
                        .put("name", ConfigNotes.name(webhook, known))
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
        if (known != null && known.language() != null) {
            model.put("language", known.language());
        }
        model.put("createdOn", time(webhook.createdAt()));
        person(model, "createdBy", webhook.createdBy());
        model.put("updatedOn", time(webhook.updatedAt()));
        person(model, "updatedBy", webhook.changedBy());
        return model;
    }

    private void person(ObjectNode model, String property, @Nullable Long userId) {
        if (userId != null) {
            model.put(property, ids.ofUser(userId));
        }
    }
}
