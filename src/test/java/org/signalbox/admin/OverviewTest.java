package org.signalbox.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.signalbox.delivery.Traffic;
import org.signalbox.delivery.Waiting;
import org.signalbox.testing.Api.Answer;
import org.signalbox.testing.Reply;
import org.signalbox.testing.RunningServer;
import org.signalbox.testing.ScriptedReceiver;
import org.signalbox.testing.Until;
import org.signalbox.testing.Visitor;

/** The overview over HTTP. */
@Tag("api")
class OverviewTest {

    @Test
    void it_says_first_who_needs_attention_and_then_what_flows() {
        try (var receiver = ScriptedReceiver.start();
                var server =
                        RunningServer.start(
                                Map.of(
                                        "signalbox.delivery.retry-schedule", "50ms,50ms,1h",
                                        "signalbox.delivery.pause-after", "9"))) {
            var visitor = new Visitor(server);
            visitor.signIn("admin", RunningServer.ADMIN_PASSWORD);
            assertThat(visitor.get("/").header("Location")).isEqualTo(OverviewPage.PATH);
            assertThat(visitor.get(OverviewPage.PATH).text())
                    .contains("No webhooks yet", "Nothing was sent in this span.")
                    .doesNotContain("All webhooks are delivering.");

            receiver.on("/broken", Reply.answer(503));
            webhook(server, "Sound", receiver.url("/sound").toString());
            webhook(server, "Broken", receiver.url("/broken").toString());
            server.api().post("/api/v3/projects", "{\"name\":\"Overview\"}");
            receiver.await("/sound", 1);
            Waiting waiting = server.bean(Waiting.class);
            Until.seen(waiting::needingAttention, count -> count == 1);
            Traffic traffic = server.bean(Traffic.class);
            Until.seen(
                    () -> traffic.last(2, Duration.ofHours(1)).whole().attempts(),
                    count -> count == 4);

            for (String span : new String[] {"1h", "24h", "7d"}) {
                Answer page = visitor.get(OverviewPage.PATH + "?span=" + span);
                assertThat(page.status()).isEqualTo(200);
                assertThat(page.text())
                        .contains("Needs attention", "1 of 2 webhooks", "3 times in a row")
                        .contains(
                                "503 Service Unavailable", "Slowest webhooks", "25.0% of attempts")
                        .contains("1 delivered, 3 attempts failed")
                        .doesNotContain("All webhooks are delivering.");
            }
            assertThat(waiting.deliveries()).hasSize(1).containsValue(1L);
            assertThat(server.surprises()).isZero();
        }
    }

    @Test
    void it_is_for_administrators() {
        Visitor nobody = new Visitor(RunningServer.shared());

        assertThat(nobody.get(OverviewPage.PATH).header("Location")).contains("/login");
    }

    private static void webhook(RunningServer server, String name, String url) {
        Answer answer =
                server.api()
                        .post(
                                "/api/v3/webhooks",
                                """
                                {"name": "%s", "url": "%s", "events": ["project:created"]}
                                """
                                        .formatted(name, url));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    }
}
