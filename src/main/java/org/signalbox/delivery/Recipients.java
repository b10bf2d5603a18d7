package org.signalbox.delivery;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.signalbox.account.Actor;
import org.signalbox.event.Event;
import org.signalbox.store.Database;
import org.signalbox.store.View;
import org.signalbox.webhook.Formats;
import org.signalbox.webhook.Webhook;
import org.signalbox.webhook.Webhooks;
import org.springframework.stereotype.Component;

/** Who got an event, and why the others did not. */
@Component
public final class Recipients {
    /** So many of those that wanted it are told of. */
    private static final int MAX = 100;

    private final Database database;
    private final Webhooks webhooks;
    private final Formats formats;
    private final Lanes lanes;
    private final Dispatcher dispatcher;
    private final DeliveryTables tables;
    private final Merges merges;

    Recipients(
            Database database,
            Webhooks webhooks,
            Formats formats,
            Lanes lanes,
            Dispatcher dispatcher,
            DeliveryTables tables,
            Merges merges) {
        this.database = database;
        this.webhooks = webhooks;
        this.formats = formats;
        this.lanes = lanes;
        this.dispatcher = dispatcher;
        this.tables = tables;
        this.merges = merges;
    }

    /** Why a webhook gets nothing of an event. */
    public enum Reason {
        /** It was made later. */
        NOT_THERE,
        DISABLED,
        TYPE,
        PROJECT,
        /** The event tells how this very webhook fares. */
        ITSELF,
        /** It was to be sent, and somebody gave it up. */
        SKIPPED
    }

    /**
     * A webhook and the event.
     *
     * @param state of the delivery; null when there is none
     * @param reason why there is none; null when there is one
     * @param deliveryId null when there is no delivery
     * @param last attempt; null when there was none
     */
    public record Recipient(
            Webhook webhook,
            @Nullable DeliveryState state,
            @Nullable Reason reason,
            @Nullable String deliveryId,
            @Nullable Attempt last) {

        static Recipient without(Webhook webhook, Reason reason) {
            return new Recipient(webhook, null, reason, null, null);
        }
    }

    /** Of every webhook, by name; those with a delivery first. For administrators. */
    public List<Recipient> of(Actor actor, Event event) {
        actor.requireAdmin();
        List<Webhook> all = new ArrayList<>(webhooks.all());
        all.sort(Comparator.comparing(Webhook::name, String.CASE_INSENSITIVE_ORDER));
        List<Webhook> wanting = new ArrayList<>();
        List<Recipient> others = new ArrayList<>();
        for (Webhook webhook : all) {
            Reason reason = reason(webhook, event);
            if (reason == null) {
                wanting.add(webhook);
            } else {
                others.add(Recipient.without(webhook, reason));
            }
        }
        List<Recipient> recipients =
                database.read(view ->
                        new ArrayList<>(
                                wanting.stream()
                                        .limit(MAX)
                                        .map(webhook -> delivery(view, webhook, event))
                                        .toList()));
        recipients.addAll(others);
        recipients.sort(Comparator.comparing(one -> one.state() == null));
        return recipients;
    }

    private @Nullable Reason reason(Webhook webhook, Event event) {
        return switch (formats.match(webhook, event).rule()) {
            case EXISTS -> Reason.NOT_THERE;
            case ENABLED -> Reason.DISABLED;
            case TYPE -> Reason.TYPE;
            case PROJECT -> Reason.PROJECT;
            case OTHER -> Reason.ITSELF;
            case WANTED -> null;
        };
    }

    private Recipient delivery(View view, Webhook webhook, Event event) {
        long own = event.sequence();
        long sequence = merges.takenBy(view, webhook.id(), own).orElse(own);
        List<Attempt> attempts = tables.attempts().of(view, webhook.id(), sequence);
        SetAside aside = tables.asides().find(view, webhook.id(), sequence).orElse(null);
        if (attempts.isEmpty() && aside == null && !comes(webhook, sequence)) {
            return Recipient.without(webhook, Reason.SKIPPED);
        }
        return new Recipient(
                webhook,
                DeliveryState.of(attempts, aside),
                null,
                DeliveryIds.of(sequence),
                attempts.isEmpty() ? null : attempts.getLast());
    }

    private boolean comes(Webhook webhook, long sequence) {
        return lanes.find(webhook.id())
                .map(lane -> lane.look(dispatcher.doneUpTo(), rules -> rules.state().cursor()))
                .filter(cursor -> sequence > cursor)
                .isPresent();
    }
}
