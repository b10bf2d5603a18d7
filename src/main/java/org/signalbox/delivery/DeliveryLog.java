package org.signalbox.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.signalbox.account.Actor;
import org.signalbox.delivery.DeliveryStore.Tried;
import org.signalbox.delivery.TestDeliveryStore.Tested;
import org.signalbox.event.Event;
import org.signalbox.hal.Found;
import org.signalbox.hal.Listing;
import org.signalbox.hal.Refusal;
import org.signalbox.hal.Selection;
import org.signalbox.store.Database;
import org.signalbox.store.View;
import org.signalbox.webhook.Formats;
import org.signalbox.webhook.Label;
import org.signalbox.webhook.Webhook;
import org.signalbox.webhook.Webhooks;
import org.springframework.stereotype.Component;

/** What became of each delivery, for administrators to read. */
@Component
public final class DeliveryLog {
    /** So many of those never tried are listed. */
    private static final int UNTRIED_MAX = 1_000;

    private final Database database;
    private final Webhooks webhooks;
    private final Lanes lanes;
    private final Dispatcher dispatcher;
    private final DeliveryTables tables;
    private final Formats formats;
    private final Courier courier;

    DeliveryLog(
            Database database,
            Webhooks webhooks,
            Lanes lanes,
            Dispatcher dispatcher,
            DeliveryTables tables,
            Formats formats,
            Courier courier) {
        this.database = database;
        this.webhooks = webhooks;
        this.lanes = lanes;
        this.dispatcher = dispatcher;
        this.tables = tables;
        this.formats = formats;
        this.courier = courier;
    }

    /**
     * Deliveries that were tried, newest first; with {@code tests} those of test events among them.
     */
    public Found<Delivery> list(Actor actor, long webhookId, DeliveryQuery query) {
        return list(
                actor,
                webhookId,
                DeliveryStore.selection(query),
                query.isOpen(),
                query.offset(),
                query.limit());
    }

    /**
     * The part of them that a page shows: not counted, and with those that were never tried only
     * where waiting ones are asked for.
     */
    public List<Delivery> page(Actor actor, long webhookId, DeliveryQuery query) {
        Webhook webhook = webhook(actor, webhookId);
        Selection selection = DeliveryStore.selection(query);
        long cursor = cursor(webhookId);
        return database.read(view -> {
            List<Delivery> untried =
                    query.states().contains(DeliveryState.WAITING)
                            ? untried(view, webhook, cursor, selection)
                            : List.of();
            int end = query.offset() + query.limit();
            var page = new ArrayList<>(untried);
            page.addAll(
                    deliveries(
                            view,
                            webhook,
                            tables.log().triedPage(view, webhookId, selection, 0, end)));
            return merged(webhook, page, tests(view, webhook, query, end)).stream()
                    .skip(query.offset())
                    .limit(query.limit())
                    .toList();
        });
    }

    private List<Tested> tests(View view, Webhook webhook, DeliveryQuery query, int limit) {
        if (!query.between(null, null).isOpen()) {
            return List.of();
        }
        return tables.tests().latest(view, webhook.id(), limit).stream()
                .filter(test -> query.spans(test.event().occurredAt()))
                .toList();
    }

    /** The same for a request of the API. */
    Found<Delivery> list(Actor actor, long webhookId, Listing listing) {
        return list(
                actor,
                webhookId,
                DeliveryHal.DELIVERY.select(listing, actor.user().id()),
                listing.clauses() == null || listing.clauses().isEmpty(),
                (listing.offset() - 1L) * listing.pageSize(),
                listing.pageSize());
    }

    private Found<Delivery> list(
            Actor actor,
            long webhookId,
            Selection selection,
            boolean everything,
            long skip,
            int limit) {
        Webhook webhook = webhook(actor, webhookId);
        long cursor = cursor(webhookId);
        return database.read(view -> {
            List<Delivery> untried = untried(view, webhook, cursor, selection);
            var page = new ArrayList<Delivery>(limit);
            untried.stream().skip(skip).limit(limit).forEach(page::add);
            long left = Math.max(0, skip - untried.size());
            int room = limit - page.size();
            Found<Delivery> rest =
                    everything
                            ? triedAndTests(view, webhook, selection, left, room)
                            : tried(view, webhook, selection, left, room);
            page.addAll(rest.elements());
            return new Found<>(untried.size() + rest.total(), page);
        });
    }

