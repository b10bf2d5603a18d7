package org.signalbox.delivery;

import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.signalbox.event.Event;
import org.signalbox.hal.Refusal;
import org.signalbox.store.Database;
import org.signalbox.webhook.Format;
import org.signalbox.webhook.Formats;
import org.signalbox.webhook.Label;
import org.signalbox.webhook.Webhook;
import org.springframework.stereotype.Component;

/** Sends sample events by hand. They pass the lane by, so they change nothing for it. */
@Component
final class TestEvents {
    private final Database database;
    private final EventReader reader;
    private final TestDeliveryStore tests;
    private final Formats formats;
    private final Courier courier;
    private final RandomGenerator random;
    private final InstantSource time;

    TestEvents(
            Database database,
            EventReader reader,
            TestDeliveryStore tests,
            Formats formats,
            Courier courier,
            RandomGenerator random,
            InstantSource time) {
        this.database = database;
        this.reader = reader;
        this.tests = tests;
        this.formats = formats;
        this.courier = courier;
        this.random = random;
        this.time = time;
    }

    /** Sends one and waits for what comes of it; returns the delivery's id. */
    String send(Webhook webhook, String asked) {
        Format format = formats.get(webhook.format());
        String name =
                name(format, asked)
                        .orElseThrow(
                                () -> new Refusal.Invalid("event", "Event is not a known event."));
        Event event = fresh(format.sample(name));
        var label = new Label(format, name, webhook.subscription().packaging());
        long head = reader.head();
        var report = courier.send(webhook, event, label, 1, true);
        long id =
                database.write(tx -> tests.insert(tx, webhook.id(), head, event, report.attempt()));
        return DeliveryIds.ofTest(id);
    }

    /** The format's own name or the canonical one. */
    private static Optional<String> name(Format format, String asked) {
        return format.event(asked)
                .or(() ->
                        format.events().stream()
                                .filter(event -> event.type().equals(asked))
                                .findFirst())
                .flatMap(
                        event -> format.nameFor(format.sample(event.name()), Set.of(event.name())));
    }

    /** Receivers drop what they have seen before, so each test has an id of its own. */
    private Event fresh(Event sample) {
        return new Event(
                0,
                "evt_test_%016x%016x".formatted(random.nextLong(), random.nextLong()),
                sample.type(),
                time.instant(),
                sample.subject(),
                sample.projectId(),
                sample.actorId(),
                sample.data());
    }
}
