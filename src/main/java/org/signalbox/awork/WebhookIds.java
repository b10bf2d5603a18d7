package org.signalbox.awork;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.signalbox.format.Uuids;
import org.signalbox.hal.Refusal;
import org.signalbox.webhook.Webhook;
import org.signalbox.webhook.Webhooks;
import org.springframework.stereotype.Component;

/** Finds webhooks by their UUIDs, of which they have none of their own. */
@Component
final class WebhookIds {
    static final String FORMAT = "awork";

    private final Map<String, Long> byUuid = new ConcurrentHashMap<>();
    private final Webhooks webhooks;
    private final Uuids uuids;

    WebhookIds(Webhooks webhooks, Uuids uuids) {
        this.webhooks = webhooks;
        this.uuids = uuids;
        webhooks.onChange(this::look);
        webhooks.all().forEach(webhook -> look(webhook.id()));
    }

    private void look(long id) {
        if (webhooks.find(id).isPresent()) {
            byUuid.put(of(id), id);
        } else {
            byUuid.remove(of(id));
        }
    }

    String of(long id) {
        return uuids.of("webhook", id);
    }

    String ofUser(long id) {
        return uuids.of("user", id);
    }

    /**
     * @throws Refusal if awork has no such webhook
     */
    Webhook find(String uuid) {
        Long id = byUuid.get(uuid.toLowerCase(Locale.ROOT));
        if (id == null) {
            throw new Refusal.NotFound();
        }
        return webhooks.find(id).filter(WebhookIds::isOurs).orElseThrow(Refusal.NotFound::new);
    }

    /** Others have events that awork has no names for. */
    static boolean isOurs(Webhook webhook) {
        return webhook.format().equals(FORMAT);
    }
}
