package org.signalbox.rm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.signalbox.rm.RmClient.object;
import static org.signalbox.rm.RmClient.refused;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.signalbox.format.BodySchema;
import org.signalbox.testing.Api;
import org.signalbox.testing.Received;
import org.signalbox.testing.Reply;
import org.signalbox.testing.RunningServer;
import org.signalbox.testing.ScriptedReceiver;
import org.signalbox.testing.TlsKeys;
import org.signalbox.testing.Until;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Webhooks of Resource Management: made through its API, caused through its API, received. */
@Tag("api")
class RmDeliveryTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> EVENTS =
            List.of(
                    "project.created",
                    "project.updated",
                    "time.entry.created",
                    "time.entry.updated",
                    "user.created",
                    "user.updated",
                    "assignment.created",
                    "assignment.updated");

    private static RunningServer server;
    private static ScriptedReceiver receiver;
    private static Api api;
    private static RmClient rm;

    @BeforeAll
    static void start(@TempDir Path dir) {
        var keys = TlsKeys.in(dir);
        receiver = ScriptedReceiver.start(keys.server());
        server = keys.trusted(() -> RunningServer.start(Map.of()));
        api = server.api();
        rm = new RmClient(api, RunningServer.ADMIN_TOKEN);
    }

    @AfterAll
    static void stop() {
        server.close();
        receiver.close();
    }

    private static JsonNode hook(String path, String event) {
        return rm.made(
                "/webhooks",
                "{\"url\": \"%s\", \"event_type\": \"%s\"}".formatted(receiver.url(path), event));
    }

    private static List<JsonNode> bodies(String path, int count) {
        return receiver.await(path, count).stream()
                .map(Received::text)
                .map(JSON::readTree)
                .toList();
    }

    @Test
    void every_event_arrives_as_its_change_left_the_object() {
        for (String event : EVENTS) {
            hook("/all/" + event, event);
        }
        var user =
                rm.made(
                        "/users",
                        "{\"first_name\": \"Jonas\", \"last_name\": \"Pell\", \"email\": \"j@example.org\"}");
        long id = user.path("id").asLong();
        var userNow = rm.changed("/users/" + id, "{\"role\": \"Painter\", \"billrate\": 95}");
        var project =
                rm.made(
                        "/projects",
                        "{\"name\": \"Lighthouse repaint\", \"client\": \"Harbor Lane\"}");
        long projectId = project.path("id").asLong();
        var projectNow = rm.changed("/projects/" + projectId, "{\"ends_at\": \"2026-06-30\"}");
        join(id, projectId);
        var booked =
                rm.made(
                        "/assignments",
                        """
                        {"user_id": %d, "assignable_id": %d, "starts_at": "2026-03-09",
                         "ends_at": "2026-03-20", "allocation_mode": "percent", "percent": 0.5}
                        """
                                .formatted(id, projectId));
        var bookedNow =
                rm.changed(
                        "/assignments/" + booked.path("id").asLong(),
                        "{\"allocation_mode\": \"fixed\", \"fixed_hours\": 40}");
        var entry =
                rm.made(
                        "/users/" + id + "/time_entries",
                        "{\"assignable_id\": %d, \"date\": \"2026-03-10\", \"hours\": 2.5}"
                                .formatted(projectId));
        var entryNow =
                rm.changed(
                        "/time_entries/" + entry.path("id").asLong(), "{\"notes\": \"Scaffold\"}");
        arrived("user.created", user);
        arrived("user.updated", userNow);
        arrived("project.created", project);
        arrived("project.updated", projectNow);
        arrived("assignment.created", booked);
        arrived("assignment.updated", bookedNow);
        arrived("time.entry.created", entry);
        arrived("time.entry.updated", entryNow);
        assertThat(server.surprises()).isZero();
    }

    private static void join(long user, long project) {
        var joined =
                api.post(
                        "/api/v3/memberships",
                        """
                        {"_links": {"project": {"href": "/api/v3/projects/%d"},
                          "principal": {"href": "/api/v3/users/%d"}, "roles": [{"href": "/api/v3/roles/4"}]}}
                        """
                                .formatted(project, user));
        assertThat(joined.status()).as(joined.text()).isEqualTo(201);
    }

    /** One request came, and its object is the one that the API showed. */
    private static void arrived(String event, JsonNode shown) {
        var bodies = bodies("/all/" + event, 1);
        assertThat(bodies).hasSize(1);
        BodySchema.RM.check(bodies.getFirst());
        assertThat(bodies.getFirst().path("type").asString()).isEqualTo(event);
        assertThat(bodies.getFirst().path("data")).isEqualTo(shown);
    }

    @Test
    void a_webhook_is_made_listed_shown_and_deleted() {
        var made = hook("/crud", "user.created");
        assertThat(made.propertyNames())
                .containsExactly(
                        "id",
                        "organization_id",
                        "url",
                        "status",
                        "event_type",
                        "created_at",
                        "updated_at");
        assertThat(made.path("status").asString()).isEqualTo("active");
        long id = made.path("id").asLong();
        assertThat(object(rm.get("/webhooks/" + id))).isEqualTo(made);
        assertThat(object(rm.get("/webhooks?per_page=1000")).path("data")).contains(made);
        assertThat(api.get("/api/v3/webhooks/" + id).at("/format").asString())
                .isEqualTo("resource_management");
        assertThat(rm.delete("/webhooks/" + id).status()).isEqualTo(200);
        assertThat(rm.get("/webhooks/" + id).status()).isEqualTo(404);
        assertThat(rm.delete("/webhooks/" + id).status()).isEqualTo(404);
        assertThat(rm.put("/webhooks/" + id, "{}").status()).as("not offered").isEqualTo(404);
    }

    @Test
    void what_is_wrong_is_told_by_field() {
        refused(rm.post("/webhooks", "{}"), "Url can't be blank", "Event type can't be blank");
        refused(
                rm.post(
                        "/webhooks",
                        "{\"url\": \"http://127.0.0.1:9000/\", \"event_type\": \"user.created\"}"),
                "Url must start with https:// in this format");
        assertThat(
                        rm.post(
                                        "/webhooks",
                                        "{\"url\": \"https://10.0.0.1/\", \"event_type\": \"user.created\"}")
                                .at("/errors/0")
                                .asString())
                .startsWith("Url ");
        assertThat(
                        rm.post(
                                        "/webhooks",
                                        "{\"url\": \"https://\", \"event_type\": \"user.created\"}")
                                .at("/errors/0")
                                .asString())
                .startsWith("Url is invalid");
        refused(
                rm.post(
                        "/webhooks",
                        "{\"url\": \"https://127.0.0.1/\", \"event_type\": \"user.deleted\"}"),
                "Event type is invalid: There is no event user.deleted in the format"
                        + " resource_management");
        var ours =
                api.post(
                        "/api/v3/webhooks",
                        """
                        {"name": "Plain", "url": "http://127.0.0.1:9000/", "format": "resource_management",
                         "events": ["user.created"]}
                        """);
        assertThat(ours.status()).isEqualTo(422);
        assertThat(ours.at("/_embedded/details/attribute").asString()).isEqualTo("url");
    }

    @Test
    void an_event_has_no_more_than_ten_webhooks() {
        var ids =
                IntStream.range(0, 9)
                        .mapToObj(_ -> hook("/ten", "assignment.updated").path("id").asLong())
                        .toList();
        var before = object(rm.get("/webhooks?per_page=1000")).path("data");
        long there =
                before.valueStream()
                        .filter(one ->
                                one.path("event_type").asString().equals("assignment.updated"))
                        .count();
        for (long i = there; i < 10; i++) {
            hook("/ten", "assignment.updated");
        }
        refused(
                rm.post(
                        "/webhooks",
                        "{\"url\": \"%s\", \"event_type\": \"assignment.updated\"}"
                                .formatted(receiver.url("/ten"))),
                "Event type is invalid: There are 10 webhooks for assignment.updated already, and no"
                        + " more can be");
        rm.delete("/webhooks/" + ids.getFirst());
        hook("/ten", "assignment.updated");
        var last = object(rm.get("/webhooks?per_page=1000")).path("data");
        last.valueStream()
                .filter(one -> one.path("url").asString().endsWith("/ten"))
                .forEach(one -> rm.delete("/webhooks/" + one.path("id").asLong()));
    }

    @Test
    void who_answers_gone_is_unsubscribed() {
        receiver.on("/gone", Reply.answer(410));
        long id = hook("/gone", "project.created").path("id").asLong();
        rm.made("/projects", "{\"name\": \"Unwanted\"}");
        receiver.await("/gone", 1);
        var shown = switchedOff(id);
        assertThat(shown.at("/status").asString()).isEqualTo("disabled");
        assertThat(rm.get("/webhooks/" + id).status()).isEqualTo(404);

        receiver.on("/gone", Reply.answer(200));
        assertThat(api.patch("/api/v3/webhooks/" + id, "{\"enabled\": true}").status())
                .isEqualTo(200);
        rm.made("/projects", "{\"name\": \"Wanted again\"}");
        assertThat(bodies("/gone", 2).getLast().at("/data/name").asString())
                .isEqualTo("Wanted again");
    }

    private static Api.Answer switchedOff(long id) {
        return Until.seen(
                () -> api.get("/api/v3/webhooks/" + id),
                shown -> !shown.at("/enabled").asBoolean());
    }

    @Test
    void one_with_several_events_is_one_for_each() {
        var made =
                api.post(
                        "/api/v3/webhooks",
                        """
                        {"name": "Two at once", "url": "%s", "format": "resource_management",
                         "events": ["user.created", "user.updated"]}
                        """
                                .formatted(receiver.url("/two")));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        assertThat(
                        object(rm.get("/webhooks?per_page=1000"))
                                .path("data")
                                .valueStream()
                                .filter(one -> one.path("id").asLong() == made.id())
                                .map(one -> one.path("event_type").asString()))
                .containsExactly("user.created", "user.updated");
        api.delete("/api/v3/webhooks/" + made.id());
    }
}
