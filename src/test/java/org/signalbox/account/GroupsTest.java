package org.signalbox.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.signalbox.event.Event;
import org.signalbox.event.EventLog;
import org.signalbox.store.Database;
import org.signalbox.testing.Api;
import org.signalbox.testing.Persons;
import org.signalbox.testing.RunningServer;

@Tag("api")
class GroupsTest {
    private static final int MEMBER = 4;
    private static final int READER = 5;

    private final RunningServer server = RunningServer.shared();
    private final Api admin = server.api();
    private final Persons persons = new Persons(server);
    private final Persons.Person ana = persons.add();
    private final Persons.Person ben = persons.add();

    @Test
    void a_group_shows_its_members() {
        String name = "Editors of " + ana.login();

        var created = admin.post("/api/v3/groups", group(name, ana.id(), ben.id()));

        assertThat(created.status()).as(created.text()).isEqualTo(201);
        assertThat(created.at("/_type").asString()).isEqualTo("Group");
        assertThat(created.at("/name").asString()).isEqualTo(name);
        assertThat(created.at("/_links/members/1/href").asString())
                .isEqualTo("/api/v3/users/" + ben.id());
        assertThat(created.at("/_embedded/members/0/id").asLong()).isEqualTo(ana.id());
        assertThat(created.at("/_links/self/href").asString())
                .isEqualTo("/api/v3/groups/" + created.id());
        assertThat(created.at("/_links/delete/method").asString()).isEqualTo("delete");
        assertThat(created.header("Location")).isEqualTo("/api/v3/groups/" + created.id());
        assertThat(admin.get("/api/v3/groups/" + created.id()).body()).isEqualTo(created.body());
        assertThat(ids(admin, "/api/v3/groups", "id", "=", created.id()))
                .containsExactly(created.id());
        assertThat(ids(admin, "/api/v3/users", "group", "=", created.id()))
                .containsExactly(ana.id(), ben.id());
        assertThat(admin.get("/api/v3/users/" + created.id()).status()).isEqualTo(404);
        assertThat(ids(admin, "/api/v3/users", "id", "=", created.id())).isEmpty();
    }

    @Test
    void each_group_of_a_list_shows_its_own_members_as_far_as_one_may_know_them() {
        long project = persons.project(false);
        long both = group(ana.id(), ben.id());
        long one = admin.post("/api/v3/groups", group("One of " + ana.login(), ben.id())).id();
        join("groups/" + one, project, MEMBER);
        var filters =
                "[{\"id\":{\"operator\":\"=\",\"values\":[\"%d\",\"%d\"]}}]".formatted(both, one);
        var path = "/api/v3/groups?filters=" + URLEncoder.encode(filters, StandardCharsets.UTF_8);

        var all = admin.get(path).at("/_embedded/elements");
        assertThat(all.size()).isEqualTo(2);
        for (var group : all) {
            var alone = admin.get(group.at("/_links/self/href").asString());
            assertThat(group).isEqualTo(alone.body());
        }
        assertThat(admin.get(path).text())
                .contains("\"login\":\"" + ana.login() + "\"")
                .contains("\"login\":\"" + ben.login() + "\"");

        var known = ben.api().get(path).at("/_embedded/elements");
        assertThat(known.size()).as("the groups that ben is in").isEqualTo(2);
        for (var group : known) {
            assertThat(group.at("/_embedded/members").size()).isEqualTo(1);
            assertThat(group.at("/_embedded/members/0/id").asLong()).isEqualTo(ben.id());
        }
    }

    @Test
    void a_change_replaces_the_whole_list_of_members() {
        long group = group(ana.id());

        var changed =
                admin.patch("/api/v3/groups/" + group, group("New of " + ana.login(), ben.id()));

        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        assertThat(changed.at("/name").asString()).isEqualTo("New of " + ana.login());
        assertThat(changed.at("/_links/members").size()).isEqualTo(1);
        assertThat(changed.at("/_links/members/0/href").asString())
                .isEqualTo("/api/v3/users/" + ben.id());
        var renamed = admin.patch("/api/v3/groups/" + group, "{\"name\": \"N of " + group + "\"}");
        assertThat(renamed.at("/_links/members").size()).isEqualTo(1);
        assertThat(admin.patch("/api/v3/groups/" + group, members()).at("/_links/members").size())
                .isZero();
        assertThat(types("group:" + group))
                .containsExactly(
                        "group.created", "group.updated", "group.updated", "group.updated");
    }

