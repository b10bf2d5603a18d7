package org.signalbox.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.signalbox.event.EventLog;
import org.signalbox.store.Database;
import org.signalbox.testing.Api;
import org.signalbox.testing.Api.Answer;
import org.signalbox.testing.Persons;
import org.signalbox.testing.Received;
import org.signalbox.testing.RunningServer;
import org.signalbox.testing.ScriptedReceiver;
import tools.jackson.databind.JsonNode;

/** What a webhook gets can be pulled as well, and custom events reach webhooks. */
@Tag("api")
class WebhookFeedTest {
    private static final RunningServer SERVER = RunningServer.shared();
    private static final String EVENTS = "/api/v3/events";

    private final Api api = SERVER.api();
    private final long start = SERVER.bean(EventLog.class).head();

    @Test
    void a_custom_event_arrives_as_it_was_posted() {
        String data = "{ \"b\": 1.50,\n \"a\" : [1e400, \"\\u00fc <ü>\"] }";
        try (var receiver = ScriptedReceiver.start()) {
            hook(receiver, "/one", "standard", "custom.order.shipped");
            hook(receiver, "/all", "standard", "custom.*");
            hook(receiver, "/other", "standard", "custom.order.paid");
            String path = hook(receiver, "/everything", "standard", "*");
            post(event("custom.order.shipped", data));
            String id = page(path, start).at("/_embedded/elements/0/id").asString();

            for (Received request : receiver.await(3)) {
                assertThat(request.text())
                        .startsWith("{\"type\":\"custom.order.shipped\",\"timestamp\":\"")
                        .endsWith("\",\"data\":" + data + "}");
                assertThat(request.header("webhook-id")).isEqualTo(id);
            }
            post(event("custom.order.paid", "{}"));
            receiver.await("/other", 1);
            assertThat(receiver.requests("/one")).hasSize(1);
        }
    }

    @Test
    void without_a_project_it_goes_to_webhooks_for_all_projects_only() {
        long project = new Persons(SERVER).project(false);
        try (var receiver = ScriptedReceiver.start()) {
            String path =
                    hook(
                            receiver,
                            "/project",
                            "standard",
                            "custom.*",
                            "\"_links\": {\"projects\": [{\"href\": \"/api/v3/projects/%d\"}]}"
                                    .formatted(project));
            post(event("custom.nowhere", "{}"));
            post(
                    """
                    {"type": "custom.here", "data": {"here": true},
                     "_links": {"project": {"href": "/api/v3/projects/%d"}}}
                    """
                            .formatted(project));
            assertThat(receiver.await(1).getFirst().text()).contains("custom.here");
            assertThat(names(page(path, start))).containsExactly("custom.here");
        }
    }

    @Test
    void the_body_is_the_one_that_was_delivered() {
        try (var receiver = ScriptedReceiver.start()) {
            String openProject = hook(receiver, "/op", "openproject", "project:created");
            String standard = hook(receiver, "/standard", "standard", "project.*");
            new Persons(SERVER).project(false);
            receiver.await(2);
            assertThat(pulled(openProject, "project:created"))
                    .contains("\"body\":" + receiver.requests("/op").getFirst().text());
            assertThat(pulled(standard, "project.created"))
                    .contains("\"body\":" + receiver.requests("/standard").getFirst().text());
        }
    }

    private String pulled(String path, String name) {
        Answer page = page(path, start);
        assertThat(names(page)).containsExactly(name);
        return page.text();
    }

    @Test
    void what_counts_is_what_it_was_subscribed_to_then() {
        try (var receiver = ScriptedReceiver.start()) {
            post(event("custom.a", "{\"n\":0}"));
            String path = hook(receiver, "/then", "standard", "custom.a");
            post(event("custom.a", "{\"n\":1}"));
            post(event("custom.b", "{\"n\":2}"));
            change(path, "{\"events\": [\"custom.b\"]}");
            post(event("custom.a", "{\"n\":3}"));
            post(event("custom.b", "{\"n\":4}"));
            change(path, "{\"enabled\": false}");
            post(event("custom.b", "{\"n\":5}"));
            Answer page = page(path, start);
            assertThat(page.body().findValuesAsString("n")).containsExactly("1", "1", "4", "4");
            assertThat(page.at("/_links/next/href").asString())
                    .isEqualTo(
                            "%s?after=%d&pageSize=100&webhook=%s"
                                    .formatted(
                                            EVENTS,
                                            SERVER.bean(EventLog.class).head(),
                                            path.substring(path.lastIndexOf('/') + 1)));
        }
    }

