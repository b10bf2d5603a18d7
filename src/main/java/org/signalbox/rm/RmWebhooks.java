package org.signalbox.rm;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.signalbox.account.Actor;
import org.signalbox.format.RmObjects;
import org.signalbox.hal.Refusal;
import org.signalbox.rm.RmFields.Field;
import org.signalbox.webhook.FreeNames;
import org.signalbox.webhook.Webhook;
import org.signalbox.webhook.Webhooks;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The webhooks that send what Resource Management sends. There, one has one event; one of ours with
 * several stands in the list once for each of them. One that is switched off is none.
 */
@Component
final class RmWebhooks {
    private static final String FORMAT = "resource_management";
    private static final int ORGANIZATION = 1;
    private static final int HOST_MAX = 100;

    private static final RmFields WEBHOOK =
            new RmFields(
                    Field.text("url", "url").titled("URL"), Field.text("event_type", "events"));

    private final Webhooks webhooks;
    private final FreeNames names;

    RmWebhooks(Webhooks webhooks, FreeNames names) {
        this.webhooks = webhooks;
        this.names = names;
    }

    /** All of them, by id. */
    List<ObjectNode> all(Actor actor) {
        actor.requireAdmin();
        return webhooks.all().stream()
                .filter(RmWebhooks::isTheirs)
                .flatMap(RmWebhooks::objects)
                .toList();
    }

    ObjectNode show(Actor actor, long id) {
        return objects(visible(actor, id)).findFirst().orElseThrow(Refusal.NotFound::new);
    }

    ObjectNode create(Actor actor, ObjectNode sent) {
        actor.requireAdmin();
        for (String name : sent.propertyNames()) {
            if (!name.equals("url") && !name.equals("event_type")) {
                throw RmFields.notAssignable(name);
            }
        }
        String url = text(sent.path("url"));
        String event = text(sent.path("event_type"));
        requireBoth(url, event);
        return WEBHOOK.inTheirWords(() -> {
            var body =
                    JsonNodeFactory.instance
                            .objectNode()
                            .put("name", name(event, url))
                            .put("url", url)
                            .put("format", FORMAT)
                            .put("allProjects", true);
            body.putArray("events").add(event);
            return objects(webhooks.create(actor, body)).findFirst().orElseThrow();
        });
    }

    void delete(Actor actor, long id) {
        webhooks.delete(actor, visible(actor, id).id());
    }

    private Webhook visible(Actor actor, long id) {
        actor.requireAdmin();
        return webhooks.find(id).filter(RmWebhooks::isTheirs).orElseThrow(Refusal.NotFound::new);
    }

    private static boolean isTheirs(Webhook webhook) {
        return webhook.enabled() && webhook.format().equals(FORMAT);
    }

    private static Stream<ObjectNode> objects(Webhook webhook) {
        return webhook.subscription().events().stream().map(event -> object(webhook, event));
    }

    private static ObjectNode object(Webhook webhook, String event) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", webhook.id())
                .put("organization_id", ORGANIZATION)
                .put("url", webhook.url())
                .put("status", "active")
                .put("event_type", event)
                .put("created_at", RmObjects.time(webhook.createdAt()))
                .put("updated_at", RmObjects.time(webhook.updatedAt()));
    }

    private static String text(JsonNode sent) {
        return sent.isValueNode() && !sent.isNull() ? sent.asString().strip() : "";
    }

    private static void requireBoth(String url, String event) {
        var problems = new ArrayList<Refusal.Invalid>();
        if (url.isEmpty()) {
            problems.add(new Refusal.Invalid("url", "Url can't be blank"));
        }
        if (event.isEmpty()) {
            problems.add(new Refusal.Invalid("event_type", "Event type can't be blank"));
        }
        if (!problems.isEmpty()) {
            throw new Refusal.Several(problems);
        }
    }

    /** They have no names there, and each has one of its own here. */
    private String name(String event, String url) {
        var host = host(url);
        return names.like(
                "%s to %s".formatted(event, host.substring(0, Math.min(HOST_MAX, host.length()))));
    }

    private static String host(String url) {
        try {
            var host = URI.create(url).getHost();
            return host == null ? "a receiver" : host;
        } catch (IllegalArgumentException _) {
            return "a receiver";
        }
    }
}
