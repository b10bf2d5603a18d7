package org.signalbox.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.signalbox.testing.Api.Answer;
import org.signalbox.testing.Received;
import org.signalbox.testing.Reply;
import org.signalbox.testing.RunningServer;
import org.signalbox.testing.ScriptedReceiver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How a webhook fares is told in the event log, to all other webhooks that want to know. */
@Tag("api")
class AnnouncerTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void a_webhook_that_fails_is_paused_and_recovers_tells_others_but_not_itself() {
        Map<String, String> hasty =
                Map.of(
                        "signalbox.delivery.retry-schedule", "50ms,50ms,50ms,50ms",
                        "signalbox.delivery.pause-after", "4");
        try (var receiver = ScriptedReceiver.start();
                var server = RunningServer.start(hasty)) {
            var hooks = new Hooks(server);
            long watch = standard(server, receiver, "/watch", "webhook.*");
            long broken = standard(server, receiver, "/broken", "*");
            receiver.on("/broken", Reply.answer(503));
            hooks.createProject();

            List<Received> told = receiver.await("/watch", 2);
            JsonNode failing = JSON.readTree(told.get(0).text());
            assertThat(failing.at("/type").asString()).isEqualTo("webhook.failing");
            assertThat(failing.at("/data/webhook/id").asLong()).isEqualTo(broken);
            assertThat(failing.at("/data/webhook/status").asString()).isEqualTo("failing");
            assertThat(failing.at("/data/webhook/consecutiveFailures").asInt()).isEqualTo(3);
            assertThat(failing.at("/data/webhook/lastError").asString())
                    .isEqualTo("The receiver answered 503");
            assertThat(failing.at("/data/changes/status/from").asString()).isEqualTo("active");
            assertThat(failing.at("/data/actor").isNull()).isTrue();
            assertThat(told.get(0).text()).doesNotContain("127.0.0.1:" + receiver.port());
            JsonNode paused = JSON.readTree(told.get(1).text());
            assertThat(paused.at("/type").asString()).isEqualTo("webhook.paused");
            assertThat(paused.at("/data/webhook/statusReason").asString())
                    .isEqualTo("5 failures in a row");
            assertThat(paused.at("/data/changes/status/from").asString()).isEqualTo("failing");
            assertThat(hooks.get(broken, "").at("/pendingDeliveries").asInt()).isEqualTo(1);

            receiver.on("/broken", Reply.answer(200));
            hooks.post(broken, "/resume", "{}");
            JsonNode recovered = JSON.readTree(receiver.await("/watch", 3).get(2).text());
            assertThat(recovered.at("/type").asString()).isEqualTo("webhook.recovered");

            hooks.post(broken, "/pause", "{}");
            JsonNode byHand = JSON.readTree(receiver.await("/watch", 4).get(3).text());
            assertThat(byHand.at("/type").asString()).isEqualTo("webhook.paused");
            assertThat(byHand.at("/data/actor/id").isNumber()).isTrue();

            hooks.post(watch, "/pause", "{}");
            hooks.post(broken, "/resume", "{}");
            hooks.post(watch, "/resume", "{}");
            receiver.await("/watch", 5);
            assertThat(receiver.requests("/broken"))
                    .extracting(Received::text)
                    .noneMatch(body ->
                            body.contains("\"webhook\":{\"_type\":\"Webhook\",\"id\":" + broken));
            assertThat(server.surprises()).isZero();
        }
    }

    private static long standard(
            RunningServer server, ScriptedReceiver receiver, String path, String events) {
        Answer answer =
                server.api()
                        .post(
                                "/api/v3/webhooks",
                                """
                                {"name": "%s", "url": "%s", "format": "standard", "events": ["%s"]}
                                """
                                        .formatted(path, receiver.url(path), events));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.id();
    }
}
