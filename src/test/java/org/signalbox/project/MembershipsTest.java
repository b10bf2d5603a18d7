package org.signalbox.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.signalbox.event.Event;
import org.signalbox.event.EventLog;
import org.signalbox.store.Database;
import org.signalbox.testing.Api;
import org.signalbox.testing.Persons;
import org.signalbox.testing.RunningServer;

@Tag("api")
class MembershipsTest {
    private static final int PROJECT_ADMIN = 3;
    private static final int MEMBER = 4;
    private static final int READER = 5;

    private final RunningServer server = RunningServer.shared();
    private final Api admin = server.api();
    private final Persons persons = new Persons(server);
    private final long project = persons.project(false);

    @Test
    void a_membership_shows_who_is_where_in_which_roles() {
        var ana = persons.add();

        var created = admin.post("/api/v3/memberships", body(ana.id(), project, MEMBER));

        assertThat(created.status()).as(created.text()).isEqualTo(201);
        assertThat(created.at("/_type").asString()).isEqualTo("Membership");
        assertThat(created.at("/_links/principal/href").asString())
                .isEqualTo("/api/v3/users/" + ana.id());
        assertThat(created.at("/_links/self/title").asString()).isEqualTo("Person " + ana.login());
        assertThat(created.at("/_links/roles/0/title").asString()).isEqualTo("Member");
        assertThat(created.at("/_embedded/project/id").asLong()).isEqualTo(project);
        assertThat(created.at("/_embedded/principal/id").asLong()).isEqualTo(ana.id());
        assertThat(created.at("/_embedded/roles/0/name").asString()).isEqualTo("Member");
        var shown = admin.get("/api/v3/memberships/" + created.id());
        assertThat(shown.body()).isEqualTo(created.body());
        assertThat(
                        total(
                                "[{\"principal\":{\"operator\":\"=\",\"values\":[\"%d\"]}}]"
                                        .formatted(ana.id())))
                .isEqualTo(1);
        assertThat(
                        total(
                                "[{\"project\":{\"operator\":\"=\",\"values\":[\"%d\"]}},{\"role\":{\"operator\":\"!\",\"values\":[\"4\"]}}]"
                                        .formatted(project)))
                .isZero();
    }

    @Test
    void a_membership_opens_the_project_as_far_as_its_role_goes() {
        var ana = persons.add();
        String path = "/api/v3/projects/" + project;
        assertThat(ana.api().get(path).status()).isEqualTo(404);

        persons.join(ana, project, READER);
        assertThat(ana.api().get(path).status()).isEqualTo(200);
        assertThat(ana.api().patch(path, "{\"name\": \"Mine\"}").status()).isEqualTo(403);
        assertThat(ana.api().post("/api/v3/memberships", body(ana.id(), project, MEMBER)).status())
                .isEqualTo(403);

        admin.patch("/api/v3/memberships/" + membership(ana), roles(PROJECT_ADMIN));
        assertThat(ana.api().patch(path, "{\"description\": {\"raw\": \"Mine\"}}").status())
                .isEqualTo(200);

        assertThat(admin.delete("/api/v3/memberships/" + membership(ana)).status()).isEqualTo(204);
        assertThat(ana.api().get(path).status()).isEqualTo(404);
    }

    @Test
    void who_administrates_a_project_takes_others_in() {
        var ana = persons.add();
        var ben = persons.add();
        persons.join(ana, project, PROJECT_ADMIN);

        var joined = ana.api().post("/api/v3/memberships", body(ben.id(), project, READER));

        assertThat(joined.status()).as(joined.text()).isEqualTo(201);
        assertThat(joined.at("/_links/updateImmediately/method").asString()).isEqualTo("patch");
        assertThat(
                        ben.api()
                                .get("/api/v3/memberships/" + joined.id())
                                .at("/_links/updateImmediately")
                                .isMissingNode())
                .isTrue();
        assertThat(ben.api().delete("/api/v3/memberships/" + joined.id()).status()).isEqualTo(403);
        assertThat(persons.add().api().get("/api/v3/memberships/" + joined.id()).status())
                .isEqualTo(404);
    }

