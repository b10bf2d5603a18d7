package org.signalbox.rm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.signalbox.rm.RmClient.object;
import static org.signalbox.rm.RmClient.refused;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.signalbox.format.BodySchema;
import org.signalbox.testing.Api;
import org.signalbox.testing.Persons;
import org.signalbox.testing.RecordedEvents;
import org.signalbox.testing.RunningServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The API of Resource Management, but for its webhooks. */
@Tag("api")
class RmApiTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static RunningServer server;
    private static Api api;
    private static RmClient rm;
    private static Persons persons;

    @BeforeAll
    static void connect() {
        server = RunningServer.shared();
        api = server.api();
        rm = new RmClient(api, RunningServer.ADMIN_TOKEN);
        persons = new Persons(server);
    }

    private static void fits(String type, JsonNode object) {
        var body = JSON.createObjectNode();
        body.set("data", object);
        BodySchema.RM.check(body.put("type", type));
    }

    private static List<Long> ids(JsonNode page) {
        return page.path("data").valueStream().map(one -> one.path("id").asLong()).toList();
    }

    @Test
    void a_refused_project_leaves_no_client_behind() {
        refused(
                rm.post(
                        "/projects",
                        """
                        {"name": "Refused", "client": "Nobody at all",
                         "starts_at": "2026-03-09", "ends_at": "2026-03-01"}
                        """),
                "Ends at must not be before the start");
        var project = rm.made("/projects", "{\"name\": \"Without a client\"}").path("id").asLong();
        var change = "{\"name\": \"\", \"client\": \"Nobody at all\"}";
        assertThat(rm.put("/projects/" + project, change).status()).isEqualTo(403);
        var clients = api.get("/api/v3/clients?pageSize=1000").text();
        assertThat(clients).doesNotContain("Nobody at all");
    }

    @Test
    void a_project_is_made_read_changed_and_deleted() {
        var recorded = RecordedEvents.from(server);
        var made =
                rm.made(
                        "/projects",
                        """
                        {"name": "Lighthouse repaint", "project_code": "LH-7", "client": "Harbor Lane Ltd",
                         "starts_at": "2026-03-09", "ends_at": "2026-06-30", "project_state": "Tentative"}
                        """);
        fits("project.created", made);
        assertThat(made.path("project_state").asString()).isEqualTo("Tentative");
        assertThat(made.path("client").asString()).isEqualTo("Harbor Lane Ltd");
        assertThat(made.path("parent_id").isNull()).isTrue();
        var path = "/projects/" + made.path("id").asLong();
        assertThat(object(rm.get(path))).isEqualTo(made);
        var ours = api.get("/api/v3" + path);
        assertThat(ours.at("/certainty").asString()).isEqualTo("tentative");
        assertThat(ours.at("/_links/client/title").asString()).isEqualTo("Harbor Lane Ltd");

        var changed = rm.changed(path, "{\"project_state\": \"Confirmed\", \"client\": null}");
        assertThat(changed.path("project_state").asString()).isEqualTo("Confirmed");
        assertThat(changed.path("client").isNull()).isTrue();
        assertThat(rm.changed(path, changed.toString()))
                .as("what was read can be sent back")
                .isEqualTo(changed);
        assertThat(rm.changed(path, "{\"archived\": true}").path("archived").asBoolean()).isTrue();
        var gone = rm.delete(path);
        assertThat(gone.status()).isEqualTo(200);
        assertThat(gone.text()).isEmpty();
        assertThat(rm.get(path).status()).isEqualTo(404);
        assertThat(recorded.types())
                .contains("client.created", "project.created", "project.updated", "project.deleted")
                .filteredOn("project.updated"::equals)
                .hasSize(2);
    }

    @Test
    void a_phase_is_a_project_in_a_project() {
        long project = rm.made("/projects", "{\"name\": \"Slipway\"}").path("id").asLong();
        var phases = "/projects/" + project + "/phases";
        var phase =
                rm.made(phases, "{\"phase_name\": \"Footings\", \"starts_at\": \"2026-04-01\"}");
        fits("project.created", phase);
        long id = phase.path("id").asLong();
        assertThat(phase.path("name").asString()).isEqualTo("Slipway");
        assertThat(phase.path("phase_name").asString()).isEqualTo("Footings");
        assertThat(phase.path("parent_id").asLong()).isEqualTo(project);
        assertThat(ids(object(rm.get(phases)))).containsExactly(id);
        assertThat(ids(object(rm.get("/projects?per_page=1000"))))
                .contains(project)
                .doesNotContain(id);
        assertThat(ids(object(rm.get("/projects?per_page=1000&with_phases=true"))))
                .contains(project, id);
        assertThat(
                        rm.changed(phases + "/" + id, "{\"phase_name\": \"Foundations\"}")
                                .path("phase_name")
                                .asString())
                .isEqualTo("Foundations");
        assertThat(api.get("/api/v3/projects/" + id).at("/name").asString())
                .isEqualTo("Foundations");
        assertThat(rm.get("/projects/" + id + "/phases/" + project).status()).isEqualTo(404);
        refused(rm.post(phases, "{}"), "Phase name can't be blank");
        assertThat(rm.delete(phases + "/" + id).status()).isEqualTo(200);
        assertThat(ids(object(rm.get(phases)))).isEmpty();
    }

    @Test
    void lists_have_pages_with_addresses() {
        for (int i = 0; i < 3; i++) {
            rm.made(
                    "/projects",
                    "{\"name\": \"Paged %d\", \"project_code\": \"PAGED\"}".formatted(i));
        }
        var first = object(rm.get("/projects?project_code=PAGED&per_page=2"));
        assertThat(ids(first)).hasSize(2);
        assertThat(first.at("/paging/self").asString())
                .isEqualTo("/rm/api/v1/projects?per_page=2&project_code=PAGED&page=1");
        assertThat(first.at("/paging/previous").isNull()).isTrue();
        var path = first.at("/paging/next").asString();
        assertThat(path).isEqualTo("/rm/api/v1/projects?per_page=2&project_code=PAGED&page=2");
        var second = object(rm.get(path.substring("/rm/api/v1".length())));
        assertThat(ids(second)).hasSize(1).doesNotContainAnyElementsOf(ids(first));
        assertThat(second.at("/paging/next").isNull()).isTrue();
        assertThat(second.at("/paging/page").asInt()).isEqualTo(2);
        assertThat(
                        object(
                                        api.anonymous()
                                                .send(
                                                        "GET",
                                                        "/rm/api/v1/projects?auth="
                                                                + RunningServer.ADMIN_TOKEN,
                                                        null,
                                                        Map.of()))
                                .at("/paging/self")
                                .asString())
                .as("the token is not repeated")
                .isEqualTo("/rm/api/v1/projects?page=1");
        assertThat(rm.get("/projects?page=x").status()).isEqualTo(400);
    }

    @Test
    void people_are_invited_changed_and_archived() {
        var made =
                rm.made(
                        "/users",
                        """
                        {"first_name": "Jonas", "last_name": "Pell", "email": "jonas.rm@example.org",
                         "role": "Painter", "discipline": "Finishing", "location": "Quay",
                         "billable": true, "billrate": 95, "hire_date": "2026-02-01"}
                        """);
        fits("user.created", made);
        assertThat(made.path("invitation_pending").asBoolean()).isTrue();
        assertThat(made.path("billrate").asDouble()).isEqualTo(95);
        var path = "/users/" + made.path("id").asLong();
        assertThat(object(rm.get(path))).isEqualTo(made);
        assertThat(
                        rm.changed(path, "{\"role\": \"Foreman\", \"billrate\": -1}")
                                .path("role")
                                .asString())
                .isEqualTo("Foreman");
        assertThat(object(rm.get(path)).path("billrate").asDouble()).isEqualTo(-1);
        assertThat(rm.changed(path, "{\"archived\": true}").path("archived").asBoolean()).isTrue();
        assertThat(ids(object(rm.get("/users?per_page=1000"))))
                .doesNotContain(made.path("id").asLong());
        assertThat(ids(object(rm.get("/users?per_page=1000&with_archived=true"))))
                .contains(made.path("id").asLong());
        assertThat(rm.changed(path, "{\"archived\": false}").path("archived").asBoolean())
                .isFalse();
        assertThat(rm.delete(path).status()).as("there is no such route").isEqualTo(404);
        refused(
                rm.post("/users", "{\"first_name\": \"A\", \"last_name\": \"B\"}"),
                "Email can't be blank");
        var early = rm.post("/users", "{\"email\": \"x@example.org\", \"archived\": true}");
        assertThat(early.status()).isEqualTo(403);
        assertThat(early.at("/message").asString()).isEqualTo("cannot assign attributes: archived");
    }

    @Test
    void people_are_booked() {
        var person = persons.add();
        long project = persons.project(false);
        persons.join(person, project, 4);
        var body =
                """
                {"assignable_id": %d, "starts_at": "2026-03-09", "ends_at": "2026-03-20", "percent": 0.5}
                """
                        .formatted(project);
        var made = rm.made("/users/" + person.id() + "/assignments", body);
        fits("assignment.created", made);
        assertThat(made.path("percent").asDouble()).isEqualTo(0.5);
        long id = made.path("id").asLong();
        assertThat(api.get("/api/v3/assignments/" + id).at("/amount").asInt()).isEqualTo(50);
        var changed =
                rm.changed(
                        "/assignments/" + id,
                        "{\"allocation_mode\": \"hours_per_day\", \"hours_per_day\": 6}");
        fits("assignment.updated", changed);
        assertThat(changed.path("hours_per_day").asDouble()).isEqualTo(6);
        assertThat(rm.changed("/assignments/" + id, changed.toString())).isEqualTo(changed);
        var of = "/projects/" + project + "/assignments";
        assertThat(ids(object(rm.get(of + "?from=2026-03-20&to=2026-03-31")))).containsExactly(id);
        assertThat(ids(object(rm.get(of + "?from=2026-03-21")))).isEmpty();
        refused(
                rm.put("/assignments/" + id, "{\"hours_per_day\": 30}"),
                "Hours per day must be less than or equal to 24");
        refused(
                rm.put("/assignments/" + id, "{\"ends_at\": \"2026-03-01\"}"),
                "Ends at must not be before the first day");
        refused(
                rm.post("/assignments", "{\"assignable_id\": %d}".formatted(project)),
                "User id can't be blank",
                "Starts at can't be blank",
                "Ends at can't be blank");
        assertThat(rm.delete(of + "/" + id).status()).isEqualTo(200);
        assertThat(rm.get("/assignments/" + id).status()).isEqualTo(404);
    }

    @Test
    void hours_are_logged_in_whatever_form_they_are_sent() {
        long project = persons.project(false);
        var json =
                rm.made(
                        "/projects/" + project + "/time_entries",
                        "{\"date\": \"2026-03-10\", \"hours\": 2.5, \"notes\": \"Scaffold check\"}");
        fits("time.entry.created", json);
        assertThat(json.path("assignable_id").asLong()).isEqualTo(project);
        assertThat(json.path("notes").asString()).isEqualTo("Scaffold check");
        long id = json.path("id").asLong();
        assertThat(api.get("/api/v3/time_entries/" + id).at("/hours").asString())
                .isEqualTo("PT2H30M");
        var form = Map.of("auth", rm.token(), "Content-Type", "application/x-www-form-urlencoded");
        var changed =
                api.anonymous()
                        .send(
                                "PUT",
                                "/rm/api/v1/time_entries/" + id,
                                "hours=3&notes=All+done",
                                form);
        assertThat(object(changed).path("hours").asDouble()).isEqualTo(3);
        assertThat(changed.at("/notes").asString()).isEqualTo("All done");
        var posted =
                api.anonymous()
                        .send(
                                "POST",
                                "/rm/api/v1/time_entries",
                                "assignable_id=" + project + "&hours=1.25&date=2026-03-11",
                                form);
        assertThat(object(posted).path("hours").asDouble()).isEqualTo(1.25);
        var byQuery =
                api.anonymous()
                        .send(
                                "POST",
                                "/rm/api/v1/time_entries?project_id=%d&hours=4&date=2026-03-12&auth=%s"
                                        .formatted(project, rm.token()),
                                null,
                                Map.of());
        assertThat(object(byQuery).path("hours").asDouble()).isEqualTo(4);
        var list = "/projects/" + project + "/time_entries";
        assertThat(ids(object(rm.get(list + "?from=2026-03-11")))).hasSize(2).doesNotContain(id);
        assertThat(
                        object(rm.get(list + "?sort_field=updated&sort_order=descending"))
                                .at("/data/0/hours")
                                .asDouble())
                .isEqualTo(4);
        refused(rm.post(list, "{\"date\": \"2026-03-10\"}"), "Hours can't be blank");
        refused(rm.put("/time_entries/" + id, "{\"hours\": \"many\"}"), "Hours is invalid");
        assertThat(rm.put("/time_entries/" + id, "{\"bill_rate\": 3}").at("/message").asString())
                .isEqualTo("cannot assign attributes: bill_rate");
        assertThat(rm.delete(list + "/" + id).status()).isEqualTo(200);
    }

    @Test
    void a_task_is_a_work_package_of_the_project() {
        long project = persons.project(false);
        var work =
                api.post(
                        "/api/v3/projects/" + project + "/work_packages",
                        "{\"subject\": \"Inspection\"}");
        assertThat(work.status()).as(work.text()).isEqualTo(201);
        var list = "/projects/" + project + "/time_entries";
        var made =
                rm.made(list, "{\"hours\": 1, \"date\": \"2026-03-10\", \"task\": \"Inspection\"}");
        assertThat(made.path("task").asString()).isEqualTo("Inspection");
        var ours = api.get("/api/v3/time_entries/" + made.path("id").asLong());
        assertThat(ours.at("/_links/workPackage/href").asString())
                .isEqualTo("/api/v3/work_packages/" + work.id());
        var path = list + "/" + made.path("id").asLong();
        var free = rm.changed(path, "{\"task\": \" Tea \"}");
        assertThat(free.path("task").asString()).isEqualTo("Tea");
        ours = api.get("/api/v3/time_entries/" + made.path("id").asLong());
        assertThat(ours.at("/_links/workPackage/href").isNull()).isTrue();
        assertThat(ours.at("/task").asString()).isEqualTo("Tea");
        assertThat(rm.changed(path, "{\"notes\": \"Hot\"}").path("task").asString())
                .isEqualTo("Tea");
        refused(
                rm.put(path, "{\"task\": \"%s\"}".formatted("a".repeat(256))),
                "Task is too long (maximum is 255 characters)");
        assertThat(rm.changed(path, "{\"task\": null}").path("task").isNull()).isTrue();
        assertThat(rm.changed(path, "{\"task\": \"Inspection\"}").path("task").asString())
                .isEqualTo("Inspection");
        assertThat(api.get("/api/v3/time_entries/" + made.path("id").asLong()).body().has("task"))
                .isFalse();
    }

    @Test
    void what_one_may_not_see_does_not_exist() {
        var stranger = persons.add();
        var theirs = new RmClient(api, stranger.token());
        long project = persons.project(false);
        var phase = rm.made("/projects/" + project + "/phases", "{\"phase_name\": \"Hidden\"}");
        long entry =
                rm.made(
                                "/projects/" + project + "/time_entries",
                                "{\"hours\": 1, \"date\": \"2026-03-10\"}")
                        .path("id")
                        .asLong();
        for (String path :
                List.of(
                        "/projects/" + project,
                        "/projects/" + project + "/phases",
                        "/projects/" + project + "/users",
                        "/projects/" + project + "/time_entries",
                        "/projects/" + project + "/assignments",
                        "/projects/" + phase.path("id").asLong(),
                        "/time_entries/" + entry,
                        "/users/1",
                        "/assignments/999999",
                        "/projects/nothing")) {
            var answer = theirs.get(path);
            assertThat(answer.status()).as(path).isEqualTo(404);
            assertThat(answer.text()).isEqualTo("{\"message\":\"not found\"}");
        }
        assertThat(ids(object(theirs.get("/projects?with_phases=true")))).doesNotContain(project);
        assertThat(theirs.post("/users", "{\"email\": \"z@example.org\"}").status()).isEqualTo(403);

        persons.join(stranger, phase.path("id").asLong(), 5);
        var seen = object(theirs.get("/projects/" + phase.path("id").asLong()));
        assertThat(seen.path("parent_id").isNull()).as("the project stays hidden").isTrue();
        assertThat(seen.path("name").asString()).isEqualTo("Hidden");
        var denied = theirs.put("/projects/" + phase.path("id").asLong(), "{\"name\": \"Mine\"}");
        assertThat(denied.status()).isEqualTo(403);
        assertThat(denied.body().has("errors")).isFalse();
    }

    @Test
    void who_has_no_token_learns_nothing() {
        for (String token : List.of("", "opapi-wrong")) {
            var answer = new RmClient(api, token).get("/projects");
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.text()).isEqualTo("{\"message\":\"unauthorized\"}");
        }
        assertThat(api.anonymous().get("/rm/api/v1/projects").status()).isEqualTo(401);
        assertThat(api.get("/rm/api/v1/users?per_page=1").status()).as("Bearer").isEqualTo(200);
    }

    @Test
    void faults_of_requests_have_their_own_answers() {
        var broken = rm.post("/projects", "{\"name\": ");
        assertThat(broken.status()).isEqualTo(400);
        assertThat(broken.at("/message").asString()).isNotEmpty();
        var nowhere = rm.get("/nothing");
        assertThat(nowhere.status()).isEqualTo(404);
        assertThat(nowhere.header("Content-Type")).startsWith("text/html");
        assertThat(nowhere.text()).isEqualTo("Not Found");
        refused(
                rm.post("/projects", "{\"name\": \"\", \"starts_at\": \"soon\"}"),
                "Name can't be blank",
                "Starts at is invalid");
        for (String query : List.of("?%C3%28=1", "?%00=1")) {
            var unreadable = rm.get("/projects" + query);
            assertThat(unreadable.status()).as(query).isEqualTo(400);
            assertThat(unreadable.at("/message").asString()).isNotEmpty();
        }
    }
}