    private List<Delivery> untried(View view, Webhook webhook, long cursor, Selection selection) {
        List<Long> sequences =
                tables.log().untried(view, webhook.id(), cursor, selection, UNTRIED_MAX);
        Map<Long, Event> events = tables.log().events(view, sequences);
        Map<Long, Event> begun = begun(view, webhook, sequences);
        var waiting = new ArrayList<Delivery>();
        for (long sequence : sequences) {
            Event event = events.get(sequence);
            if (event != null && courier.label(webhook, event).isPresent()) {
                Event first = begun.getOrDefault(sequence, event);
                waiting.add(
                        delivery(webhook, event, first, DeliveryState.WAITING, List.of(), null));
            }
        }
        return waiting;
    }

    /** Where one goes out for several: the event under whose name that is. */
    private Map<Long, Event> begun(View view, Webhook webhook, List<Long> sequences) {
        Map<Long, Long> firsts = tables.merges().firsts(view, webhook.id(), sequences);
        Map<Long, Event> events = tables.log().events(view, firsts.values());
        var begun = new HashMap<Long, Event>();
        firsts.forEach((last, first) -> {
            Event event = events.get(first);
            if (event != null && courier.label(webhook, event).isPresent()) {
                begun.put(last, event);
            }
        });
        return begun;
    }

    private Found<Delivery> tried(
            View view, Webhook webhook, Selection selection, long skip, int limit) {
        Found<Tried> found = tables.log().tried(view, webhook.id(), selection, skip, limit);
        return new Found<>(found.total(), deliveries(view, webhook, found.elements()));
    }

    private List<Delivery> deliveries(View view, Webhook webhook, List<Tried> found) {
        List<Long> sequences = found.stream().map(Tried::sequence).toList();
        Map<Long, Event> events = tables.log().events(view, sequences);
        Map<Long, List<Attempt>> attempts = tables.attempts().of(view, webhook.id(), sequences);
        var page = new ArrayList<Delivery>();
        for (Tried tried : found) {
            Event event = events.get(tried.sequence());
            if (event != null) {
                List<Attempt> made = attempts.getOrDefault(tried.sequence(), List.of());
                page.add(delivery(webhook, event, event, tried.state(), made, tried.nextAt()));
            }
        }
        return page;
    }

    /** Test events stand where they were sent: after what had happened by then. */
    private Found<Delivery> triedAndTests(
            View view, Webhook webhook, Selection selection, long skip, int limit) {
        long tests = tables.tests().count(view, webhook.id());
        if (tests == 0) {
            return tried(view, webhook, selection, skip, limit);
        }
        int enough = Math.toIntExact(Math.min(Integer.MAX_VALUE, skip + limit));
        Found<Delivery> tried = tried(view, webhook, selection, 0, enough);
        List<Delivery> all =
                merged(
                        webhook,
                        tried.elements(),
                        tables.tests().latest(view, webhook.id(), enough));
        return new Found<>(tried.total() + tests, all.stream().skip(skip).limit(limit).toList());
    }

    private static List<Delivery> merged(
            Webhook webhook, List<Delivery> newestFirst, List<Tested> tests) {
        var merged = new ArrayList<Delivery>();
        var real = new ArrayDeque<>(newestFirst);
        for (Tested test : tests) {
            while (!real.isEmpty() && real.getFirst().event().sequence() > test.afterSequence()) {
                merged.add(real.removeFirst());
            }
            merged.add(delivery(webhook, test));
        }
        merged.addAll(real);
        return merged;
    }

    /**
     * @throws Refusal if there is no such delivery, or the actor is no administrator
     */
    public DeliveryDetail show(Actor actor, long webhookId, String deliveryId) {
        Webhook webhook = webhook(actor, webhookId);
        long cursor = cursor(webhookId);
        return database.read(view ->
                DeliveryIds.test(deliveryId)
                        .map(id ->
                                detail(
                                        webhook,
                                        tables.tests()
                                                .find(view, webhookId, id)
                                                .orElseThrow(Refusal.NotFound::new)))
                        .orElseGet(() ->
                                detail(
                                        view,
                                        webhook,
                                        DeliveryIds.sequence(deliveryId)
                                                .orElseThrow(Refusal.NotFound::new),
                                        cursor)));
    }