    @Test
    void who_creates_a_project_administrates_it() {
        var ana = persons.add();
        var global =
                admin.post(
                        "/api/v3/memberships",
                        """
                        {"_links": {"project": {"href": null},
                          "principal": {"href": "/api/v3/users/%d"},
                          "roles": [{"href": "/api/v3/roles/6"}]}}
                        """
                                .formatted(ana.id()));
        assertThat(global.status()).as(global.text()).isEqualTo(201);

        var created =
                ana.api().post("/api/v3/projects", "{\"name\": \"%s\"}".formatted(ana.login()));

        assertThat(created.status()).as(created.text()).isEqualTo(201);
        assertThat(
                        ana.api()
                                .patch(
                                        "/api/v3/projects/" + created.id(),
                                        "{\"statusExplanation\": {\"raw\": \"Begun\"}}")
                                .status())
                .isEqualTo(200);
    }

    @Test
    void what_makes_no_sense_is_refused() {
        var ana = persons.add();
        assertThat(refused("{}")).containsExactlyInAnyOrder("principal", "roles");
        assertThat(refused(body(999_999_999, project, MEMBER))).containsExactly("principal");
        assertThat(refused(body(ana.id(), project, 1))).containsExactly("roles");
        assertThat(refused(body(ana.id(), project, 6))).containsExactly("roles");
        assertThat(refused(body(ana.id(), project, 99))).containsExactly("roles");
        persons.join(ana, project, READER);
        assertThat(refused(body(ana.id(), project, MEMBER))).containsExactly("principal");
        assertThat(admin.post("/api/v3/memberships", body(ana.id(), 999_999_999, MEMBER)).status())
                .isEqualTo(404);
        assertThat(
                        admin.patch(
                                        "/api/v3/memberships/" + membership(ana),
                                        "{\"_links\": {\"roles\": []}}")
                                .at("/message")
                                .asString())
                .isEqualTo("Roles need to be assigned.");
    }

    @Test
    void each_change_is_an_event_of_the_project() {
        var ana = persons.add();
        persons.join(ana, project, READER);
        long id = membership(ana);

        admin.patch("/api/v3/memberships/" + id, roles(READER));
        admin.patch("/api/v3/memberships/" + id, roles(MEMBER));
        admin.delete("/api/v3/projects/" + project);

        var events = events("membership:" + id);
        assertThat(events)
                .extracting(Event::type)
                .containsExactly("membership.created", "membership.updated", "membership.deleted");
        assertThat(events).extracting(Event::projectId).containsOnly(project);
        assertThat(events.get(1).data()).contains("\"changes\":{\"roles\":{\"from\":[");
        assertThat(events.getLast().data()).contains("Person " + ana.login());
    }

    @Test
    void a_message_to_the_new_member_is_taken() {
        var ana = persons.add();
        String body = body(ana.id(), project, MEMBER).strip();
        var created =
                admin.post(
                        "/api/v3/memberships",
                        """
                        {"_meta": {"notificationMessage": {"raw": "Welcome"},
                          "sendNotifications": false}, %s
                        """
                                .formatted(body.substring(1)));

        assertThat(created.status()).as(created.text()).isEqualTo(201);
        assertThat(created.text()).doesNotContain("Welcome").doesNotContain("_meta");
    }

