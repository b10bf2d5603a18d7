package org.signalbox.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.signalbox.testing.Api;
import org.signalbox.testing.Api.Answer;
import org.signalbox.testing.Persons;
import org.signalbox.testing.Reply;
import org.signalbox.testing.RunningServer;
import org.signalbox.testing.ScriptedReceiver;
import tools.jackson.databind.json.JsonMapper;

/** A replay sends what a webhook wants now, and says beforehand how much that is. */
@Tag("api")
class ReplayTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final RunningServer server = RunningServer.shared();
    private final Hooks hooks = new Hooks(server);
    private final Api api = server.api();
    private final ScriptedReceiver receiver = ScriptedReceiver.start();
    private final List<Long> created = new ArrayList<>();
    private final Persons persons = new Persons(server);
    private final long project = persons.project(true);

    @AfterEach
    void stop() {
        created.forEach(hook -> api.delete("/api/v3/webhooks/" + hook));
        persons.close(project);
        assertThat(server.surprises()).isZero();
        receiver.close();
    }

    @Test
    void of_comments_those_are_counted_and_sent_that_the_webhook_is_for() {
        long internal = hook("/internal", "", "work_package_comment:internal_comment");
        long open = hook("/open", "", "work_package_comment:comment");
        long work = workPackage();
        say(work, "For everybody", false);
        say(work, "For everybody, too", false);
        say(work, "Among ourselves", true);
        receiver.await("/internal", 1);
        receiver.await("/open", 2);

        assertThat(replay(internal)).isEqualTo(1);
        assertThat(actions("/internal", 2)).containsOnly("work_package_comment:internal_comment");
        assertThat(replay(open)).isEqualTo(2);
        assertThat(actions("/open", 4)).containsOnly("work_package_comment:comment");
    }

    @Test
    void what_the_webhook_wants_no_more_is_neither_counted_nor_sent() {
        long hook =
                hook(
                        "/changed",
                        ", \"aggregationMinutes\": 120",
                        "work_package:created",
                        "work_package:updated");
        long work = workPackage();
        rename(work, "Second");
        rename(work, "Third");
        hooks.change(hook, "{\"aggregationMinutes\": 0}");
        assertThat(actions("/changed", 1)).containsExactly("work_package:created");
        hooks.renameProject(project, "Renamed " + project);
        hooks.change(hook, "{\"events\": [\"project:updated\"]}");

        assertThat(replay(hook)).as("one event, and two that went out with another").isEqualTo(1);
        hooks.awaitDeliveries(hook, "delivered", 2);
        assertThat(actions("/changed", 2))
                .containsExactly("work_package:created", "project:updated");
        hooks.change(hook, "{\"events\": [\"work_package:updated\"]}");
        rename(work, "Fourth");
        assertThat(actions("/changed", 3)).last().isEqualTo("work_package:updated");
    }

    @Test
    void what_failed_goes_again_in_the_order_of_its_subject() {
        long hook = hook("/order", ", \"ordering\": \"none\"", "project:updated");
        receiver.on("/order", Reply.answer(500));
        List<String> names = List.of("First " + project, "Second " + project);
        names.forEach(name -> hooks.renameProject(project, name));
        hooks.awaitDeliveries(hook, "retrying", 2);
        hooks.post(hook, "/skip_backlog", "{}");
        hooks.awaitDeliveries(hook, "failed", 2);
        hooks.change(hook, "{\"ordering\": \"subject\"}");
        receiver.on("/order", Reply.answer(200));
        int before = receiver.requests("/order").size();

        Answer replayed =
                hooks.post(
                        hook,
                        "/replay",
                        "{\"since\": \"2020-01-01T00:00:00Z\", \"onlyFailed\": true}");
        assertThat(replayed.at("/count").asInt()).as(replayed.text()).isEqualTo(2);
        hooks.awaitDeliveries(hook, "delivered", 2);
        var sent = receiver.requests("/order");
        assertThat(sent).hasSize(before + 2);
        for (int i = 0; i < names.size(); i++) {
            assertThat(sent.get(before + i).text()).contains("\"name\":\"" + names.get(i) + "\"");
        }
    }

    @Test
    void a_disabled_webhook_gets_nothing_again() {
        long hook = hook("/off", "", "project:updated");
        hooks.renameProject(project, "Renamed " + project);
        String id = hooks.awaitDeliveries(hook, "delivered", 1).get(0).at("/id").asString();
        receiver.on("/off", Reply.answer(500));
        hooks.renameProject(project, "Renamed again " + project);
        hooks.awaitDeliveries(hook, "retrying", 1);
        hooks.change(hook, "{\"enabled\": false}");
        hooks.awaitDeliveries(hook, "failed", 1);
        int requests = receiver.requests("/off").size();

        for (String replay : List.of("false", "true")) {
            Answer refused =
                    hooks.post(
                            hook,
                            "/replay",
                            "{\"since\": \"2020-01-01T00:00:00Z\", \"onlyFailed\": %s}"
                                    .formatted(replay));
            assertThat(refused.status()).as(refused.text()).isEqualTo(409);
            assertThat(refused.at("/message").asString()).contains("disabled");
        }
        assertThat(hooks.post(hook, "/deliveries/" + id + "/redeliver", "{}").status())
                .isEqualTo(409);
        hooks.change(hook, "{\"enabled\": true}");
        receiver.on("/off", Reply.answer(200));
        hooks.renameProject(project, "Renamed at last " + project);
        hooks.awaitDeliveries(hook, "delivered", 2);
        assertThat(receiver.requests("/off")).as("the last one alone").hasSize(requests + 1);
        assertThat(replay(hook)).isEqualTo(3);
        hooks.awaitDeliveries(hook, "failed", 0);
    }

    private long hook(String path, String settings, String... events) {
        String names = JSON.writeValueAsString(events);
        Answer answer =
                api.post(
                        "/api/v3/webhooks",
                        """
                        {"name": "Replays %1$d %2$s", "url": "%3$s", "events": %4$s,
                         "_links": {"projects": [{"href": "/api/v3/projects/%1$d"}]}%5$s}
                        """
                                .formatted(project, path, receiver.url(path), names, settings));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        created.add(answer.id());
        return answer.id();
    }

    private int replay(long hook) {
        Answer answer = hooks.post(hook, "/replay", "{\"since\": \"2020-01-01T00:00:00Z\"}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.at("/count").asInt();
    }

    private long workPackage() {
        Answer answer =
                api.post(
                        "/api/v3/projects/" + project + "/work_packages",
                        "{\"subject\": \"First\"}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.id();
    }

    private void rename(long work, String subject) {
        String path = "/api/v3/work_packages/" + work;
        int version = api.get(path).at("/lockVersion").asInt();
        Answer answer =
                api.patch(
                        path,
                        "{\"lockVersion\": %d, \"subject\": \"%s\"}".formatted(version, subject));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private void say(long work, String words, boolean internal) {
        Answer answer =
                api.post(
                        "/api/v3/work_packages/" + work + "/activities",
                        "{\"comment\": {\"raw\": \"%s\"}, \"internal\": %b}"
                                .formatted(words, internal));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    }

    /** What the first so many requests say that happened. */
    private List<String> actions(String path, int count) {
        return receiver.await(path, count).stream()
                .map(request -> JSON.readTree(request.text()).at("/action").asString())
                .toList();
    }
}
