package org.signalbox.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.signalbox.sender.Secret;
import org.signalbox.testing.Api;
import org.signalbox.testing.Api.Answer;
import org.signalbox.testing.Received;
import org.signalbox.testing.RecordedEvents;
import org.signalbox.testing.RunningServer;
import org.signalbox.testing.ScriptedReceiver;
import org.signalbox.webhook.EventName;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every event of OpenProject, from the change that causes it to the receiver. */
@Tag("api")
class OpenProjectDeliveryTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final OpenProjectFormat OPENPROJECT = new OpenProjectFormat(JSON);
    private static final List<String> EVENTS =
            OPENPROJECT.events().stream().map(EventName::name).toList();
    private static final String SECRET = "s3cret of the receiver";

    private static RunningServer server;
    private static ScriptedReceiver receiver;
    private static Api api;
    private static List<Received> requests;
    private static List<JsonNode> bodies;

    @BeforeAll
    static void work() {
        server = RunningServer.start(Map.of());
        receiver = ScriptedReceiver.start();
        api = server.api();
        created(
                "webhooks",
                """
                {"name": "OpenProject", "url": "%s", "format": "openproject", "events": %s,
                 "secret": "%s"}\
                """
                        .formatted(
                                receiver.url("/openproject"),
                                JSON.writeValueAsString(EVENTS),
                                SECRET));
        var recorded = RecordedEvents.from(server);
        changes();
        int count =
                (int)
                        recorded.all().stream()
                                .filter(event -> OPENPROJECT.nameFor(event, EVENTS).isPresent())
                                .count();
        requests = receiver.await("/openproject", count);
        bodies = requests.stream().map(Received::text).map(JSON::readTree).toList();
    }

    @AfterAll
    static void stop() {
        assertThat(server.surprises()).isZero();
        server.close();
        receiver.close();
    }

    private static void changes() {
        String parent = link("projects", created("projects", "{\"name\": \"Orchards\"}"));
        long client = created("clients", "{\"name\": \"Harbor Lane Ltd\"}");
        long project =
                created(
                        "projects",
                        "{\"name\": \"<Fruit> & trees\", \"_links\": {\"parent\": %s, \"client\": %s}}"
                                .formatted(parent, link("clients", client)));
        changed(
                "projects/" + project,
                "{\"_links\": {\"status\": {\"href\": \"/api/v3/project_statuses/on_track\"}}}");
        String whole = link("work_packages", workPackage(project, "Whole", ""));
        long task =
                workPackage(
                        project,
                        "Prune trees",
                        ", \"parent\": %s, \"assignee\": %s".formatted(whole, link("users", me())));
        file("work_packages/" + task);
        long seen = api.get("/api/v3/work_packages/" + task).at("/lockVersion").asLong();
        changed(
                "work_packages/" + task,
                "{\"lockVersion\": %d, \"estimatedTime\": \"PT8H\", \"startDate\": \"2026-03-02\"}"
                        .formatted(seen));
        created("work_packages/" + task + "/activities", "{\"comment\": {\"raw\": \"To *all*\"}}");
        created(
                "work_packages/" + task + "/activities",
                "{\"comment\": {\"raw\": \"Among us\"}, \"internal\": true}");
        long entry =
                created(
                        "time_entries",
                        """
                        {"spentOn": "2026-03-02", "hours": "PT30M", "_links": {"entity": %s}}\
                        """
                                .formatted(link("work_packages", task)));
        changed("time_entries/" + entry, "{\"hours\": \"PT45M\"}");
    }

    private static long me() {
        return api.get("/api/v3/users/me").id();
    }

    private static long workPackage(long project, String subject, String links) {
        return created(
                "work_packages",
                "{\"subject\": \"%s\", \"_links\": {\"project\": %s%s}}"
                        .formatted(subject, link("projects", project), links));
    }

    private static void file(String container) {
        String parts =
                """
                --part\r
                Content-Disposition: form-data; name="metadata"\r
                \r
                {"fileName": "trees.txt", "description": {"raw": "Which ones"}}\r
                --part\r
                Content-Disposition: form-data; name="file"; filename="trees.txt"\r
                Content-Type: text/plain\r
                \r
                All of them\r
                --part--\r
                """;
        Answer answer =
                api.send(
                        "POST",
                        "/api/v3/" + container + "/attachments",
                        parts,
                        Map.of("Content-Type", "multipart/form-data; boundary=part"));
        assertThat(answer.status()).as("%s", answer.text()).isEqualTo(201);
    }

    private static String link(String collection, long id) {
        return "{\"href\": \"/api/v3/%s/%d\"}".formatted(collection, id);
    }

    private static long created(String path, String json) {
        Answer answer = api.post("/api/v3/" + path, json);
        assertThat(answer.status()).as("%s", answer.text()).isEqualTo(201);
        return answer.id();
    }

    private static void changed(String path, String json) {
        Answer answer = api.patch("/api/v3/" + path, json);
        assertThat(answer.status()).as("%s", answer.text()).isEqualTo(200);
    }

    @Test
    void every_event_arrives_under_its_name() {
        assertThat(bodies.stream().map(body -> body.path("action").asString()).distinct())
                .containsExactlyInAnyOrderElementsOf(EVENTS);
    }

    @Test
    void every_body_is_what_receivers_know() {
        bodies.forEach(BodySchema.OPENPROJECT::check);
    }

    @Test
    void every_request_is_signed_as_it_stands() {
        assertThat(requests)
                .allSatisfy(request -> {
                    String expected =
                            OPENPROJECT
                                    .headers(request.body(), List.of(new Secret(SECRET)))
                                    .getFirst()
                                    .value();
                    assertThat(request.header("X-OP-Signature")).isEqualTo(expected);
                    assertThat(request.header("Content-Type")).isEqualTo("application/json");
                    assertThat(request.text()).doesNotContain("<", ">", "&");
                });
    }

    @Test
    void bodies_tell_what_was_done() {
        JsonNode updated = last("work_package:updated").path("work_package");
        assertThat(updated.path("estimatedTime").asString()).isEqualTo("PT8H");
        assertThat(updated.at("/_embedded/parent/subject").asString()).isEqualTo("Whole");
        assertThat(last("work_package:updated").at("/actor/id").asLong()).isEqualTo(me());
        assertThat(last("project:updated").at("/project/_embedded/status/id").asString())
                .isEqualTo("on_track");
        assertThat(last("work_package_comment:comment").at("/activity/comment/raw").asString())
                .isEqualTo("To *all*");
        assertThat(
                        last("work_package_comment:internal_comment")
                                .at("/activity/comment/raw")
                                .asString())
                .isEqualTo("Among us");
        assertThat(last("time_entry:updated").at("/time_entry/hours").asString())
                .isEqualTo("PT45M");
        assertThat(last("attachment:created").at("/attachment/fileName").asString())
                .isEqualTo("trees.txt");
    }

    /** The latest body of this event. */
    private static JsonNode last(String action) {
        return bodies.stream()
                .filter(body -> body.path("action").asString().equals(action))
                .reduce((_, later) -> later)
                .orElseThrow();
    }
}
