package org.signalbox.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.signalbox.testing.Api;
import org.signalbox.testing.Api.Answer;
import org.signalbox.testing.RunningServer;
import org.signalbox.testing.ScriptedReceiver;
import org.signalbox.testing.Until;
import tools.jackson.databind.JsonNode;

/** What tests of deliveries do with a server: webhooks, projects that change, and waiting. */
final class Hooks {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Api api;

    Hooks(RunningServer server) {
        this.api = server.api();
    }

    /** A webhook for everything that happens to projects, on a path of its own. */
    long create(ScriptedReceiver receiver, String path, String more) {
        Answer answer =
                api.post(
                        "/api/v3/webhooks",
                        """
                        {"name": "hook %d", "url": "%s", "allProjects": true,
                         "events": ["project:created", "project:updated"]%s}
                        """
                                .formatted(COUNT.incrementAndGet(), receiver.url(path), more));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.id();
    }

    long createProject() {
        int number = COUNT.incrementAndGet();
        Answer answer =
                api.post(
                        "/api/v3/projects",
                        """
                        {"name": "Project %d", "identifier": "project-%d-%d"}
                        """
                                .formatted(number, number, ProcessHandle.current().pid()));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.id();
    }

    void renameProject(long id, String name) {
        Answer answer = api.patch("/api/v3/projects/" + id, "{\"name\": \"" + name + "\"}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    void change(long hook, String json) {
        Answer answer = api.patch("/api/v3/webhooks/" + hook, json);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    Answer get(long hook, String path) {
        return api.get("/api/v3/webhooks/" + hook + path);
    }

    Answer post(long hook, String path, String json) {
        return api.post("/api/v3/webhooks/" + hook + path, json);
    }

    /** Waits until what is shown is as expected. */
    JsonNode await(long hook, String path, Predicate<JsonNode> expected) {
        return Until.seen(() -> get(hook, path).body(), expected);
    }

    /** The deliveries of which this is true. */
    Answer found(long hook, String filter, String operator, String value) {
        String filters =
                "[{\"%s\":{\"operator\":\"%s\",\"values\":[\"%s\"]}}]"
                        .formatted(filter, operator, value);
        return get(hook, "/deliveries?filters=" + URLEncoder.encode(filters, UTF_8));
    }

    /** The deliveries, newest first, once there are so many in this state. */
    JsonNode awaitDeliveries(long hook, String state, int count) {
        String filter =
                "%5B%7B%22state%22:%7B%22operator%22:%22=%22,%22values%22:%5B%22"
                        + state
                        + "%22%5D%7D%7D%5D";
        return await(
                        hook,
                        "/deliveries?filters=" + filter,
                        shown -> shown.path("total").asInt() == count)
                .at("/_embedded/elements");
    }
}
