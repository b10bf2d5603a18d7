package org.signalbox.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.signalbox.testing.Encoded.encoded;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.signalbox.event.Event;
import org.signalbox.event.EventLog;
import org.signalbox.event.Subject;
import org.signalbox.store.Database;
import org.signalbox.testing.Api;
import org.signalbox.testing.Persons;
import org.signalbox.testing.RunningServer;

@Tag("api")
class UsersTest {
    private final RunningServer server = RunningServer.shared();
    private final Api admin = server.api();
    private final Persons persons = new Persons(server);

    @Test
    void an_administrator_sees_everything_of_a_person() {
        var person = persons.add();

        var shown = admin.get("/api/v3/users/" + person.id());

        assertThat(shown.at("/_type").asString()).isEqualTo("User");
        assertThat(shown.at("/name").asString()).isEqualTo("Person " + person.login());
        assertThat(shown.at("/login").asString()).isEqualTo(person.login());
        assertThat(shown.at("/email").asString()).isEqualTo(person.login() + "@example.org");
        assertThat(shown.at("/status").asString()).isEqualTo("active");
        assertThat(shown.at("/admin").asBoolean()).isFalse();
        assertThat(shown.body().has("avatar")).isTrue();
        assertThat(shown.text()).doesNotContain("password");
        assertThat(shown.at("/_links/self/title").asString()).isEqualTo("Person " + person.login());
        assertThat(shown.at("/_links/lock/method").asString()).isEqualTo("post");
        assertThat(shown.at("/_links/delete/method").asString()).isEqualTo("delete");
        assertThat(admin.get("/api/v3/users/" + person.login()).id()).isEqualTo(person.id());
    }

    @Test
    void people_know_those_they_work_with_and_only_by_name() {
        var ana = persons.add();
        var ben = persons.add();
        String path = "/api/v3/users/" + ben.id();
        assertThat(ana.api().get(path).status()).isEqualTo(404);
        assertThat(principals(ana, "[]")).containsExactly(ana.id());

        long project = persons.project(false);
        persons.join(ana, project, 5);
        persons.join(ben, project, 4);

        var seen = ana.api().get(path);
        assertThat(seen.at("/name").asString()).isEqualTo("Person " + ben.login());
        assertThat(seen.body().has("email")).isFalse();
        assertThat(seen.body().has("login")).isFalse();
        assertThat(seen.body().has("status")).isFalse();
        assertThat(principals(ana, "[]")).containsExactly(ana.id(), ben.id());
        assertThat(
                        principals(
                                ana,
                                "[{\"member\":{\"operator\":\"=\",\"values\":[\""
                                        + project
                                        + "\"]}}]"))
                .containsExactly(ana.id(), ben.id());
        assertThat(principals(ana, "[{\"id\":{\"operator\":\"=\",\"values\":[\"me\"]}}]"))
                .containsExactly(ana.id());
        assertThat(principals(ana, "[{\"type\":{\"operator\":\"=\",\"values\":[\"Group\"]}}]"))
                .isEmpty();
        assertThat(ana.api().get("/api/v3/users").status()).isEqualTo(403);
    }

