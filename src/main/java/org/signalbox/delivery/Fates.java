package org.signalbox.delivery;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.signalbox.event.Event;
import org.signalbox.store.View;
import org.signalbox.webhook.Formats;
import org.signalbox.webhook.Label;
import org.signalbox.webhook.Webhook;
import org.springframework.stereotype.Component;

/** What has become of one event for some webhooks. */
@Component
final class Fates {
    private final Lanes lanes;
    private final Dispatcher dispatcher;
    private final DeliveryTables tables;
    private final Formats formats;
    private final DeliverySettings settings;

    Fates(
            Lanes lanes,
            Dispatcher dispatcher,
            DeliveryTables tables,
            Formats formats,
            DeliverySettings settings) {
        this.settings = settings;
        this.lanes = lanes;
        this.dispatcher = dispatcher;
        this.tables = tables;
        this.formats = formats;
    }

    /** What the log says: the attempts, oldest first, and whether it is set aside. */
    record Known(List<Attempt> attempts, @Nullable SetAside aside) {
        static final Known NOTHING = new Known(List.of(), null);

        boolean isNothing() {
            return attempts.isEmpty() && aside == null;
        }

        DeliveryState state() {
            return DeliveryState.of(attempts, aside);
        }

        @Nullable Attempt last() {
            return attempts.isEmpty() ? null : attempts.getLast();
        }
    }

    /** Of webhooks of which nothing is known, nothing is said. */
    Map<Long, Known> of(View view, Collection<Long> webhookIds, Event event) {
        if (webhookIds.isEmpty()) {
            return Map.of();
        }
        Map<Long, List<Attempt>> attempts =
                tables.attempts().ofEvent(view, webhookIds, event.sequence());
        Map<Long, SetAside> asides = tables.asides().ofEvent(view, webhookIds, event.sequence());
        Map<Long, Known> known = new HashMap<>();
        for (long id : webhookIds) {
            known.put(id, new Known(attempts.getOrDefault(id, List.of()), asides.get(id)));
        }
        return known;
    }

    Optional<Delivery> delivery(Webhook webhook, Event event, Known known) {
        if (known.isNothing()) {
            return Optional.empty();
        }
        Attempt last = known.last();
        String name =
                last == null || last.sent().isBroken()
                        ? formats.labelNow(webhook, event).map(Label::name).orElse("")
                        : last.sent().name();
        SetAside aside = known.aside();
        Instant next =
                aside != null && aside.state().active() && aside.attempts() > 0
                        ? aside.nextAt()
                        : null;
        return Optional.of(
                new Delivery(
                        DeliveryIds.of(event.sequence()),
                        webhook.id(),
                        event,
                        name,
                        false,
                        known.state(),
                        known.attempts(),
                        next));
    }

    /** Whether it counts as failed although it had tries left. */
    boolean isGivenUp(Webhook webhook, Known known) {
        SetAside aside = known.aside();
        return aside != null
                && aside.state() == SetAside.State.FAILED
                && aside.tries()
                        < settings.within(formats.get(webhook.format()).patience().orElse(null))
                                .schedule()
                                .triesMax();
    }

    /** Whether the webhook's lane is not done with the log up to this event. */
    boolean isAhead(Webhook webhook, Event event) {
        return event.sequence() > lanes.cursor(webhook.id(), dispatcher.doneUpTo());
    }

    boolean isPaused(Webhook webhook) {
        return lanes.find(webhook.id())
                .map(lane ->
                        lane.look(dispatcher.doneUpTo(), rules -> rules.state().pause() != null))
                .orElse(false);
    }

    /** Whether it goes out with a later event. */
    boolean isMerged(View view, Webhook webhook, Event event) {
        return tables.merges().takenBy(view, webhook.id(), event.sequence()).isPresent();
    }

    /** The earlier delivery about the same subject that has to arrive first. */
    @Nullable String heldBackBy(View view, Webhook webhook, Event event) {
        return tables.asides()
                .earlier(view, webhook.id(), event.subject().toString(), event.sequence())
                .map(DeliveryIds::of)
                .orElse(null);
    }
}