    @Test
    void a_group_needs_a_name_of_its_own_and_members_that_there_are() {
        long group = group(ana.id());
        String name = admin.get("/api/v3/groups/" + group).at("/name").asString();

        assertThat(refused("{}")).containsExactly("name");
        assertThat(refused(group(name.toUpperCase(Locale.ROOT)))).containsExactly("name");
        assertThat(refused(group("Of nobody", 999_999_999))).containsExactly("members");
        assertThat(refused(group("Of groups", group))).containsExactly("members");
        assertThat(ana.api().post("/api/v3/groups", group("Mine", ana.id())).status())
                .isEqualTo(403);
    }

    @Test
    void who_is_in_a_group_has_its_roles_and_knows_it() {
        long project = persons.project(false);
        long group = group(ana.id());
        assertThat(ben.api().get("/api/v3/groups/" + group).status()).isEqualTo(404);
        assertThat(ana.api().get("/api/v3/projects/" + project).status()).isEqualTo(404);

        join("groups/" + group, project, MEMBER);

        assertThat(ana.api().get("/api/v3/projects/" + project).status()).isEqualTo(200);
        assertThat(ids(ana.api(), "/api/v3/projects", "id", "=", project)).containsExactly(project);
        assertThat(ids(admin, "/api/v3/projects", "principal", "=", ana.id()))
                .containsExactly(project);
        assertThat(ids(ana.api(), "/api/v3/memberships", "principal", "=", group)).hasSize(1);
        assertThat(ids(admin, "/api/v3/principals", "member", "=", project))
                .containsExactly(ana.id(), group);
        assertThat(ids(ana.api(), "/api/v3/groups", "id", "=", group)).containsExactly(group);
        assertThat(ana.api().patch("/api/v3/groups/" + group, members(ben.id())).status())
                .isEqualTo(403);
        assertThat(ana.api().delete("/api/v3/groups/" + group).status()).isEqualTo(403);
        var task =
                ana.api()
                        .post(
                                "/api/v3/projects/" + project + "/work_packages",
                                "{\"subject\": \"By role of the group\"}");
        assertThat(task.status()).as(task.text()).isEqualTo(201);
        assertThat(task.body().at("/_links").has("updateImmediately")).isTrue();

        admin.patch("/api/v3/groups/" + group, members(ben.id()));

        assertThat(ana.api().get("/api/v3/projects/" + project).status()).isEqualTo(404);
        assertThat(ben.api().get("/api/v3/projects/" + project).status()).isEqualTo(200);
    }