    @Test
    void people_change_their_own_name_but_not_their_rights() {
        var ana = persons.add();

        var changed = ana.api().patch("/api/v3/users/me", "{\"firstName\": \"Anna\"}");
        assertThat(changed.at("/name").asString()).isEqualTo("Anna " + ana.login());

        var refused = ana.api().patch("/api/v3/users/me", "{\"admin\": true, \"login\": \"root\"}");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.at("/errorIdentifier").asString()).endsWith("MultipleErrors");
        assertThat(refused.at("/_embedded/errors/0/errorIdentifier").asString())
                .endsWith("PropertyIsReadOnly");
        assertThat(admin.get("/api/v3/users/" + ana.id()).at("/admin").asBoolean()).isFalse();
        assertThat(ana.api().post("/api/v3/users", "{}").status()).isEqualTo(403);
        assertThat(ana.api().delete("/api/v3/users/me").status()).isEqualTo(403);
        assertThat(ana.api().post("/api/v3/users/me/lock", "").status()).isEqualTo(403);
    }

    @Test
    void a_new_person_needs_a_login_of_their_own_a_name_an_address_and_a_password() {
        var person = persons.add();

        assertThat(attributes(admin.post("/api/v3/users", "{}")))
                .containsExactlyInAnyOrder("login", "firstName", "lastName", "email", "password");
        var taken =
                admin.post(
                        "/api/v3/users",
                        """
                        {"login": "%s", "firstName": "A", "lastName": "B",
                         "email": "%s@EXAMPLE.org", "password": "long enough word"}
                        """
                                .formatted(
                                        person.login().toUpperCase(Locale.ROOT), person.login()));
        assertThat(attributes(taken)).containsExactlyInAnyOrder("login", "email");
        var weak = admin.patch("/api/v3/users/" + person.id(), "{\"password\": \"short\"}");
        assertThat(weak.at("/message").asString())
                .isEqualTo("Password is too short (minimum is 10 characters).");
    }

    @Test
    void who_is_invited_becomes_active_with_the_first_password() {
        var invited =
                admin.post(
                        "/api/v3/users",
                        "{\"status\": \"invited\", \"email\": \"new.one@example.org\"}");
        assertThat(invited.status()).as(invited.text()).isEqualTo(201);
        assertThat(invited.at("/login").asString()).isEqualTo("new.one@example.org");

        var arrived =
                admin.patch(
                        "/api/v3/users/" + invited.id(), "{\"password\": \"long enough word\"}");

        assertThat(arrived.at("/status").asString()).isEqualTo("active");
        assertThat(admin.get("/api/v3/users/" + invited.id()).body()).isEqualTo(arrived.body());
        assertThat(types(invited.id()))
                .containsExactly("user.created", "user.updated", "user.status_changed");
    }

    @Test
    void each_change_tells_what_changed_and_no_change_tells_nothing() {
        var person = persons.add();
        String path = "/api/v3/users/" + person.id();

        admin.patch(
                path, "{\"lastName\": \"Lima\", \"position\": \"Gardener\", \"billRate\": 80.5}");
        admin.patch(path, "{\"lastName\": \"Lima\"}");
        admin.post(path + "/lock", "");
        admin.delete(path + "/lock");

        assertThat(types(person.id()))
                .containsExactly(
                        "user.created",
                        "user.updated",
                        "user.updated",
                        "user.activation_changed",
                        "user.updated",
                        "user.activation_changed");
        assertThat(events(person.id()).get(1).data())
                .contains("\"lastName\":{\"from\":\"" + person.login() + "\",\"to\":\"Lima\"}")
                .contains("\"billRate\":{\"from\":null,\"to\":80.5}");
    }

    @Test
    void a_lock_cannot_be_set_or_taken_twice() {
        String lock = "/api/v3/users/" + persons.add().id() + "/lock";

        assertThat(admin.delete(lock).at("/errorIdentifier").asString())
                .isEqualTo("urn:openproject-org:api:v3:errors:InvalidUserStatusTransition");
        assertThat(admin.post(lock, "").at("/status").asString()).isEqualTo("locked");
        assertThat(admin.post(lock, "").status()).isEqualTo(400);
    }

    @Test
    void who_is_deleted_leaves_nothing_personal() {
        var person = persons.add();
        long project = persons.project(false);
        persons.join(person, project, 4);
        String path = "/api/v3/users/" + person.id();

        assertThat(admin.delete(path).status()).isEqualTo(202);

        assertThat(admin.get(path).status()).isEqualTo(404);
        assertThat(person.api().get("/api/v3/users/me").status()).isEqualTo(401);
        assertThat(types(person.id())).containsExactly("user.created", "user.deleted");
        assertThat(events(person.id()).getLast().data()).contains(person.login());
        var members =
                admin.get(
                        "/api/v3/memberships?filters="
                                + encoded(
                                        "[{\"project\":{\"operator\":\"=\",\"values\":[\"%d\"]}}]"
                                                .formatted(project)));
        assertThat(members.at("/total").asInt()).isZero();
    }

    @Test
    void the_last_active_administrator_stays() {
        try (var own = RunningServer.start(Map.of())) {
            var only = own.api();

            assertThat(only.delete("/api/v3/users/me").status()).isEqualTo(422);
            assertThat(only.post("/api/v3/users/me/lock", "").status()).isEqualTo(422);
            assertThat(
                            only.patch("/api/v3/users/me", "{\"admin\": false}")
                                    .at("/message")
                                    .asString())
                    .isEqualTo("At least one active administrator has to be left.");
            var form = only.post("/api/v3/users/me/form", "{\"admin\": false}");
            assertThat(form.at("/_embedded/validationErrors/admin/message").asString())
                    .as(form.text())
                    .isEqualTo("At least one active administrator has to be left.");
            assertThat(form.at("/_links/commit").isMissingNode()).isTrue();

            new Persons(own).add(true);
            assertThat(only.patch("/api/v3/users/me", "{\"admin\": false}").status())
                    .isEqualTo(200);
        }
    }

    @Test
    void a_person_keeps_an_eye_on_their_own_tokens() {
        var ana = persons.add();
        String tokens = "/api/v3/users/me/api_tokens";

        var made =
                ana.api()
                        .post(
                                tokens,
                                "{\"name\": \"CI\", \"expiresAt\": \"2999-01-01T00:00:00Z\"}");

        assertThat(made.status()).as(made.text()).isEqualTo(201);
        assertThat(admin.as(made.at("/token").asString()).get("/api/v3/users/me").id())
                .isEqualTo(ana.id());
        var shown = ana.api().get(made.at("/_links/self/href").asString());
        assertThat(shown.at("/name").asString()).isEqualTo("CI");
        assertThat(shown.at("/expiresAt").asString()).isEqualTo("2999-01-01T00:00:00.000Z");
        assertThat(shown.body().has("token")).isFalse();
        assertThat(ana.api().get(tokens).at("/total").asInt()).isEqualTo(2);
        assertThat(ana.api().get("/api/v3/users/1/api_tokens").status()).isEqualTo(404);
        assertThat(ana.api().post(tokens, "{}").at("/message").asString())
                .isEqualTo("Name can't be blank.");
    }

    @Test
    void lists_are_filtered_sorted_and_paged() {
        var ana = persons.add();
        var ben = persons.add();
        String both =
                encoded(
                        "[{\"id\":{\"operator\":\"=\",\"values\":[\"%d\",\"%d\"]}}]"
                                .formatted(ana.id(), ben.id()));

        var page =
                admin.get(
                        "/api/v3/users?pageSize=1&sortBy="
                                + encoded("[[\"login\",\"desc\"]]")
                                + "&filters="
                                + both);

        assertThat(page.at("/total").asInt()).isEqualTo(2);
        assertThat(page.at("/count").asInt()).isEqualTo(1);
        assertThat(page.at("/_embedded/elements/0/id").asLong())
                .isEqualTo(ana.login().compareTo(ben.login()) > 0 ? ana.id() : ben.id());
        assertThat(
                        admin.get(
                                        "/api/v3/users?filters="
                                                + encoded(
                                                        "[{\"status\":{\"operator\":\"=\",\"values\":[\"gone\"]}}]"))
                                .status())
                .isEqualTo(400);
    }

    @Test
    void people_are_found_by_their_address_and_by_all_of_a_name() {
        var person = persons.add();
        var email = admin.get("/api/v3/users/" + person.id()).at("/email").asString();
        for (String filter :
                List.of(
                        "{\"name\":{\"operator\":\"~\",\"values\":[\"%s\"]}}",
                        "{\"name\":{\"operator\":\"=\",\"values\":[\"%s\"]}}",
                        "{\"anyNameAttribute\":{\"operator\":\"=\",\"values\":[\"%s\"]}}")) {
            var found =
                    admin.get(
                            "/api/v3/users?filters="
                                    + encoded("[" + filter.formatted(email) + "]"));
            assertThat(found.at("/total").asInt()).as(filter).isEqualTo(1);
            assertThat(found.at("/_embedded/elements/0/id").asLong()).isEqualTo(person.id());
        }
    }

    @Test
    void roles_are_shown_with_what_they_allow() {
        var roles = admin.get("/api/v3/roles");
        assertThat(roles.at("/total").asInt()).isEqualTo(6);
        assertThat(roles.at("/_embedded/elements/2/name").asString()).isEqualTo("Project admin");
        assertThat(admin.get("/api/v3/roles/5").at("/permissions").toString())
                .contains("view_work_packages")
                .doesNotContain("edit_work_packages");
        assertThat(
                        admin.get(
                                        "/api/v3/roles?filters="
                                                + encoded(
                                                        "[{\"unit\":{\"operator\":\"=\",\"values\":[\"system\"]}}]"))
                                .at("/total")
                                .asInt())
                .isEqualTo(1);
        assertThat(admin.get("/api/v3/roles/99").status()).isEqualTo(404);
    }

    private List<Long> principals(Persons.Person person, String filters) {
        return person.api()
                .get("/api/v3/principals?filters=" + encoded(filters))
                .at("/_embedded/elements")
                .valueStream()
                .map(element -> element.get("id").asLong())
                .toList();
    }

    private static List<String> attributes(Api.Answer refused) {
        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        return refused.at("/_embedded/errors")
                .valueStream()
                .map(error -> error.at("/_embedded/details/attribute").asString())
                .toList();
    }

    private List<String> types(long user) {
        return events(user).stream().map(Event::type).toList();
    }

    private List<Event> events(long user) {
        var log = server.bean(EventLog.class);
        return server
                .bean(Database.class)
                .<List<Event>>read(view -> log.after(view, 0, 1_000_000))
                .stream()
                .filter(event -> event.subject().equals(Subject.of("user", user)))
                .toList();
    }
}
