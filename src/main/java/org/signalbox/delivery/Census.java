package org.signalbox.delivery;

import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Set;
import org.signalbox.delivery.DeliveryStore.Tally;
import org.signalbox.event.Event;
import org.signalbox.store.View;
import org.signalbox.webhook.Format;
import org.signalbox.webhook.Formats;
import org.signalbox.webhook.Subscription;
import org.signalbox.webhook.Webhook;
import org.springframework.stereotype.Component;

/**
 * How many events of a part of the log go out to who wants this; those that go out with another not
 * counted. Only where it takes an event's data to know that the events are read.
 */
@Component
final class Census {
    private static final int PAGE = 512;

    private final DeliveryStore store;
    private final Formats formats;

    Census(DeliveryStore store, Formats formats) {
        this.store = store;
        this.formats = formats;
    }

    /**
     * @param version what the webhook wants, or wanted
     */
    long count(View view, Webhook webhook, Subscription version, long after, long until) {
        if (!version.enabled() || after >= until) {
            return 0;
        }
        Set<String> read = typesToRead(version);
        long events =
                store.tally(view, webhook.id(), after, until).stream()
                        .filter(tally -> !read.contains(tally.type()))
                        .filter(tally -> formats.isWanted(webhook, version, tally.example()))
                        .mapToLong(Tally::events)
                        .sum();
        return read.isEmpty()
                ? events
                : events + countRead(view, webhook, version, read, after, until);
    }

    private Set<String> typesToRead(Subscription version) {
        Format format = formats.get(version.format());
        return version.events().stream()
                .flatMap(name -> format.typeOf(name).stream())
                .filter(format::isChosenByData)
                .collect(toSet());
    }

    private long countRead(
            View view,
            Webhook webhook,
            Subscription version,
            Set<String> types,
            long after,
            long until) {
        long events = 0;
        List<Event> page = store.ofTypes(view, webhook.id(), types, after, until, PAGE);
        while (!page.isEmpty()) {
            events +=
                    page.stream()
                            .filter(event -> formats.isWanted(webhook, version, event))
                            .count();
            long last = page.getLast().sequence();
            page = store.ofTypes(view, webhook.id(), types, last, until, PAGE);
        }
        return events;
    }
}
