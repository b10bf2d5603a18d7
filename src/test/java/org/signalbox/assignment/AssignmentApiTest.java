package org.signalbox.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.signalbox.testing.Encoded.filter;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.signalbox.testing.Api;
import org.signalbox.testing.Persons;
import org.signalbox.testing.RecordedEvents;
import org.signalbox.testing.RunningServer;

/** Assignments over HTTP. */
@Tag("api")
class AssignmentApiTest {
    private static final String ASSIGNMENTS = "/api/v3/assignments";
    private static final int PROJECT_ADMIN = 3;
    private static final int MEMBER = 4;

    private final RunningServer server = RunningServer.shared();
    private final Api admin = server.api();
    private final Persons persons = new Persons(server);
    private long project;
    private Persons.Person planner;
    private Persons.Person worker;
    private Api api;

    @BeforeEach
    void staff_a_project() {
        project = persons.project(false);
        planner = persons.add();
        worker = persons.add();
        persons.join(planner, project, PROJECT_ADMIN);
        persons.join(worker, project, MEMBER);
        api = planner.api();
    }

    @Test
    void an_assignment_lives_from_creation_to_deletion() {
        var events = RecordedEvents.from(server);
        var created =
                api.post(
                        ASSIGNMENTS,
                        body("2026-07-06", "2026-07-17", ", \"note\": {\"raw\": \"On site\"}"));
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        assertThat(created.at("/mode").asString()).isEqualTo("percent");
        assertThat(created.at("/amount").asInt()).isEqualTo(100);
        assertThat(created.at("/allDay").asBoolean()).isTrue();
        assertThat(created.at("/note/raw").asString()).isEqualTo("On site");
        assertThat(created.at("/_embedded/user/id").asLong()).isEqualTo(worker.id());
        assertThat(created.at("/_embedded/project/id").asLong()).isEqualTo(project);
        var path = ASSIGNMENTS + "/" + created.id();
        assertThat(api.get(path).text()).isEqualTo(created.text());
        var changed =
                api.patch(
                        path,
                        "{\"lockVersion\": 0, \"mode\": \"hours_per_day\", \"amount\": 6.50}");
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        assertThat(changed.at("/lockVersion").asInt()).isEqualTo(1);
        assertThat(events.lastEvent("assignment.updated").projectId()).isEqualTo(project);
        var told = events.last("assignment.updated");
        assertThat(told.at("/changes").propertyNames()).containsExactlyInAnyOrder("mode", "amount");
        assertThat(told.at("/changes/amount/to").asString()).isEqualTo("6.5");
        assertThat(told.at("/subject/user/login").asString()).isEqualTo(worker.login());
        assertThat(api.patch(path, changed.text()).status()).as("nothing new").isEqualTo(200);
        assertThat(api.delete(path).status()).isEqualTo(204);
        assertThat(api.get(path).status()).isEqualTo(404);
        assertThat(events.types())
                .containsExactly("assignment.created", "assignment.updated", "assignment.deleted");
    }

    @Test
    void another_person_is_told_as_an_end_and_a_beginning() {
        long assignment = booked("2026-07-06", "2026-07-17");
        var events = RecordedEvents.from(server);
        var handed =
                api.patch(
                        ASSIGNMENTS + "/" + assignment,
                        "{\"lockVersion\": 0, \"to\": \"2026-07-10\", \"_links\": {%s}}"
                                .formatted(user(planner.id())));
        assertThat(handed.status()).as(handed.text()).isEqualTo(200);
        assertThat(handed.id()).isEqualTo(assignment);
        assertThat(events.types()).containsExactly("assignment.deleted", "assignment.created");
        assertThat(events.last("assignment.deleted").at("/subject/user/login").asString())
                .isEqualTo(worker.login());
        assertThat(events.last("assignment.deleted").at("/subject/assignment/to").asString())
                .isEqualTo("2026-07-17");
        assertThat(events.last("assignment.created").at("/subject/user/login").asString())
                .isEqualTo(planner.login());
    }

