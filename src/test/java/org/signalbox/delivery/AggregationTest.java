package org.signalbox.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.signalbox.testing.Api;
import org.signalbox.testing.Api.Answer;
import org.signalbox.testing.Persons;
import org.signalbox.testing.Received;
import org.signalbox.testing.RunningServer;
import org.signalbox.testing.ScriptedReceiver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Changes of one person to one work package arrive as one, where a webhook asks for that. */
@Tag("api")
class AggregationTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String GATHERED =
            """
            , "aggregationMinutes": 120, "events": ["work_package:created",
              "work_package:updated", "work_package_comment:comment", "time_entry:created"]\
            """;

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
    void a_new_work_package_and_its_changes_arrive_as_one_with_the_final_state() {
        long hook = hook(GATHERED);
        long work = workPackage("Draft");
        rename(api, work, "Better");
        rename(api, work, "Best");
        logTime(work);
        assertThat(actions(1)).containsExactly("time_entry:created");

        List<Long> events = events(hook);
        long carrier = events.get(2);
        JsonNode merged =
                hooks.await(
                        hook,
                        "/deliveries/" + events.getFirst(),
                        shown -> shown.at("/state").asString().equals("merged"));
        assertThat(merged.at("/_links/mergedInto/href").asString())
                .isEqualTo("/api/v3/webhooks/" + hook + "/deliveries/" + carrier);
        Answer waits = hooks.get(hook, "/deliveries/" + carrier);
        assertThat(waits.at("/state").asString()).isEqualTo("waiting");
        assertThat(waits.at("/nextAttemptAt").asString()).isNotEmpty();
        assertThat(waits.at("/event/name").asString()).isEqualTo("work_package:created");
        assertThat(waits.at("/merged").valueStream().map(JsonNode::asString))
                .containsExactly("" + events.get(0), "" + events.get(1));
        assertThat(hooks.awaitDeliveries(hook, "waiting", 1).get(0).at("/event/name").asString())
                .isEqualTo("work_package:created");

        hooks.change(hook, "{\"aggregationMinutes\": 0}");
        assertThat(actions(2)).containsExactly("time_entry:created", "work_package:created");
        Received request = receiver.requests("/hook").get(1);
        assertThat(body(request).at("/work_package/subject").asString()).isEqualTo("Best");
        assertThat(body(request).at("/actor/login").asString()).isEqualTo("admin");
        assertThat(request.header("webhook-id"))
                .isEqualTo(waits.at("/event/id").asString())
                .startsWith("evt_");
        hooks.awaitDeliveries(hook, "delivered", 2);

        rename(api, work, "At once");
        assertThat(actions(3)).endsWith("work_package:updated");
    }

    @Test
    void another_person_and_a_comment_end_it() {
        Persons.Person ben = new Persons(server).add(true);
        hook(GATHERED);
        long work = workPackage("Draft");
        rename(api, work, "By the administrator");
        rename(ben.api(), work, "By Ben");
        assertThat(actions(1)).containsExactly("work_package:created");
        assertThat(receiver.requests("/hook").getFirst().text())
                .contains("\"subject\":\"By the administrator\"");
        Answer said =
                ben.api()
                        .post(
                                "/api/v3/work_packages/" + work + "/activities",
                                "{\"comment\": {\"raw\": \"Done\"}}");
        assertThat(said.status()).as(said.text()).isEqualTo(201);
        assertThat(actions(3)).contains("work_package:updated", "work_package_comment:comment");
        rename(ben.api(), work, "By Ben, after he spoke");
        logTime(work);
        assertThat(actions(4)).last().isEqualTo("time_entry:created");
    }

    @Test
    void what_was_gathered_is_replayed_and_redelivered_as_it_went_out() {
        long hook = hook(GATHERED);
        long work = workPackage("Draft");
        rename(api, work, "Best");
        long first = events(hook).getFirst();
        hooks.change(hook, "{\"aggregationMinutes\": 0}");
        hooks.awaitDeliveries(hook, "delivered", 1);

        Answer replayed = hooks.post(hook, "/replay", "{\"since\": \"2020-01-01T00:00:00Z\"}");
        assertThat(replayed.at("/count").asInt()).as(replayed.text()).isEqualTo(1);
        assertThat(actions(2)).containsOnly("work_package:created");
        hooks.awaitDeliveries(hook, "delivered", 1);
        assertThat(hooks.post(hook, "/deliveries/" + first + "/redeliver", "{}").status())
                .isEqualTo(200);
        assertThat(actions(3)).containsOnly("work_package:created");
        List<Received> requests = receiver.requests("/hook");
        assertThat(requests.stream().map(Received::text).distinct()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"-1, openproject", "121, openproject", "5, awork", "5, standard"})
    void what_cannot_be_is_refused(int minutes, String format) {
        String events = format.equals("awork") ? "task_updated" : "work_package:updated";
        Answer refused =
                api.post(
                        "/api/v3/webhooks",
                        """
                        {"name": "Refused", "url": "%s", "format": "%s", "events": ["%s"],
                         "aggregationMinutes": %d}
                        """
                                .formatted(
                                        receiver.url("/hook"),
                                        format,
                                        format.equals("standard") ? "*" : events,
                                        minutes));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.at("/_embedded/details/attribute").asString())
                .isEqualTo("aggregationMinutes");
    }

    @Test
    void another_format_has_none() {
        long hook = hook(GATHERED);
        assertThat(hooks.get(hook, "").at("/aggregationMinutes").asInt()).isEqualTo(120);
        hooks.change(hook, "{\"format\": \"standard\", \"events\": [\"*\"]}");
        assertThat(hooks.get(hook, "").body().has("aggregationMinutes")).isFalse();
        hooks.change(hook, "{\"format\": \"openproject\", \"events\": [\"work_package:updated\"]}");
        assertThat(hooks.get(hook, "").at("/aggregationMinutes").asInt()).isZero();
    }

    private long hook(String settings) {
        Answer answer =
                api.post(
                        "/api/v3/webhooks",
                        """
                        {"name": "Gathers %1$d", "url": "%2$s",
                         "_links": {"projects": [{"href": "/api/v3/projects/%1$d"}]}%3$s}
                        """
                                .formatted(project, receiver.url("/hook"), settings));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        created.add(answer.id());
        return answer.id();
    }

    private long workPackage(String subject) {
        Answer created =
                api.post(
                        "/api/v3/projects/" + project + "/work_packages",
                        "{\"subject\": \"" + subject + "\"}");
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        return created.id();
    }

    private static void rename(Api by, long work, String subject) {
        String path = "/api/v3/work_packages/" + work;
        int version = by.get(path).at("/lockVersion").asInt();
        Answer changed =
                by.patch(
                        path,
                        "{\"lockVersion\": %d, \"subject\": \"%s\"}".formatted(version, subject));
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
    }

    /** An event of another kind, which comes at once and after what comes before it. */
    private void logTime(long work) {
        Answer logged =
                api.post(
                        "/api/v3/time_entries",
                        """
                        {"hours": "PT1H", "spentOn": "2026-11-20",
                         "_links": {"workPackage": {"href": "/api/v3/work_packages/%d"}}}
                        """
                                .formatted(work));
        assertThat(logged.status()).as(logged.text()).isEqualTo(201);
    }

    /** The numbers of what happened to work packages. */
    private List<Long> events(long hook) {
        return api.get("/api/v3/events?after=0&pageSize=1000&webhook=" + hook)
                .at("/_embedded/elements")
                .valueStream()
                .filter(event ->
                        List.of("work_package.created", "work_package.updated")
                                .contains(event.at("/type").asString()))
                .map(event -> event.at("/sequence").asLong())
                .toList();
    }

    /** What the first so many requests say that happened. */
    private List<String> actions(int count) {
        return receiver.await("/hook", count).stream()
                .map(request -> body(request).at("/action").asString())
                .toList();
    }

    private static JsonNode body(Received request) {
        return JSON.readTree(request.text());
    }
}
