package org.signalbox.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.signalbox.account.Actor;
import org.signalbox.testing.Received;
import org.signalbox.testing.Reply;
import org.signalbox.testing.RunningServer;
import org.signalbox.testing.ScriptedReceiver;
import org.signalbox.webhook.Webhooks;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Changes made over the API reach a real receiver, and can be seen and steered. */
@Tag("api")
class DeliveryTest {
    private static RunningServer server;
    private static Hooks hooks;

    private final ScriptedReceiver receiver = ScriptedReceiver.start();

    @BeforeAll
    static void start() {
        server =
                RunningServer.start(
                        Map.of(
                                "signalbox.delivery.retry-schedule",
                                "200ms,200ms,300ms,300ms",
                                "signalbox.delivery.pause-after",
                                "4"));
        hooks = new Hooks(server);
    }

    @AfterAll
    static void stop() {
        assertThat(server.surprises()).isZero();
        server.close();
    }

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void a_change_arrives_signed() {
        long hook = hooks.create(receiver, "/signed", ", \"secret\": \"s3cret\"");
        hooks.createProject();

        Received request = receiver.await("/signed", 1).getFirst();
        assertThat(request.header("webhook-id")).startsWith("evt_");
        assertThat(request.header("webhook-signature")).startsWith("v1,");
        assertThat(request.header("x-op-signature")).startsWith("sha1=");
        assertThat(request.header("webhook-test")).isEmpty();
        JsonNode delivery = hooks.awaitDeliveries(hook, "delivered", 1).get(0);
        assertThat(delivery.at("/event/id").asString()).isEqualTo(request.header("webhook-id"));
        assertThat(delivery.at("/attempts/0/statusCode").asInt()).isEqualTo(200);
    }

    @Test
    void a_failure_is_retried_and_later_changes_of_the_subject_come_after_it() {
        receiver.on("/order", Reply.answer(503, "not now"), Reply.answer(200));
        long hook = hooks.create(receiver, "/order", "");
        long project = hooks.createProject();
        hooks.renameProject(project, "Second name");
        hooks.renameProject(project, "Third name");

        List<Received> requests = receiver.await("/order", 4);
        assertThat(requests.get(1).header("webhook-id"))
                .isEqualTo(requests.get(0).header("webhook-id"));
        assertThat(requests.get(1).text()).isEqualTo(requests.get(0).text());
        assertThat(requests.get(2).text()).contains("Second name");
        assertThat(requests.get(3).text()).contains("Third name");
        hooks.awaitDeliveries(hook, "delivered", 3);
        assertThat(hooks.get(hook, "").at("/status").asString()).isEqualTo("active");
        assertThat(hooks.get(hook, "").at("/pendingDeliveries").asInt()).isZero();
    }

    @Test
    void a_receiver_that_is_down_is_paused_and_loses_nothing() {
        long hook = hooks.create(receiver, "/down", "");
        receiver.goDown();
        long project = hooks.createProject();
        JsonNode paused =
                hooks.await(hook, "", shown -> shown.at("/status").asString().equals("paused"));
        assertThat(paused.at("/statusReason").asString()).isEqualTo("5 failures in a row");
        hooks.renameProject(project, "While it was down");
        hooks.await(hook, "", shown -> shown.at("/pendingDeliveries").asInt() == 2);

        receiver.comeBack();
        assertThat(hooks.post(hook, "/resume", "{}").status()).isEqualTo(200);
        List<Received> requests = receiver.await("/down", 2);
        assertThat(requests.get(1).text()).contains("While it was down");
        JsonNode deliveries = hooks.awaitDeliveries(hook, "delivered", 2);
        assertThat(deliveries.get(1).at("/attempts")).hasSize(6);
        String id = deliveries.get(1).at("/id").asString();
        JsonNode shown = hooks.get(hook, "/deliveries/" + id).body();
        assertThat(shown.at("/attempts")).hasSize(6);
        assertThat(shown.at("/attempts/0/statusCode").isNull()).isTrue();
        assertThat(shown.at("/attempts/0/error").asString()).isNotEmpty();
    }