    @Test
    void what_is_wrong_is_said_of_the_attribute() {
        refused("2026-07-06", "2026-07-05", "", "to");
        refused("2026-07-06", "2026-07-06", ", \"mode\": \"mood\"", "mode");
        refused("2026-07-06", "2026-07-06", ", \"mode\": \"fixed\"", "amount");
        refused("2026-07-06", "2026-07-06", ", \"amount\": 0", "amount");
        refused("2026-07-06", "2026-07-06", ", \"amount\": 33.333", "amount");
        refused("2026-07-06", "2026-07-06", ", \"amount\": 1e999999", "amount");
        refused(
                "2026-07-06",
                "2026-07-06",
                ", \"mode\": \"hours_per_day\", \"amount\": 24.5",
                "amount");
        var path = ASSIGNMENTS + "/" + booked("2026-07-06", "2026-07-17");
        var other = api.patch(path, "{\"lockVersion\": 0, \"mode\": \"fixed\"}");
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.at("/_embedded/details/attribute").asString()).isEqualTo("amount");
    }

    @Test
    void only_who_is_known_and_sees_the_project_can_be_booked() {
        var stranger = persons.add();
        for (Api booking : new Api[] {api, admin}) {
            var refused =
                    booking.post(
                            ASSIGNMENTS,
                            body("2026-07-06", "2026-07-06", "")
                                    .replace(user(worker.id()), user(stranger.id())));
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.at("/_embedded/details/attribute").asString()).isEqualTo("user");
        }
    }

    @Test
    void who_changed_it_first_wins() {
        var path = ASSIGNMENTS + "/" + booked("2026-07-06", "2026-07-17");
        assertThat(api.patch(path, "{\"lockVersion\": 0, \"amount\": 50}").status()).isEqualTo(200);
        assertThat(api.patch(path, "{\"lockVersion\": 0, \"amount\": 60}").status()).isEqualTo(409);
        assertThat(api.patch(path, "{\"amount\": 60}").status()).isEqualTo(409);
    }

    @Test
    void members_see_what_project_administrators_plan() {
        var path = ASSIGNMENTS + "/" + booked("2026-07-06", "2026-07-17");
        var member = worker.api();
        var seen = member.get(path);
        assertThat(seen.status()).isEqualTo(200);
        assertThat(seen.at("/_links/updateImmediately").isMissingNode()).isTrue();
        assertThat(member.get(ASSIGNMENTS).at("/total").asInt()).isEqualTo(1);
        assertThat(member.patch(path, "{\"lockVersion\": 0}").status()).isEqualTo(403);
        assertThat(member.delete(path).status()).isEqualTo(403);
        var body = body("2026-07-06", "2026-07-17", "");
        assertThat(member.post(ASSIGNMENTS, body).status()).isEqualTo(403);
        var stranger = persons.add().api();
        assertThat(stranger.get(path).status()).isEqualTo(404);
        assertThat(stranger.patch(path, "{\"lockVersion\": 0}").status()).isEqualTo(404);
        assertThat(stranger.delete(path).status()).isEqualTo(404);
        assertThat(stranger.post(ASSIGNMENTS, body).status()).isEqualTo(404);
        assertThat(stranger.get(ASSIGNMENTS).at("/total").asInt()).isZero();
    }

    @Test
    void nothing_moves_where_one_may_not_plan() {
        var path = ASSIGNMENTS + "/" + booked("2026-07-06", "2026-07-17");
        long other = persons.project(false);
        var move =
                "{\"lockVersion\": 0, \"_links\": {\"project\": {\"href\": \"/api/v3/projects/%d\"}}}"
                        .formatted(other);
        assertThat(api.patch(path, move).status()).isEqualTo(404);
        persons.join(planner, other, MEMBER);
        assertThat(api.patch(path, move).status()).isEqualTo(403);
        var unknownThere = admin.patch(path, move);
        assertThat(unknownThere.status()).isEqualTo(422);
        assertThat(unknownThere.at("/_embedded/details/attribute").asString()).isEqualTo("user");
        persons.join(worker, other, MEMBER);
        var moved = admin.patch(path, move);
        assertThat(moved.status()).as(moved.text()).isEqualTo(200);
        assertThat(moved.at("/_links/project/href").asString()).endsWith("/" + other);
    }

    @Test
    void who_is_not_known_has_no_name() {
        var path = ASSIGNMENTS + "/" + booked("2026-07-06", "2026-07-17");
        long membership =
                admin.get(
                                "/api/v3/memberships?filters="
                                        + filter("principal", "=", "\"" + worker.id() + "\""))
                        .at("/_embedded/elements/0/id")
                        .asLong();
        assertThat(admin.delete("/api/v3/memberships/" + membership).status()).isEqualTo(204);
        var reader = persons.add();
        persons.join(reader, project, MEMBER);
        var seen = reader.api().get(path);
        assertThat(seen.at("/_links/user/href").asString())
                .isEqualTo("urn:openproject-org:api:v3:undisclosed");
        assertThat(seen.at("/_embedded/user").isMissingNode()).isTrue();
        assertThat(seen.text()).doesNotContain(worker.login());
        var theirs = ASSIGNMENTS + "?filters=" + filter("user", "=", "\"" + worker.id() + "\"");
        assertThat(reader.api().get(theirs).at("/total").asInt()).isZero();
        assertThat(api.get(theirs).at("/total").asInt()).isEqualTo(1);
        var kept = api.patch(path, "{\"lockVersion\": 0, \"amount\": 20}");
        assertThat(kept.status()).as(kept.text()).isEqualTo(200);
        assertThat(admin.get(path).at("/_links/user/title").asString()).contains(worker.login());
    }

    @Test
    void lists_are_filtered_sorted_and_paged() {
        long early = booked("2026-10-05", "2026-10-09");
        long late = booked("2026-10-19", "2026-10-23");
        assertThat(total("datesInterval", "<>d", "\"2026-10-09\", \"2026-10-18\"")).isEqualTo(1);
        assertThat(total("datesInterval", "<>d", "\"2026-10-10\", \"2026-10-18\"")).isZero();
        assertThat(total("user", "=", "\"%d\"".formatted(worker.id()))).isEqualTo(2);
        assertThat(total("user", "=", "\"me\"")).isZero();
        assertThat(total("project", "!", "\"%d\"".formatted(project))).isZero();
        assertThat(total("from", "<>d", "\"2026-10-10\", \"\"")).isEqualTo(1);
        assertThat(total("to", "<>d", "\"\", \"2026-10-10\"")).isEqualTo(1);
        assertThat(total("mode", "=", "\"fixed\"")).isZero();
        var page = api.get(ASSIGNMENTS + "?pageSize=1&offset=2");
        assertThat(page.at("/total").asInt()).isEqualTo(2);
        assertThat(page.at("/_embedded/elements/0/id").asLong()).isEqualTo(late);
        var backwards = api.get(ASSIGNMENTS + "?pageSize=1&offset=2&sortBy=" + sort("from"));
        assertThat(backwards.at("/_embedded/elements/0/id").asLong()).isEqualTo(early);
        var bad = api.get(ASSIGNMENTS + "?filters=" + filter("datesInterval", "<>d", "\"soon\""));
        assertThat(bad.status()).isEqualTo(400);
    }

    @Test
    void assignments_go_with_the_project() {
        long first = booked("2026-11-02", "2026-11-03");
        long second = booked("2026-11-09", "2026-11-10");
        var events = RecordedEvents.from(server);
        assertThat(admin.delete("/api/v3/projects/" + project).status()).isEqualTo(204);
        assertThat(events.subjects("assignment.deleted"))
                .containsExactly("assignment:" + first, "assignment:" + second);
        assertThat(events.last("assignment.deleted").at("/subject/project/id").asLong())
                .isEqualTo(project);
    }

    @Test
    void assignments_go_with_the_person() {
        long first = booked("2026-11-02", "2026-11-03");
        long second = booked("2026-11-09", "2026-11-10");
        var events = RecordedEvents.from(server);
        assertThat(admin.delete("/api/v3/users/" + worker.id()).status()).isEqualTo(202);
        assertThat(events.subjects("assignment.deleted"))
                .containsExactly("assignment:" + first, "assignment:" + second);
        assertThat(events.types()).endsWith("user.deleted");
        assertThat(api.get(ASSIGNMENTS).at("/total").asInt()).isZero();
    }

    @Test
    void forms_say_what_is_wrong_before_it_is_sent() {
        var form = api.post(ASSIGNMENTS + "/form", body("2026-12-02", "2026-12-01", ""));
        assertThat(form.status()).as(form.text()).isEqualTo(200);
        assertThat(form.at("/_embedded/validationErrors").propertyNames()).containsExactly("to");
        assertThat(form.at("/_embedded/payload/amount").asInt()).isEqualTo(100);
        assertThat(form.at("/_embedded/schema/mode/_embedded/allowedValues/0").asString())
                .isEqualTo("percent");
        var empty = api.post(ASSIGNMENTS + "/form", "{}");
        assertThat(empty.at("/_embedded/validationErrors").propertyNames())
                .containsExactlyInAnyOrder("from", "to", "project", "user");
        var path = ASSIGNMENTS + "/" + booked("2026-12-01", "2026-12-02");
        var change = api.post(path + "/form", "{\"mode\": \"fixed\", \"amount\": 12}");
        assertThat(change.at("/_embedded/validationErrors").isEmpty()).isTrue();
        var payload = change.at("/_embedded/payload").toString();
        assertThat(api.patch(path, payload).at("/mode").asString()).isEqualTo("fixed");
        assertThat(worker.api().post(path + "/form", "{}").status()).isEqualTo(403);
        assertThat(api.get(ASSIGNMENTS + "/schema").at("/amount/type").asString())
                .isEqualTo("Float");
    }

    private void refused(String from, String to, String more, String attribute) {
        var refused = api.post(ASSIGNMENTS, body(from, to, more));
        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        assertThat(refused.at("/_embedded/details/attribute").asString()).isEqualTo(attribute);
    }

    private long booked(String from, String to) {
        var created = api.post(ASSIGNMENTS, body(from, to, ""));
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        return created.id();
    }

    private String body(String from, String to, String more) {
        return """
        {"from": "%s", "to": "%s"%s,
         "_links": {"project": {"href": "/api/v3/projects/%d"}, %s}}
        """
                .formatted(from, to, more, project, user(worker.id()));
    }

    private static String user(long id) {
        return "\"user\": {\"href\": \"/api/v3/users/%d\"}".formatted(id);
    }

    private int total(String filter, String operator, String values) {
        var page = api.get(ASSIGNMENTS + "?filters=" + filter(filter, operator, values));
        assertThat(page.status()).as(page.text()).isEqualTo(200);
        return page.at("/total").asInt();
    }

    private static String sort(String key) {
        return URLEncoder.encode("[[\"%s\", \"desc\"]]".formatted(key), StandardCharsets.UTF_8);
    }
}
