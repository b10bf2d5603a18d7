package org.signalbox.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.signalbox.event.Event;
import org.signalbox.event.EventTypes;
import org.signalbox.event.Subject;
import org.signalbox.sender.Header;
import org.signalbox.webhook.Packaging;

/** A delivery that arrived at its second attempt, as the API's description shows it. */
final class SampleDelivery {
    private static final String URL = "https://billing.example.com/hooks";
    private static final String FORMAT = "openproject";
    private static final String NAME = "time_entry:created";
    private static final Instant NOW = Instant.parse("2026-11-19T21:41:06.812Z");
    private static final Event EVENT =
            new Event(
                    4812,
                    "evt_01KAF1Y7WVE5Q2N8R4T6Y9B3CD",
                    EventTypes.TIME_ENTRY_CREATED,
                    NOW,
                    Subject.of("time_entry", 812),
                    3L,
                    5L,
                    "{}");

    private SampleDelivery() {}

    static DeliveryDetail detail() {
        var first = attempt(1, NOW.plusMillis(9), 503, "The receiver answered 503", "Back soon.");
        var second = attempt(2, NOW.plusSeconds(5), 200, null, "");
        var delivery =
                new Delivery(
                        EVENT.id(),
                        7,
                        EVENT,
                        NAME,
                        false,
                        DeliveryState.DELIVERED,
                        List.of(first, second),
                        null);
        return new DeliveryDetail(
                delivery,
                URL,
                FORMAT,
                DeliveryDetail.headers(EVENT, second.sent()),
                "{\"action\":\"time_entry:created\",\"time_entry\":{\"_type\":\"TimeEntry\",\"id\":812}}",
                null,
                null,
                List.of(),
                0);
    }

    private static Attempt attempt(
            int number, Instant at, int status, @Nullable String error, String body) {
        var sent =
                new SentAs(
                        URL,
                        FORMAT,
                        Packaging.PLAIN,
                        NAME,
                        List.of(
                                new Header(
                                        "webhook-timestamp", Long.toString(at.getEpochSecond()))));
        return new Attempt(
                number,
                at,
                Duration.ofMillis(38),
                status,
                null,
                error,
                List.of(new Header("Content-Type", "text/plain")),
                body,
                body.length(),
                sent);
    }
}
