package org.signalbox.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.signalbox.store.Database;
import org.signalbox.testing.Reply;
import org.signalbox.testing.RunningServer;
import org.signalbox.testing.ScriptedReceiver;
import org.signalbox.testing.Until;

@Tag("api")
class TrafficTest {
    private final RunningServer server = RunningServer.shared();
    private final Traffic traffic = server.bean(Traffic.class);

    @Test
    void an_hour_counts_what_was_taken_and_what_was_not_and_how_long_it_took() {
        try (ScriptedReceiver receiver = ScriptedReceiver.start()) {
            receiver.on("/no", Reply.answer(500));
            long taken = webhook("Traffic taken", receiver.url("/yes"));
            long refused = webhook("Traffic refused", receiver.url("/no"));

            server.api().post("/api/v3/projects", "{\"name\":\"Traffic\"}");

            Hour hour = awaitDelivered(taken, 1);
            Until.seen(() -> running(traffic.lastDay().apply(refused)), here -> here.failed() > 0);
            assertThat(hour.failed()).isZero();
            assertThat(hour.p95()).isPositive().isEqualTo(hour.median());
            assertThat(running(traffic.lastDay(refused)).delivered()).isZero();
        }
    }

    @Test
    void a_day_has_24_hours_also_when_nothing_was_sent() {
        List<Hour> day = traffic.lastDay(-1);

        assertThat(day).hasSize(24).allMatch(hour -> hour.p95() == null);
        assertThat(day).isSortedAccordingTo((a, b) -> a.start().compareTo(b.start()));
    }

    @Test
    void what_was_counted_is_the_same_before_and_after_it_was_written() {
        try (ScriptedReceiver receiver = ScriptedReceiver.start()) {
            long hook = webhook("Traffic written", receiver.url("/yes"));
            server.api().post("/api/v3/projects", "{\"name\":\"Traffic written\"}");
            Hour before = awaitDelivered(hook, 1);

            server.bean(Recorder.class).writeTally();
            assertThat(running(traffic.lastDay(hook))).isEqualTo(before);

            server.api().post("/api/v3/projects", "{\"name\":\"Traffic written on\"}");
            awaitDelivered(hook, 2);
            server.bean(Recorder.class).writeTally();
            assertThat(running(traffic.lastDay(hook)).delivered()).isEqualTo(2);
            assertThat(traffic.slowest(Duration.ofHours(1)))
                    .extracting(Speed::webhookId)
                    .contains(hook);
        }
    }

    @Test
    void all_together_say_how_long_the_way_took() {
        try (ScriptedReceiver receiver = ScriptedReceiver.start()) {
            webhook("Traffic lag", receiver.url("/yes"));
            server.api().post("/api/v3/projects", "{\"name\":\"Traffic lag\"}");

            Duration minute = Duration.ofMinutes(1);
            Flow flow =
                    Until.seen(() -> traffic.last(60, minute), last -> last.whole().lag() != null);
            assertThat(flow.parts()).hasSize(60);
            assertThat(flow.parts().stream().mapToLong(Stretch::delivered).sum())
                    .isEqualTo(flow.whole().delivered())
                    .isPositive();
            assertThat(flow.whole().lagP99()).isGreaterThanOrEqualTo(flow.whole().lag());
        }
    }

    @Test
    void sums_that_no_chart_shows_go() {
        Database database = server.bean(Database.class);
        TrafficStore store = server.bean(TrafficStore.class);
        Instant then = Instant.parse("2020-01-01T10:00:00Z");
        var sums = new Sums();
        sums.quarter(new Sums.Key(-7, then))
                .addAll(new Counts(3, 0, new Histogram(), new Histogram()));
        sums.minute(then).addAll(new Counts(3, 0, new Histogram(), new Histogram()));
        database.run(tx -> store.add(tx, sums));

        int removed = database.write(tx -> store.remove(tx, then.plusSeconds(1), 500));
        assertThat(removed).isEqualTo(2);
    }

    /** The hour in which the webhook has delivered so many, once it has. */
    private Hour awaitDelivered(long webhook, int count) {
        return Until.seen(
                () -> running(traffic.lastDay(webhook)), hour -> hour.delivered() == count);
    }

    /** What was sent just now may stand in the hour before. */
    private static Hour running(List<Hour> day) {
        Hour last = day.getLast();
        return last.delivered() + last.failed() > 0 ? last : day.get(day.size() - 2);
    }

    private long webhook(String name, URI url) {
        return server.api()
                .post(
                        "/api/v3/webhooks",
                        """
                        {"name": "%s", "url": "%s", "events": ["project:created"]}
                        """
                                .formatted(name, url))
                .id();
    }
}
