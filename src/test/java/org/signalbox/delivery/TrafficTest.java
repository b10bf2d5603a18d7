package org.signalbox.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.signalbox.testing.Reply;
import org.signalbox.testing.RunningServer;
import org.signalbox.testing.ScriptedReceiver;

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

            await().until(() -> running(traffic.lastDay(taken)).delivered() == 1);
            await().until(() -> running(traffic.lastDay().apply(refused)).failed() > 0);
            Hour hour = running(traffic.lastDay(taken));
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