    @Test
    void a_group_or_a_placeholder_can_be_given_work() {
        long project = persons.project(false);
        long group = group(ana.id());
        var placeholder =
                admin.post(
                        "/api/v3/placeholder_users",
                        "{\"name\": \"Translator of %s\"}".formatted(ana.login()));
        assertThat(placeholder.status()).as(placeholder.text()).isEqualTo(201);
        String body =
                """
                {"subject": "Together", "_links": {"assignee": {"href": "/api/v3/groups/%d"},
                  "responsible": {"href": "/api/v3/placeholder_users/%d"}}}
                """
                        .formatted(group, placeholder.id());
        String path = "/api/v3/projects/" + project + "/work_packages";
        var early = admin.post(path, body);
        assertThat(early.body().findValuesAsString("attribute"))
                .containsExactlyInAnyOrder("assignee", "responsible");
        join("groups/" + group, project, MEMBER);
        join("placeholder_users/" + placeholder.id(), project, MEMBER);
        persons.join(ben, project, MEMBER);

        var created = admin.post(path, body);

        assertThat(created.status()).as(created.text()).isEqualTo(201);
        assertThat(created.at("/_links/assignee/href").asString())
                .isEqualTo("/api/v3/groups/" + group);
        assertThat(created.at("/_links/responsible/href").asString())
                .isEqualTo("/api/v3/placeholder_users/" + placeholder.id());
        assertThat(created.at("/_embedded/assignee/_type").asString()).isEqualTo("Group");
        assertThat(created.at("/_embedded/responsible/_type").asString())
                .isEqualTo("PlaceholderUser");
        assertThat(ids(admin, path, "assignee", "=", group)).containsExactly(created.id());
        assertThat(ids(admin, path, "assignee_or_group", "=", ana.id()))
                .containsExactly(created.id());
        assertThat(ids(admin, path, "assignee", "=", ana.id())).isEmpty();
        assertThat(ids(admin, path, "role", "=", MEMBER)).containsExactly(created.id());
        assertThat(ids(admin, path, "role", "!", MEMBER)).isEmpty();
        admin.post(
                path,
                """
                {"subject": "Alone", "_links": {"assignee": {"href": "/api/v3/users/%d"}}}
                """
                        .formatted(ana.id()));
        assertThat(ids(admin, path, "group", "=", group)).hasSize(1);
        assertThat(ids(admin, path, "assignee_or_group", "=", group)).hasSize(2);
        String available = "/api/v3/projects/" + project + "/available_assignees";
        assertThat(elements(ben.api().get(available)))
                .containsExactlyInAnyOrder(ana.id(), ben.id(), group, placeholder.id());
        assertThat(
                        elements(
                                admin.get(
                                        "/api/v3/work_packages/"
                                                + created.id()
                                                + "/available_assignees")))
                .hasSize(4);
        assertThat(events("work_package:" + created.id()).getFirst().data())
                .contains("\"principalKind\":\"group\"")
                .contains("\"collection\":\"groups\"");
    }

    @Test
    void a_placeholder_has_a_name_and_memberships() {
        String name = "Somebody for " + ana.login();
        var created = admin.post("/api/v3/placeholder_users", "{\"name\": \"" + name + "\"}");

        assertThat(created.at("/_type").asString()).isEqualTo("PlaceholderUser");
        assertThat(created.at("/status").asString()).isEqualTo("active");
        assertThat(created.at("/_links/showUser/type").asString()).isEqualTo("text/html");
        String path = "/api/v3/placeholder_users/" + created.id();
        assertThat(admin.post("/api/v3/placeholder_users", "{\"name\": \"" + name + "\"}").status())
                .isEqualTo(422);
        assertThat(ana.api().get(path).status()).isEqualTo(404);
        assertThat(ana.api().get("/api/v3/placeholder_users").status()).isEqualTo(403);
        assertThat(ana.api().post("/api/v3/placeholder_users", "{\"name\": \"x\"}").status())
                .isEqualTo(403);
        assertThat(admin.patch(path, "{\"name\": \"" + name + "!\"}").at("/name").asString())
                .isEqualTo(name + "!");
        assertThat(admin.patch(path, "{\"name\": \"  \"}").status()).isEqualTo(422);
        assertThat(ids(admin, "/api/v3/placeholder_users", "id", "=", created.id())).hasSize(1);
        long project = persons.project(false);
        join("placeholder_users/" + created.id(), project, READER);
        persons.join(ana, project, READER);
        assertThat(ana.api().get(path).status()).isEqualTo(200);
        assertThat(ana.api().patch(path, "{\"name\": \"x\"}").status()).isEqualTo(403);

        assertThat(admin.delete(path).status()).isEqualTo(202);

        assertThat(admin.get(path).status()).isEqualTo(404);
        assertThat(types("placeholder_user:" + created.id()))
                .containsExactly(
                        "placeholder_user.created",
                        "placeholder_user.updated",
                        "placeholder_user.deleted");
    }

    @Test
    void a_group_goes_with_its_memberships_and_leaves_its_work() {
        long project = persons.project(false);
        long group = group(ana.id());
        join("groups/" + group, project, MEMBER);
        var task =
                admin.post(
                        "/api/v3/projects/" + project + "/work_packages",
                        """
                        {"subject": "Left", "_links": {"assignee": {"href": "/api/v3/groups/%d"}}}
                        """
                                .formatted(group));

        assertThat(admin.delete("/api/v3/groups/" + group).status()).isEqualTo(202);

        assertThat(admin.get("/api/v3/groups/" + group).status()).isEqualTo(404);
        assertThat(ana.api().get("/api/v3/projects/" + project).status()).isEqualTo(404);
        assertThat(ids(admin, "/api/v3/memberships", "principal", "=", group)).isEmpty();
        assertThat(
                        admin.get("/api/v3/work_packages/" + task.id())
                                .at("/_links/assignee/title")
                                .asString())
                .isEqualTo("Deleted group");
        assertThat(types("group:" + group)).containsExactly("group.created", "group.deleted");
    }