    @Test
    void memberships_are_found_by_who_has_them() {
        var ana = persons.add();
        var group =
                admin.post(
                        "/api/v3/groups",
                        """
                        {"name": "All of %1$s",
                         "_links": {"members": [{"href": "/api/v3/users/%2$d"}]}}
                        """
                                .formatted(ana.login(), ana.id()));
        persons.join(ana, project, READER);
        admin.post("/api/v3/users/" + ana.id() + "/lock", "");
        String here = "{\"project\":{\"operator\":\"=\",\"values\":[\"%d\"]}}".formatted(project);

        for (String filter :
                List.of(
                        "{\"group\":{\"operator\":\"=\",\"values\":[\"" + group.id() + "\"]}}",
                        "{\"status\":{\"operator\":\"=\",\"values\":[\"locked\"]}}",
                        "{\"status\":{\"operator\":\"=\",\"values\":[\"3\"]}}",
                        "{\"blocked\":{\"operator\":\"=\",\"values\":[\"t\"]}}",
                        "{\"anyNameAttribute\":{\"operator\":\"~\",\"values\":[\""
                                + ana.login()
                                + "@exam\"]}}",
                        "{\"name\":{\"operator\":\"~\",\"values\":[\"" + ana.login() + "\"]}}")) {
            assertThat(total("[" + here + "," + filter + "]")).as(filter).isEqualTo(1);
        }
        assertThat(total("[" + here + ",{\"blocked\":{\"operator\":\"=\",\"values\":[\"f\"]}}]"))
                .isZero();
        for (String sort : List.of("id", "name", "email", "status", "created_at", "updated_at")) {
            var sorted =
                    admin.get(
                            "/api/v3/memberships?sortBy=%5B%5B%22" + sort + "%22,%22desc%22%5D%5D");
            assertThat(sorted.status()).as(sorted.text()).isEqualTo(200);
        }
    }

    @Test
    void who_has_no_address_stands_last_by_address() {
        var person = persons.add();
        persons.join(person, project, MEMBER);
        long group = admin.post("/api/v3/groups", "{\"name\": \"Without address\"}").id();
        var joined =
                admin.post(
                        "/api/v3/memberships",
                        body(group, project, MEMBER).replace("/users/", "/groups/"));
        assertThat(joined.status()).as(joined.text()).isEqualTo(201);
        for (String direction : List.of("asc", "desc")) {
            var sorted =
                    admin.get(
                            "/api/v3/memberships?sortBy=%5B%5B%22email%22,%22"
                                    + direction
                                    + "%22%5D%5D&filters=%5B%7B%22project%22:%7B%22operator%22:%22=%22,"
                                    + "%22values%22:%5B%22"
                                    + project
                                    + "%22%5D%7D%7D%5D");
            var elements = sorted.at("/_embedded/elements");
            assertThat(elements.get(elements.size() - 1).at("/_links/principal/title").asString())
                    .as(direction)
                    .isEqualTo("Without address");
        }
    }

    private List<String> refused(String body) {
        var answer = admin.post("/api/v3/memberships", body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        return answer.body().findValuesAsString("attribute");
    }

    private long membership(Persons.Person person) {
        return list("[{\"project\":{\"operator\":\"=\",\"values\":[\"%d\"]}},{\"principal\":{\"operator\":\"=\",\"values\":[\"%d\"]}}]"
                        .formatted(project, person.id()))
                .at("/_embedded/elements/0/id")
                .asLong();
    }

    private int total(String filters) {
        return list(filters).at("/total").asInt();
    }

    private Api.Answer list(String filters) {
        return admin.get(
                "/api/v3/memberships?filters="
                        + URLEncoder.encode(filters, StandardCharsets.UTF_8));
    }

    private List<Event> events(String subject) {
        var log = server.bean(EventLog.class);
        return server
                .bean(Database.class)
                .<List<Event>>read(view -> log.after(view, 0, 1_000_000))
                .stream()
                .filter(event -> event.subject().toString().equals(subject))
                .toList();
    }

    private static String roles(int role) {
        return "{\"_links\": {\"roles\": [{\"href\": \"/api/v3/roles/%d\"}]}}".formatted(role);
    }

    private static String body(long user, long project, int role) {
        return """
        {"_links": {"project": {"href": "/api/v3/projects/%d"},
          "principal": {"href": "/api/v3/users/%d"},
          "roles": [{"href": "/api/v3/roles/%d"}]}}
        """
                .formatted(project, user, role);
    }
}
