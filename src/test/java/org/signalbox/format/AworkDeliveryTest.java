package org.signalbox.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.signalbox.testing.Api;
import org.signalbox.testing.Api.Answer;
import org.signalbox.testing.Received;
import org.signalbox.testing.RecordedEvents;
import org.signalbox.testing.RunningServer;
import org.signalbox.testing.ScriptedReceiver;
import org.signalbox.webhook.EventName;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every event of awork, from the change that causes it to the receiver. */
@Tag("api")
class AworkDeliveryTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static RunningServer server;
    private static ScriptedReceiver receiver;
    private static Api api;
    private static List<JsonNode> published;
    private static List<JsonNode> current;
    private static List<JsonNode> standard;

    private static long project;
    private static long task;
    private static long person;

    @BeforeAll
    static void work() {
        server = RunningServer.start(Map.of());
        receiver = ScriptedReceiver.start();
        api = server.api();
        hookByPublishedNames();
        hookByCurrentNames();
        hookOfStandard();
        var recorded = RecordedEvents.from(server);
        people();
        projects();
        tasks();
        times();
        assertThat(api.delete("/api/v3/projects/" + project).status()).isEqualTo(204);
        assertThat(api.delete("/api/v3/users/" + person).status()).isEqualTo(202);
        long count =
                recorded.types().stream()
                        .filter(type -> AworkEvents.ofType(type).isPresent())
                        .count();
        published = bodies("/published", count);
        current = bodies("/current", count);
        standard = bodies("/standard", recorded.types().size());
    }

    @AfterAll
    static void stop() {
        server.close();
        receiver.close();
    }

    private static void hookByPublishedNames() {
        var events = AworkEvents.ALL.stream().map(EventName::name).toList();
        created(
                "webhooks",
                """
                {"name": "Published", "url": "%s", "format": "awork", "events": %s,
                 "headerName": "X-Api-Key", "headerValue": "8Jw0sample"}\
                """
                        .formatted(receiver.url("/published"), JSON.writeValueAsString(events)));
    }

    /** As clients of awork do, with the names that they are told. */
    private static void hookByCurrentNames() {
        var types = api.get("/awork/api/v1/webhooks/eventtypes").body();
        var names = types.valueStream().map(JsonNode::asString).toList();
        Answer created =
                api.post(
                        "/awork/api/v1/webhooks",
                        """
                        {"name": "Current", "uri": "%s", "events": "%s", "isActive": true,
                         "authenticationType": "header",
                         "authentication": "X-Api-Key=8Jw0sample"}\
                        """
                                .formatted(receiver.url("/current"), String.join(",", names)));
        assertThat(created.status()).as(created.text()).isEqualTo(200);
    }

    /** The same changes in the words of the server itself. */
    private static void hookOfStandard() {
        created(
                "webhooks",
                """
                {"name": "Standard", "url": "%s", "format": "standard", "events": ["*"],
                 "headerName": "X-Api-Key", "headerValue": "8Jw0sample"}\
                """
                        .formatted(receiver.url("/standard")));
    }

    private static String current(EventName name) {
        return name.aliases().isEmpty() ? name.name() : name.aliases().getFirst();
    }

    private static void people() {
        person =
                created(
                        "users",
                        """
                        {"login": "jonas", "firstName": "Jonas", "lastName": "Pell",
                         "email": "jonas@example.org", "status": "invited"}\
                        """);
        changed(
                "users/" + person,
                "{\"position\": \"Buyer\", \"password\": \"a long enough password\"}");
        assertThat(api.post("/api/v3/users/" + person + "/lock", "{}").status()).isEqualTo(200);
        assertThat(api.delete("/api/v3/users/" + person + "/lock").status()).isEqualTo(200);
        long absence =
                created(
                        "absences",
                        """
                        {"from": "2026-04-06", "to": "2026-04-10", "_links": {"user": %s}}\
                        """
                                .formatted(link("users", person)));
        changed("absences/" + absence, "{\"halfDayAtEnd\": true}");
        deleted("absences/" + absence);
    }

    private static void projects() {
        long client = created("clients", "{\"name\": \"Harbor Lane Ltd\"}");
        long version = api.get("/api/v3/clients/" + client).at("/lockVersion").asLong();
        changed(
                "clients/" + client,
                "{\"lockVersion\": %d, \"industry\": \"Shipping\"}".formatted(version));
        project =
                created(
                        "projects",
                        "{\"name\": \"Pier 4 refit\", \"_links\": {\"client\": %s}}"
                                .formatted(link("clients", client)));
        changed(
                "projects/" + project,
                "{\"timeBudget\": \"PT160H\", \"_links\": {\"status\": {\"href\":"
                        + " \"/api/v3/project_statuses/on_track\"}}}");
        created(
                "projects/" + project + "/comments",
                "{\"text\": {\"raw\": \"We begin on Monday.\"}}");
        long membership =
                created(
                        "memberships",
                        "{\"_links\": {\"project\": %s, \"principal\": %s, \"roles\": [%s]}}"
                                .formatted(
                                        link("projects", project),
                                        link("users", person),
                                        link("roles", 3)));
        long list =
                created(
                        "task_lists",
                        "{\"name\": \"Materials\", \"_links\": {\"project\": %s}}"
                                .formatted(link("projects", project)));
        changed("task_lists/" + list, "{\"name\": \"Material\"}");
        deleted("task_lists/" + list);
        tasksOfMember();
        changed("projects/" + project, "{\"name\": \"Pier 4\"}");
        deleted("memberships/" + membership);
        deleted("clients/" + client);
    }

    private static void tasksOfMember() {
        task =
                created(
                        "work_packages",
                        "{\"subject\": \"Order deck planks\", \"_links\": {\"project\": %s}}"
                                .formatted(link("projects", project)));
        changeTask("{\"lockVersion\": %d, \"_links\": {\"assignee\": %s}}", link("users", person));
        changeTask("{\"lockVersion\": %d, \"_links\": {\"assignee\": {\"href\": %s}}}", "null");
    }

    private static void changeTask(String change, String target) {
        var now = api.get("/api/v3/work_packages/" + task);
        changed("work_packages/" + task, change.formatted(now.at("/lockVersion").asLong(), target));
    }

    private static void tasks() {
        changeTask("{\"lockVersion\": %d, \"_links\": {\"status\": %s}}", link("statuses", 7));
        changeTask("{\"lockVersion\": %d, \"_links\": {\"type\": %s}}", link("types", 7));
        created(
                "work_packages/" + task + "/activities",
                "{\"comment\": {\"raw\": \"Please *confirm* the date\"}}");
    }

    private static void times() {
        long entry =
                created(
                        "time_entries",
                        """
                        {"spentOn": "2026-03-02", "hours": "PT30M",
                         "comment": {"raw": "Phoned two suppliers"},
                         "_links": {"entity": %s, "activity": %s}}\
                        """
                                .formatted(
                                        link("work_packages", task),
                                        link("time_entries/activities", 1)));
        changed("time_entries/" + entry, "{\"hours\": \"PT45M\"}");
        changed(
                "time_entries/" + entry,
                "{\"_links\": {\"activity\": %s}}".formatted(link("time_entries/activities", 3)));
        deleted("time_entries/" + entry);
        deleted("work_packages/" + task);
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

    private static void deleted(String path) {
        Answer answer = api.delete("/api/v3/" + path);
        assertThat(answer.status()).as("%s", answer.text()).isEqualTo(204);
    }

    /** All that comes there. */
    private static List<JsonNode> bodies(String path, long count) {
        return receiver.await(path, (int) count).stream()
                .map(Received::text)
                .map(JSON::readTree)
                .toList();
    }

    private static List<String> types(List<JsonNode> bodies) {
        return bodies.stream().map(body -> body.path("eventType").asString()).distinct().toList();
    }

    @Test
    void every_event_arrives_under_its_published_name() {
        assertThat(types(published))
                .containsExactlyInAnyOrderElementsOf(
                        AworkEvents.ALL.stream().map(EventName::name).toList());
    }

    @Test
    void and_under_its_current_name() {
        assertThat(types(current))
                .containsExactlyInAnyOrderElementsOf(
                        AworkEvents.ALL.stream().map(AworkDeliveryTest::current).toList());
    }

    @Test
    void every_body_is_what_receivers_know() {
        published.forEach(BodySchema.AWORK::check);
        current.forEach(BodySchema.AWORK::check);
    }

    @Test
    void in_the_format_standard_every_body_is_what_its_receivers_know() {
        assertThat(standard).hasSizeGreaterThanOrEqualTo(published.size());
        standard.forEach(BodySchema.STANDARD::check);
    }

    @Test
    void the_header_is_sent_as_it_stands() {
        assertThat(receiver.requests())
                .isNotEmpty()
                .allMatch(request -> request.header("X-Api-Key").equals("8Jw0sample"))
                .allMatch(request -> request.header("webhook-signature").isEmpty())
                .allMatch(request -> request.header("Content-Type").equals("application/json"));
    }

    @Test
    void bodies_tell_what_was_done() {
        JsonNode status = only("task_status_changed");
        assertThat(status.at("/entity/taskStatus/name").asString()).isEqualTo("In progress");
        assertThat(status.at("/entity/taskStatus/type").asString()).isEqualTo("progress");
        assertThat(status.at("/changes/0/property").asString()).isEqualTo("TaskStatusId");
        assertThat(status.at("/changes/0/new")).isEqualTo(status.at("/entity/taskStatusId"));
        JsonNode time = all("time_tracking_changed").getFirst();
        assertThat(time.at("/entity/duration").asInt()).isEqualTo(2700);
        assertThat(time.at("/entity/taskId")).isEqualTo(status.at("/entityId"));
        assertThat(time.at("/changes/0").toString())
                .isEqualTo("{\"property\":\"Duration\",\"old\":\"1800\",\"new\":\"2700\"}");
        assertThat(only("task_assignment_deleted").at("/entity/userId"))
                .isEqualTo(only("user_added").at("/entityId"));
        assertThat(only("absence_deleted").at("/entity/deletedOn"))
                .isEqualTo(only("absence_deleted").at("/timestamp"));
        assertThat(only("project_member_added").at("/entity/isResponsible").asBoolean()).isTrue();
        assertThat(only("project_status_changed").at("/entity/company/name").asString())
                .isEqualTo("Harbor Lane Ltd");
        assertThat(only("user_added").at("/entity/status/invitationAccepted").asBoolean())
                .isFalse();
    }

    @Test
    void what_came_before_is_known() {
        JsonNode mira = only("project_added").at("/triggeredBy/id");
        for (String kind : "project user time_tracking task_list absence client".split(" ", -1)) {
            JsonNode deleted = only(kind + "_deleted");
            assertThat(deleted.at("/entity/createdBy")).as(kind).isEqualTo(mira);
        }
        JsonNode project = only("project_status_changed");
        assertThat(project.at("/entity/createdBy")).isEqualTo(mira);
        assertThat(project.at("/entity/tasksCount").asInt(-1)).isZero();
        JsonNode inhabited = all("project_changed").get(1);
        assertThat(inhabited.at("/entity/tasksCount").asInt(-1)).isEqualTo(1);
        assertThat(inhabited.at("/entity/members/0/userId"))
                .isEqualTo(only("user_added").at("/entityId"));
        assertThat(inhabited.at("/entity/members/0/isResponsible").asBoolean()).isTrue();
        assertThat(only("client_changed").at("/entity/projectsCount").asInt(-1)).isZero();
        JsonNode task = only("task_type_changed");
        assertThat(change(task, "TypeOfWorkId"))
                .endsWith(task.at("/entity/typeOfWorkId").asString());
        assertThat(change(task, "UpdatedOn")).startsWith("20").endsWith("+00:00");
        assertThat(task.at("/entity/commentCount").asInt(-1)).isZero();
        assertThat(change(only("timetracking_type_changed"), "TypeOfWorkId")).contains(" > ");
    }

    /** Those of this type, in their order. */
    private static List<JsonNode> all(String type) {
        return published.stream()
                .filter(body -> body.path("eventType").asString().equals(type))
                .toList();
    }

    /** The one body of this type. */
    private static JsonNode only(String type) {
        var bodies = all(type);
        assertThat(bodies).as(type).hasSize(1);
        return bodies.getFirst();
    }

    @Test
    void closing_a_task_tells_when_and_by_whom() {
        created(
                "webhooks",
                """
                {"name": "Closing", "url": "%s", "format": "awork", "events": ["task_changed"],
                 "headerName": "X-Api-Key", "headerValue": "8Jw0sample"}\
                """
                        .formatted(receiver.url("/closing")));
        long place = created("projects", "{\"name\": \"Pier 5\"}");
        long closed =
                created(
                        "work_packages",
                        "{\"subject\": \"Sweep\", \"_links\": {\"project\": %s}}"
                                .formatted(link("projects", place)));
        changed(
                "work_packages/" + closed,
                "{\"lockVersion\": 0, \"_links\": {\"status\": %s, \"priority\": %s}}"
                        .formatted(link("statuses", 12), link("priorities", 9)));
        changed("work_packages/" + closed, "{\"lockVersion\": 1, \"subject\": \"Swept\"}");
        List<JsonNode> bodies = bodies("/closing", 2);
        bodies.forEach(BodySchema.AWORK::check);
        JsonNode body = bodies.getFirst();
        JsonNode who = body.at("/triggeredBy/id");
        assertThat(body.at("/entity/closedOn").asString()).startsWith("20").endsWith("Z");
        assertThat(body.at("/entity/closedBy")).isEqualTo(who);
        assertThat(body.at("/entity/isPrio").asBoolean()).isTrue();
        assertThat(change(body, "IsPrio")).isEqualTo("false > true");
        assertThat(change(body, "ClosedBy")).isEqualTo(" > " + who.asString());
        assertThat(change(body, "ClosedOn")).endsWith("+00:00");
        assertThat(bodies.getLast().path("changes").findValuesAsString("property"))
                .containsExactly("Name", "UpdatedOn");
    }

    private static String change(JsonNode body, String property) {
        return body.path("changes")
                .valueStream()
                .filter(change -> change.path("property").asString().equals(property))
                .map(change ->
                        change.path("old").asString("") + " > " + change.path("new").asString(""))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_test_event_looks_like_a_real_one() {
        long id = api.get("/api/v3/webhooks").at("/_embedded/elements/0/id").asLong();
        int before = receiver.requests("/published").size();
        var sent =
                api.post("/api/v3/webhooks/" + id + "/test", "{\"event\": \"project_task_added\"}");
        assertThat(sent.at("/state").asString()).as(sent.text()).isEqualTo("delivered");
        Received test = receiver.await("/published", before + 1).getLast();
        assertThat(test.header("webhook-test")).isEqualTo("true");
        JsonNode body = JSON.readTree(test.text());
        assertThat(body.path("eventType").asString()).isEqualTo("project_task_added");
        BodySchema.AWORK.check(body);
    }
}