    @Test
    void a_person_pauses_and_resumes() {
        long hook = hooks.create(receiver, "/pause", "");
        var paused = hooks.post(hook, "/pause", "{}");
        assertThat(paused.at("/status").asString()).isEqualTo("paused");
        assertThat(paused.at("/statusReason").asString()).startsWith("Paused by ");
        hooks.createProject();
        hooks.awaitDeliveries(hook, "waiting", 1);
        assertThat(receiver.requests("/pause")).isEmpty();

        assertThat(hooks.post(hook, "/resume", "{}").at("/status").asString()).isEqualTo("active");
        receiver.await("/pause", 1);
    }

    @Test
    void deliveries_are_found_by_answer_subject_and_webhook_id() {
        receiver.on("/found", Reply.answer(503), Reply.answer(204));
        long hook = hooks.create(receiver, "/found", ", \"ordering\": \"none\"");
        long first = hooks.createProject();
        receiver.await("/found", 2);
        hooks.createProject();
        JsonNode delivered = hooks.awaitDeliveries(hook, "delivered", 2);
        String id = delivered.get(1).at("/event/id").asString();

        assertThat(hooks.found(hook, "statusCode", "=", "204").at("/total").asInt()).isEqualTo(2);
        assertThat(hooks.found(hook, "statusCode", "<=", "203").at("/total").asInt(-1)).isZero();
        assertThat(hooks.found(hook, "webhookId", "=", id).at("/_embedded/elements/0/id"))
                .isEqualTo(delivered.get(1).at("/id"));
        assertThat(hooks.found(hook, "subject", "=", "project:" + first).at("/total").asInt())
                .isEqualTo(1);
    }

    @Test
    void gone_pauses_with_that_reason() {
        receiver.on("/gone", Reply.answer(410));
        long hook = hooks.create(receiver, "/gone", "");
        hooks.createProject();

        JsonNode paused =
                hooks.await(hook, "", shown -> shown.at("/status").asString().equals("paused"));
        assertThat(paused.at("/statusReason").asString()).isEqualTo("receiver answered 410 Gone");
    }

    @Test
    void a_redirect_is_a_failure_and_not_followed() {
        receiver.on(
                "/moved", Reply.redirect(receiver.url("/elsewhere").toString()), Reply.answer(204));
        long hook = hooks.create(receiver, "/moved", "");
        hooks.createProject();

        receiver.await("/moved", 2);
        assertThat(receiver.requests("/elsewhere")).isEmpty();
        JsonNode delivery = hooks.awaitDeliveries(hook, "delivered", 1).get(0);
        JsonNode shown = hooks.get(hook, "/deliveries/" + delivery.at("/id").asString()).body();
        assertThat(shown.at("/attempts/0/statusCode").asInt()).isEqualTo(302);
    }

    @Test
    void a_test_event_is_sent_at_once_and_changes_nothing() {
        receiver.on("/test", Reply.answer(500, "no"));
        long hook =
                hooks.create(
                        receiver,
                        "/test",
                        ", \"headerName\": \"X-Api-Key\", \"headerValue\": \"geheim\"");
        var answer = hooks.post(hook, "/test", "{\"event\": \"project:updated\"}");

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.at("/test").asBoolean()).isTrue();
        assertThat(answer.at("/state").asString()).isEqualTo("failed");
        assertThat(answer.at("/attempts/0/responseBody").asString()).isEqualTo("no");
        assertThat(answer.at("/request/body").asString()).contains("project");
        assertThat(answer.text()).doesNotContain("geheim");
        Received request = receiver.await("/test", 1).getFirst();
        assertThat(request.header("webhook-test")).isEqualTo("true");
        assertThat(request.header("x-api-key")).isEqualTo("geheim");
        assertThat(request.text()).isEqualTo(answer.at("/request/body").asString());
        assertThat(hooks.get(hook, "").at("/consecutiveFailures").asInt()).isZero();
        assertThat(hooks.get(hook, "/deliveries").at("/total").asInt()).isEqualTo(1);

