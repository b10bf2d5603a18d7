package org.signalbox.delivery;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.signalbox.account.Actor;
import org.signalbox.delivery.TestDeliveryStore.Tested;
import org.signalbox.event.Event;
import org.signalbox.hal.Found;
import org.signalbox.hal.Refusal;
import org.signalbox.store.Database;
import org.signalbox.store.View;
import org.signalbox.webhook.Webhooks;
import org.springframework.stereotype.Component;

/**
 * Which requests went to a webhook, for administrators to read: what was tried and nothing else.
 */
@Component
public final class AttemptLog {
    private final Database database;
    private final Webhooks webhooks;
    private final DeliveryTables tables;

    AttemptLog(Database database, Webhooks webhooks, DeliveryTables tables) {
        this.database = database;
        this.webhooks = webhooks;
        this.tables = tables;
    }

    /** A request for an event. */
    public record Entry(Event event, Attempt attempt) {}

    /**
     * Those for the latest event first, and of one event the latest first.
     *
     * @throws Refusal if there is no such webhook, or the actor is no administrator
     */
    public Found<Entry> list(Actor actor, long webhookId, long skipped, int limit) {
        actor.requireAdmin();
        if (webhooks.find(webhookId).isEmpty()) {
            throw new Refusal.NotFound();
        }
        return database.read(view -> {
            List<AttemptStore.Key> keys = tables.attempts().latest(view, webhookId, skipped, limit);
            return new Found<>(
                    tables.attempts().count(view, webhookId), entries(view, webhookId, keys));
        });
    }

    /** Looks up what is on the page at once, with all attempts of what is on its edge. */
    private List<Entry> entries(View view, long webhookId, List<AttemptStore.Key> keys) {
        List<Long> ids =
                keys.stream().filter(AttemptStore.Key::test).map(AttemptStore.Key::number).toList();
        Map<Long, Tested> tests = tables.tests().of(view, webhookId, ids);
        List<Long> sequences =
                keys.stream()
                        .filter(key -> !key.test())
                        .map(AttemptStore.Key::place)
                        .distinct()
                        .toList();
        Map<Long, Event> events = tables.log().events(view, sequences);
        Map<Long, List<Attempt>> attempts = tables.attempts().of(view, webhookId, sequences);
        return keys.stream()
                .flatMap(key ->
                        key.test()
                                ? test(tests.get(key.number()))
                                : real(
                                        events.get(key.place()),
                                        attempts.getOrDefault(key.place(), List.of()),
                                        key.number()))
                .toList();
    }

    private static Stream<Entry> test(@Nullable Tested test) {
        return test == null ? Stream.empty() : Stream.of(new Entry(test.event(), test.attempt()));
    }

    private static Stream<Entry> real(@Nullable Event event, List<Attempt> made, long number) {
        return event == null
                ? Stream.empty()
                : made.stream()
                        .filter(attempt -> attempt.number() == number)
                        .map(attempt -> new Entry(event, attempt));
    }
}