    @Test
    void a_request_reads_so_many_events_and_the_next_goes_on_there() {
        try (var receiver = ScriptedReceiver.start()) {
            String path = hook(receiver, "/rare", "standard", "custom.rare");
            String often = event("custom.often", "{}");
            for (int i = 0; i < 11; i++) {
                post("[" + (often + ",").repeat(999) + often + "]");
            }
            post(event("custom.rare", "{}"));
            Answer page = page(path, start);
            assertThat(page.at("/count").asInt()).isZero();
            Answer next = api.get(page.at("/_links/next/href").asString());
            assertThat(next.at("/after").asLong()).isGreaterThanOrEqualTo(start + 10_000);
            assertThat(names(next)).containsExactly("custom.rare");
        }
    }

    @Test
    void the_first_page_after_a_start_begins_with_what_is_kept() {
        try (var first = RunningServer.start(Map.of())) {
            long kept = 0;
            for (int i = 0; i < 3; i++) {
                kept = first.api().post(EVENTS, event("custom.x", "{}")).at("/sequence").asLong();
            }
            long oldest = kept;
            first.bean(Database.class)
                    .run(tx ->
                            tx.sql("delete from event where sequence < :oldest")
                                    .param("oldest", oldest)
                                    .update());
            try (var second = first.restart()) {
                Answer page = second.api().get(EVENTS);
                assertThat(page.at("/count").asInt()).isEqualTo(1);
                assertThat(page.at("/oldest").asLong()).isEqualTo(oldest);
            }
        }
    }

    @Test
    void the_formats_list_custom_events_and_tests_of_them_can_be_sent() {
        try (var receiver = ScriptedReceiver.start()) {
            String path = hook(receiver, "/test", "standard", "custom.order.shipped");
            Answer test = api.post(path + "/test", "{\"event\": \"custom.order.shipped\"}");
            assertThat(test.status()).as(test.text()).isEqualTo(200);
            assertThat(receiver.await("/test", 1).getFirst().text())
                    .startsWith("{\"type\":\"custom.order.shipped\"");
            Answer any = api.post(path + "/test", "{\"event\": \"custom.*\"}");
            assertThat(any.at("/event/type").asString()).isEqualTo("custom.order.shipped");
        }
        JsonNode formats = api.get("/api/v3/webhook_formats").at("/_embedded/elements");
        JsonNode ofStandard = formats.get(formats.size() - 1).path("events");
        JsonNode custom = ofStandard.get(ofStandard.size() - 1);
        assertThat(custom.path("name").asString()).isEqualTo("custom.*");
        assertThat(custom.path("group").asString()).isEqualTo("Custom events");
        assertThat(custom.at("/sample/type").asString()).isEqualTo("custom.order.shipped");
    }

    private String hook(ScriptedReceiver receiver, String path, String format, String event) {
        return hook(receiver, path, format, event, "\"allProjects\": true");
    }

    private String hook(
            ScriptedReceiver receiver, String path, String format, String event, String more) {
        Answer answer =
                api.post(
                        "/api/v3/webhooks",
                        """
                        {"name": "%s", "url": "%s", "format": "%s", "events": ["%s"], %s}
                        """
                                .formatted(
                                        UUID.randomUUID(),
                                        receiver.url(path),
                                        format,
                                        event,
                                        more));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return "/api/v3/webhooks/" + answer.id();
    }

    private void change(String path, String json) {
        assertThat(api.patch(path, json).status()).isEqualTo(200);
    }

    private static String event(String type, String data) {
        return "{\"type\":\"%s\",\"data\":%s}".formatted(type, data);
    }

    private void post(String body) {
        Answer answer = api.post(EVENTS, body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    }

    private Answer page(String hook, long after) {
        String id = hook.substring(hook.lastIndexOf('/') + 1);
        Answer answer = api.get(EVENTS + "?webhook=%s&after=%d".formatted(id, after));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer;
    }

    private static List<String> names(Answer page) {
        var names = new ArrayList<String>();
        page.at("/_embedded/elements")
                .forEach(element -> names.add(element.path("name").asString()));
        return names;
    }
}