    @Test
    void principals_are_of_all_kinds() {
        long group = group(ana.id(), ben.id());

        assertThat(ids(admin, "/api/v3/principals", "id", "=", group, ana.id()))
                .containsExactly(ana.id(), group);
        assertThat(ids(admin, "/api/v3/principals", "group", "=", group))
                .containsExactly(ana.id(), ben.id());
        assertThat(
                        admin.get(list("/api/v3/principals", "type", "=", "\"Group\""))
                                .at("/_embedded/elements"))
                .isNotEmpty()
                .allMatch(one -> one.at("/_type").asString().equals("Group"));
        var shown = admin.get(list("/api/v3/principals", "id", "=", Long.toString(group)));
        assertThat(shown.at("/_embedded/elements/0/_links/members").size()).isEqualTo(2);
        assertThat(shown.at("/_embedded/elements/0/_embedded/members/0/id").asLong())
                .isEqualTo(ana.id());
        assertThat(admin.get(list("/api/v3/principals", "type", "=", "\"Robot\"")).status())
                .isEqualTo(400);
        assertThat(
                        elements(
                                admin.get(
                                        list(
                                                "/api/v3/principals",
                                                "any_name_attribute",
                                                "~",
                                                "\"" + ben.login() + "@example\""))))
                .containsExactly(ben.id());
        assertThat(
                        elements(
                                ana.api()
                                        .get(
                                                list(
                                                        "/api/v3/principals",
                                                        "typeahead",
                                                        "~",
                                                        "\"@example\""))))
                .isEmpty();
    }

    private long group(long... members) {
        var created = admin.post("/api/v3/groups", group("Group of " + ana.login(), members));
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        return created.id();
    }

    private static String group(String name, long... members) {
        return members(members).replaceFirst("\\{", "{\"name\": \"" + name + "\", ");
    }

    private static String members(long... ids) {
        return Arrays.stream(ids)
                .mapToObj("{\"href\": \"/api/v3/users/%d\"}"::formatted)
                .collect(Collectors.joining(",", "{\"_links\": {\"members\": [", "]}}"));
    }

    private void join(String principal, long project, int role) {
        var joined =
                admin.post(
                        "/api/v3/memberships",
                        """
                        {"_links": {"project": {"href": "/api/v3/projects/%d"},
                          "principal": {"href": "/api/v3/%s"},
                          "roles": [{"href": "/api/v3/roles/%d"}]}}
                        """
                                .formatted(project, principal, role));
        assertThat(joined.status()).as(joined.text()).isEqualTo(201);
        assertThat(joined.at("/_links/principal/href").asString())
                .isEqualTo("/api/v3/" + principal);
    }

    private List<String> refused(String body) {
        var answer = admin.post("/api/v3/groups", body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        return answer.body().findValuesAsString("attribute");
    }

    private static List<Long> ids(
            Api api, String path, String filter, String operator, long... ids) {
        String values =
                Arrays.stream(ids)
                        .mapToObj(id -> "\"" + id + "\"")
                        .collect(Collectors.joining(","));
        return elements(api.get(list(path, filter, operator, values)));
    }

    private static String list(String path, String filter, String operator, String values) {
        String filters =
                "[{\"%s\":{\"operator\":\"%s\",\"values\":[%s]}}]"
                        .formatted(filter, operator, values);
        return path + "?filters=" + URLEncoder.encode(filters, StandardCharsets.UTF_8);
    }

    private static List<Long> elements(Api.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.body()
                .at("/_embedded/elements")
                .valueStream()
                .map(element -> element.get("id").asLong())
                .toList();
    }

    private List<String> types(String subject) {
        return events(subject).stream().map(Event::type).toList();
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
}