        assertThat(hooks.post(hook, "/test", "{\"event\": \"nonsense\"}").status()).isEqualTo(422);
        assertThat(hooks.post(hook, "/test", "{}").status()).isEqualTo(422);
    }

    @Test
    void a_delivery_can_be_sent_again() {
        long hook = hooks.create(receiver, "/again", "");
        hooks.createProject();
        String id = hooks.awaitDeliveries(hook, "delivered", 1).get(0).at("/id").asString();

        assertThat(hooks.post(hook, "/deliveries/" + id + "/redeliver", "{}").status())
                .isEqualTo(200);
        List<Received> requests = receiver.await("/again", 2);
        assertThat(requests.get(1).text()).isEqualTo(requests.get(0).text());
        hooks.await(
                hook,
                "/deliveries/" + id,
                shown ->
                        shown.at("/attempts").size() == 2
                                && shown.at("/state").asString().equals("delivered"));
        assertThat(hooks.post(hook, "/deliveries/999999999/redeliver", "{}").status())
                .isEqualTo(404);
    }

    @Test
    void everything_since_a_moment_can_be_sent_again_and_the_backlog_can_be_skipped() {
        long hook = hooks.create(receiver, "/replay", "");
        hooks.createProject();
        hooks.createProject();
        String first =
                hooks.awaitDeliveries(hook, "delivered", 2)
                        .get(1)
                        .at("/event/occurredAt")
                        .asString();
        var replay = hooks.post(hook, "/replay", "{\"since\": \"" + first + "\"}");
        assertThat(replay.at("/count").asInt()).as(replay.text()).isEqualTo(2);
        receiver.await("/replay", 4);

        hooks.post(hook, "/pause", "{}");
        hooks.createProject();
        hooks.await(hook, "", shown -> shown.at("/pendingDeliveries").asInt() == 1);
        assertThat(hooks.post(hook, "/skip_backlog", "{}").at("/pendingDeliveries").asInt())
                .isZero();
        hooks.post(hook, "/resume", "{}");
        hooks.createProject();
        assertThat(receiver.await("/replay", 5)).hasSize(5);
    }

    @Test
    void a_replay_reaches_what_the_webhook_did_not_want_when_it_happened() {
        long witness = hooks.create(receiver, "/witness", "");
        long hook = hooks.create(receiver, "/idle", "");
        hooks.change(hook, "{\"events\": [\"project:updated\"]}");
        hooks.createProject();
        JsonNode created = hooks.awaitDeliveries(witness, "delivered", 1).get(0).at("/event");
        var dispatcher = server.bean(Dispatcher.class);
        long sequence = created.at("/sequence").asLong();
        hooks.await(witness, "", _ -> dispatcher.doneUpTo() >= sequence);
        var events = JsonMapper.builder().build().createObjectNode();
        events.putArray("events").add("project:created");
        server.bean(Webhooks.class).change(Actor.system(), hook, events);

        String since = created.at("/occurredAt").asString();
        var replay = hooks.post(hook, "/replay", "{\"since\": \"" + since + "\"}");
        assertThat(replay.at("/count").asInt()).as(replay.text()).isEqualTo(1);
        receiver.await("/idle", 1);
    }

    @Test
    void what_failed_can_be_sent_again() {
        receiver.on("/failed", Reply.answer(500));
        long hook = hooks.create(receiver, "/failed", "");
        hooks.createProject();
        hooks.awaitDeliveries(hook, "retrying", 1);
        hooks.post(hook, "/skip_backlog", "{}");
        String since =
                hooks.awaitDeliveries(hook, "failed", 1).get(0).at("/event/occurredAt").asString();

        receiver.on("/failed", Reply.answer(200));
        var replay =
                hooks.post(hook, "/replay", "{\"since\": \"" + since + "\", \"onlyFailed\": true}");
        assertThat(replay.at("/count").asInt()).as(replay.text()).isEqualTo(1);
        hooks.awaitDeliveries(hook, "delivered", 1);
        hooks.awaitDeliveries(hook, "failed", 0);
    }

    @Test
    void a_disabled_webhook_keeps_nothing_and_starts_from_now_when_enabled() {
        long hook = hooks.create(receiver, "/disabled", "");
        hooks.post(hook, "/pause", "{}");
        hooks.createProject();
        hooks.change(hook, "{\"enabled\": false}");
        hooks.createProject();
        assertThat(hooks.get(hook, "").at("/pendingDeliveries").asInt()).isZero();
        hooks.change(hook, "{\"enabled\": true}");
        hooks.post(hook, "/resume", "{}");
        long project = hooks.createProject();

        Received request = receiver.await("/disabled", 1).getFirst();
        assertThat(request.text()).contains("/api/v3/projects/" + project);
        hooks.await(hook, "", shown -> shown.at("/pendingDeliveries").asInt() == 0);
        assertThat(receiver.requests("/disabled")).hasSize(1);
    }

    @Test
    void another_order_takes_over_what_waits() {
        receiver.on("/ordering", Reply.answer(500), Reply.answer(200));
        long hook = hooks.create(receiver, "/ordering", "");
        long project = hooks.createProject();
        hooks.renameProject(project, "Second of two");
        receiver.await("/ordering", 1);
        hooks.change(hook, "{\"ordering\": \"strict\"}");

        List<Received> requests = receiver.await("/ordering", 3);
        assertThat(requests.get(2).text()).contains("Second of two");
        hooks.awaitDeliveries(hook, "delivered", 2);
    }

    @Test
    void on_resume_what_failed_gets_all_its_tries_though_it_waits_behind_another_now() {
        receiver.on("/reordered", Reply.answer(500));
        long hook = hooks.create(receiver, "/reordered", ", \"ordering\": \"none\"");
        hooks.post(hook, "/pause", "{}");
        long project = hooks.createProject();
        hooks.renameProject(project, "Behind the first");
        hooks.post(hook, "/resume", "{}");
        hooks.await(
                hook,
                "",
                shown -> shown.at("/statusReason").asString().endsWith("failures in a row"));
        hooks.awaitDeliveries(hook, "retrying", 2);
        hooks.change(hook, "{\"ordering\": \"subject\"}");

        var free = new CountDownLatch(1);
        receiver.on("/reordered", Reply.answer(200).after(free));
        hooks.post(hook, "/resume", "{}");
        hooks.awaitDeliveries(hook, "waiting", 2);
        free.countDown();
        hooks.awaitDeliveries(hook, "delivered", 2);
    }

    @Test
    void a_slow_receiver_does_not_hold_up_another() {
        var free = new CountDownLatch(1);
        receiver.on("/slow", Reply.answer(200).after(free));
        hooks.create(receiver, "/slow", "");
        hooks.create(receiver, "/fast", "");
        for (int i = 0; i < 20; i++) {
            hooks.createProject();
        }
        receiver.await("/fast", 20);
        free.countDown();
        receiver.await("/slow", 20);
    }

    @Test
    void only_administrators_see_deliveries() {
        long hook = hooks.create(receiver, "/private", "");
        assertThat(
                        server.api()
                                .anonymous()
                                .get("/api/v3/webhooks/" + hook + "/deliveries")
                                .status())
                .isEqualTo(401);
        assertThat(hooks.get(hook, "/deliveries/17000000").status()).isEqualTo(404);
        assertThat(hooks.get(987654, "/deliveries").status()).isEqualTo(404);
    }
}
