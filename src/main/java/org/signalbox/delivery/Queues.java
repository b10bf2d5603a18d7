package org.signalbox.delivery;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.signalbox.account.Actor;
import org.signalbox.delivery.SetAsideStore.Tally;
import org.signalbox.event.Event;
import org.signalbox.hal.Refusal;
import org.signalbox.hal.Selection;
import org.signalbox.store.Database;
import org.signalbox.store.View;
import org.signalbox.webhook.Webhook;
import org.signalbox.webhook.Webhooks;
import org.springframework.stereotype.Component;

/** Looks what waits for each webhook, for administrators to read. */
@Component
public final class Queues {
    /** The oldest and the newest that is wanted is looked for among so many events. */
    private static final int EVENTS_MAX = 200;

    private static final Selection EVERYTHING = DeliveryStore.selection(DeliveryQuery.latest(1));

    private final Database database;
    private final Webhooks webhooks;
    private final Lanes lanes;
    private final Dispatcher dispatcher;
    private final DeliveryTables tables;
    private final Courier courier;

    Queues(
            Database database,
            Webhooks webhooks,
            Lanes lanes,
            Dispatcher dispatcher,
            DeliveryTables tables,
            Courier courier) {
        this.database = database;
        this.webhooks = webhooks;
        this.lanes = lanes;
        this.dispatcher = dispatcher;
        this.tables = tables;
        this.courier = courier;
    }

    /**
     * @throws Refusal if there is no such webhook, or the actor is no administrator
     */
    public Queue of(Actor actor, long webhookId) {
        actor.requireAdmin();
        Webhook webhook = webhooks.find(webhookId).orElseThrow(Refusal.NotFound::new);
        long cursor = lanes.cursor(webhookId, dispatcher.doneUpTo());
        return database.read(view -> of(view, webhook, cursor));
    }

    private Queue of(View view, Webhook webhook, long cursor) {
        Tally aside = tables.asides().tally(view, webhook.id());
        Instant oldestUntried =
                happened(
                        view,
                        webhook,
                        tables.log()
                                .oldestUntried(view, webhook.id(), cursor, EVERYTHING, EVENTS_MAX));
        Instant newestUntried =
                happened(
                        view,
                        webhook,
                        tables.log().untried(view, webhook.id(), cursor, EVERYTHING, EVENTS_MAX));
        Long first = aside.oldestActive();
        Instant oldestAside =
                first == null
                        ? null
                        : tables.log().events(view, List.of(first)).values().stream()
                                .map(Event::occurredAt)
                                .findFirst()
                                .orElse(null);
        return new Queue(
                aside.retrying(),
                aside.failed(),
                aside.again(),
                earlier(oldestAside, oldestUntried),
                oldestUntried,
                newestUntried);
    }

    /** When the first of these that the webhook wants happened. */
    private @Nullable Instant happened(View view, Webhook webhook, Collection<Long> sequences) {
        Map<Long, Event> events = tables.log().events(view, sequences);
        for (long sequence : sequences) {
            Event event = events.get(sequence);
            if (event != null && courier.label(webhook, event).isPresent()) {
                return event.occurredAt();
            }
        }
        return null;
    }

    private static @Nullable Instant earlier(@Nullable Instant a, @Nullable Instant b) {
        return a == null || (b != null && b.isBefore(a)) ? b : a;
    }
}