    private DeliveryDetail detail(View view, Webhook webhook, long sequence, long cursor) {
        Event event = tables.log().events(view, List.of(sequence)).get(sequence);
        if (event == null) {
            throw new Refusal.NotFound();
        }
        List<Attempt> attempts = tables.attempts().of(view, webhook.id(), sequence);
        SetAside aside = tables.asides().find(view, webhook.id(), sequence).orElse(null);
        boolean untried = attempts.isEmpty() && aside == null;
        Long mergedInto =
                untried ? tables.merges().takenBy(view, webhook.id(), sequence).orElse(null) : null;
        DeliveryState state =
                mergedInto == null ? DeliveryState.of(attempts, aside) : DeliveryState.MERGED;
        boolean comes = sequence > cursor && courier.label(webhook, event).isPresent();
        if (untried && !comes && mergedInto == null) {
            throw new Refusal.NotFound();
        }
        Event first = begun(view, webhook, List.of(sequence)).getOrDefault(sequence, event);
        Instant nextAt = aside == null ? heldUntil(webhook, sequence) : next(aside);
        Delivery delivery = delivery(webhook, event, first, state, attempts, nextAt);
        String heldBackBy =
                state == DeliveryState.WAITING
                        ? tables.asides()
                                .earlier(view, webhook.id(), event.subject().toString(), sequence)
                                .map(DeliveryIds::of)
                                .orElse(null)
                        : null;
        return detail(webhook, delivery, first, heldBackBy)
                .with(
                        mergedInto == null ? null : DeliveryIds.of(mergedInto),
                        tables.merges().takenIn(view, webhook.id(), sequence).stream()
                                .map(DeliveryIds::of)
                                .toList(),
                        state == DeliveryState.RETRYING
                                ? tables.asides()
                                        .later(
                                                view,
                                                webhook.id(),
                                                event.subject().toString(),
                                                sequence)
                                : 0);
    }

    /** Until when a change waits for others that go out with it; null when it does not. */
    private @Nullable Instant heldUntil(Webhook webhook, long sequence) {
        RunningLane lane = lanes.find(webhook.id()).orElse(null);
        return lane == null
                ? null
                : lane.<@Nullable Instant>look(
                        dispatcher.doneUpTo(), rules -> rules.heldUntil(sequence));
    }

    private static @Nullable Instant next(SetAside aside) {
        return aside.state().active() && aside.attempts() > 0 ? aside.nextAt() : null;
    }

    private DeliveryDetail detail(Webhook webhook, Tested test) {
        Delivery delivery = delivery(webhook, test);
        return detail(webhook, delivery, delivery.event(), null);
    }

    private DeliveryDetail detail(
            Webhook webhook, Delivery delivery, Event first, @Nullable String heldBackBy) {
        Event event = delivery.event();
        Attempt last = delivery.last();
        SentAs sent =
                last == null ? courier.preview(webhook, event, label(webhook, first)) : last.sent();
        byte[] body =
                sent.isBroken()
                        ? new byte[0]
                        : formats.get(sent.format()).body(event, sent.name(), sent.packaging());
        return new DeliveryDetail(
                delivery,
                sent.url(),
                sent.format(),
                DeliveryDetail.headers(event, sent),
                new String(body, UTF_8),
                heldBackBy,
                null,
                List.of(),
                0);
    }

    private Delivery delivery(
            Webhook webhook,
            Event event,
            Event first,
            DeliveryState state,
            List<Attempt> attempts,
            @Nullable Instant nextAt) {
        Attempt last = attempts.isEmpty() ? null : attempts.getLast();
        return new Delivery(
                DeliveryIds.of(event.sequence()),
                webhook.id(),
                event,
                last == null
                        ? label(webhook, first).name()
                        : last.sent().isBroken() ? event.type() : last.sent().name(),
                false,
                state,
                attempts,
                nextAt);
    }

    private static Delivery delivery(Webhook webhook, Tested test) {
        return new Delivery(
                DeliveryIds.ofTest(test.id()),
                webhook.id(),
                test.event(),
                test.attempt().sent().name(),
                true,
                test.attempt().succeeded() ? DeliveryState.DELIVERED : DeliveryState.FAILED,
                List.of(test.attempt()),
                null);
    }

    private Label label(Webhook webhook, Event event) {
        return courier.labelNow(webhook, event).orElseThrow(Refusal.NotFound::new);
    }

    private long cursor(long webhookId) {
        return lanes.cursor(webhookId, dispatcher.doneUpTo());
    }

    private Webhook webhook(Actor actor, long webhookId) {
        actor.requireAdmin();
        return webhooks.find(webhookId).orElseThrow(Refusal.NotFound::new);
    }
}
