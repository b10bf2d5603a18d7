package org.signalbox.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.signalbox.store.Database;
import org.signalbox.testing.Received;
import org.signalbox.testing.Reply;
import org.signalbox.testing.RunningServer;
import org.signalbox.testing.ScriptedReceiver;
import tools.jackson.databind.JsonNode;

/** What was promised before a stop is kept after the next start. */
@Tag("api")
class RestartTest {
    private static final Map<String, String> QUICK =
            Map.of(
                    "signalbox.delivery.retry-schedule", "300ms,300ms,300ms",
                    "signalbox.delivery.pause-after", "3",
                    "signalbox.delivery.timeout", "60s");

    @Test
    void what_had_no_answer_arrives_after_the_restart_under_the_same_id() {
        try (var receiver = ScriptedReceiver.start();
                var first = RunningServer.start(QUICK)) {
            receiver.on("/hook", Reply.hang(), Reply.answer(200));
            var hooks = new Hooks(first);
            long hook = hooks.create(receiver, "/hook", "");
            long project = hooks.createProject();
            hooks.renameProject(project, "Later name");
            Received cutOff = receiver.await("/hook", 1).getFirst();

            try (var second = first.restart()) {
                List<Received> requests = receiver.await("/hook", 3);
                assertThat(requests.get(1).header("webhook-id"))
                        .isEqualTo(cutOff.header("webhook-id"));
                assertThat(requests.get(1).text()).isEqualTo(cutOff.text());
                assertThat(requests.get(2).text()).contains("Later name");
                new Hooks(second).awaitDeliveries(hook, "delivered", 2);
                assertThat(second.surprises()).isZero();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void changes_that_wait_to_go_out_as_one_do_so_after_the_restart(boolean cursorWritten) {
        try (var receiver = ScriptedReceiver.start();
                var first = RunningServer.start(QUICK)) {
            var hooks = new Hooks(first);
            long project = hooks.createProject();
            String events = ", \"events\": [\"work_package:created\", \"work_package:updated\"]";
            long hook = hooks.create(receiver, "/hook", ", \"aggregationMinutes\": 60" + events);
            long work =
                    first.api()
                            .post(
                                    "/api/v3/projects/" + project + "/work_packages",
                                    "{\"subject\": \"Draft\"}")
                            .id();
            String path = "/api/v3/work_packages/" + work;
            first.api().patch(path, "{\"lockVersion\": 0, \"subject\": \"Better\"}");
            first.api().patch(path, "{\"lockVersion\": 1, \"subject\": \"Still better\"}");
            String last = hooks.awaitDeliveries(hook, "waiting", 1).get(0).at("/id").asString();
            JsonNode until = hooks.get(hook, "/deliveries/" + last).at("/nextAttemptAt");
            assertThat(until.asString()).isNotEmpty();

            try (var second = first.restart();
                    var third = cursorWritten ? second : withoutCursor(second, hook)) {
                var after = new Hooks(third);
                after.awaitDeliveries(hook, "waiting", 1);
                assertThat(after.get(hook, "/deliveries/" + last).at("/nextAttemptAt"))
                        .as("it waits no longer than it would have")
                        .isEqualTo(until);
                third.api().patch(path, "{\"lockVersion\": 2, \"subject\": \"Best\"}");
                after.await(
                        hook,
                        "/deliveries/" + last,
                        shown -> shown.at("/state").asString().equals("merged"));
                after.change(hook, "{\"aggregationMinutes\": 0}");
                Received request = receiver.await("/hook", 1).getFirst();
                assertThat(request.text())
                        .startsWith("{\"action\":\"work_package:created\"")
                        .contains("\"subject\":\"Best\"");
                after.awaitDeliveries(hook, "delivered", 1);
                assertThat(third.surprises()).isZero();
            }
        }
    }

    @Test
    void a_pause_and_what_waits_outlive_the_restart_and_nothing_is_sent_twice() {
        try (var receiver = ScriptedReceiver.start();
                var first = RunningServer.start(QUICK)) {
            var hooks = new Hooks(first);
            long hook = hooks.create(receiver, "/hook", "");
            hooks.createProject();
            hooks.awaitDeliveries(hook, "delivered", 1);
            receiver.on("/hook", Reply.answer(500));
            hooks.createProject();
            hooks.await(hook, "", shown -> shown.at("/status").asString().equals("paused"));
            receiver.on("/hook", Reply.answer(200));
            int sent = receiver.requests("/hook").size();

            try (var second = first.restart()) {
                var after = new Hooks(second);
                assertThat(after.get(hook, "").at("/status").asString()).isEqualTo("paused");
                assertThat(after.get(hook, "").at("/consecutiveFailures").asInt()).isEqualTo(4);
                assertThat(after.get(hook, "").at("/pendingDeliveries").asInt()).isEqualTo(1);
                after.post(hook, "/resume", "{}");
                after.awaitDeliveries(hook, "delivered", 2);
                assertThat(receiver.requests("/hook")).hasSize(sent + 1);
                assertThat(second.surprises()).isZero();
            }
        }
    }

    @Test
    void what_arrived_before_a_cursor_was_ever_written_is_not_sent_again() {
        try (var receiver = ScriptedReceiver.start();
                var first = RunningServer.start(QUICK)) {
            var hooks = new Hooks(first);
            long hook = hooks.create(receiver, "/hook", "");
            hooks.createProject();
            hooks.awaitDeliveries(hook, "delivered", 1);

            try (var second = first.restart()) {
                try (var third = withoutCursor(second, hook)) {
                    var after = new Hooks(third);
                    after.createProject();
                    after.awaitDeliveries(hook, "delivered", 2);
                    assertThat(receiver.requests("/hook")).hasSize(2);
                    assertThat(third.surprises()).isZero();
                }
            }
        }
    }

    /** Restarts as after a crash: with the first attempts no cursor is written. */
    private static RunningServer withoutCursor(RunningServer server, long hook) {
        server.bean(Database.class)
                .run(tx ->
                        tx.sql("delete from lane where webhook_id = :hook")
                                .param("hook", hook)
                                .update());
        return server.restart();
    }

    @Test
    void what_arrived_far_beyond_the_cursor_is_not_sent_again() {
        try (var receiver = ScriptedReceiver.start();
                var first = RunningServer.start(QUICK)) {
            var hooks = new Hooks(first);
            long project = hooks.createProject();
            String events = ", \"events\": [\"work_package:created\", \"project:created\"]";
            long hook = hooks.create(receiver, "/hook", ", \"aggregationMinutes\": 60" + events);
            String draft = "{\"subject\": \"Draft\"}";
            first.api().post("/api/v3/projects/" + project + "/work_packages", draft);
            hooks.createProject();
            var many = Collections.nCopies(1_000, "{\"type\": \"custom.noise\", \"data\": {}}");
            for (long i = 0; i <= Dispatcher.START_BEHIND_MAX; i += 1_000) {
                first.api().post("/api/v3/events", many.toString());
            }
            hooks.createProject();
            hooks.awaitDeliveries(hook, "delivered", 2);

            try (var second = first.restart()) {
                var after = new Hooks(second);
                after.createProject();
                after.change(hook, "{\"aggregationMinutes\": 0}");
                after.awaitDeliveries(hook, "delivered", 4);
                assertThat(receiver.requests("/hook")).hasSize(4);
                assertThat(second.surprises()).isZero();
            }
        }
    }
}
