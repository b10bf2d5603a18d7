package org.signalbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.signalbox.testing.Api;
import org.signalbox.testing.Persons;
import org.signalbox.testing.RunningServer;

/**
 * What hangs on something visible and is hidden itself: neither lists, totals, groups, sums and
 * embedded resources nor filters tell it apart from what does not exist.
 */
@Tag("api")
class HiddenThingsTest {
    private static final String ROOT = "/api/v3";
    private static final String URN = "urn:openproject-org:api:v3:undisclosed";
    private static final long NOTHING = 999_999_999;

    private final RunningServer server = RunningServer.shared();
    private final Persons persons = new Persons(server);
    private final Api admin = server.api();
    private final Persons.Person reader = persons.add();
    private final Api api = reader.api();
    private long shown;
    private long hidden;
    private long work;
    private long hiddenWork;

    @BeforeEach
    void add_a_project_that_is_read_and_one_that_is_not() {
        shown = persons.project(false);
        hidden = persons.project(false);
        persons.join(reader, shown, 5);
        work = work(shown, "Shown work", "");
        hiddenWork = work(hidden, "Hidden work", "");
    }

    @ParameterizedTest
    @CsvSource({
        "work_packages, 0",
        "time_entries, 0",
        "versions, 0",
        "relations, 0",
        "clients, 0",
        "memberships, 0",
        "notifications, 0",
        "principals, 1"
    })
    void a_stranger_finds_lists_as_if_there_were_nothing(String list, int total) {
        admin.patch(
                ROOT + "/projects/" + hidden,
                "{\"_links\": {\"client\": {\"href\": \"%s\"}}}".formatted(client()));
        version("system");
        hours(hiddenWork);
        relate(hiddenWork);
        var answer = persons.add().api().get(ROOT + "/" + list + "?filters=%5B%5D");
        assertThat(answer.at("/total").asInt(-1)).as(answer.text()).isEqualTo(total);
    }

    @Test
    void filters_do_not_tell_whose_it_is() {
        var left = persons.add();
        persons.join(left, shown, 4);
        work =
                work(
                        shown,
                        "Left behind",
                        ", \"assignee\": %1$s, \"responsible\": %1$s".formatted(user(left.id())));
        var entry = hours(work);
        admin.post(ROOT + "/projects/" + shown + "/comments", "{\"text\": {\"raw\": \"x\"}}");
        var group = group(left.id());
        leave(left.id());

        assertThat(api.get(ROOT + "/work_packages/" + work).text()).doesNotContain(left.login());
        assertThat(api.get(ROOT + "/time_entries/" + entry).at("/_links/user/href").asString())
                .isEqualTo(URN);
        String list = "/projects/" + shown + "/work_packages";
        tellsNothing(list, "author", 1);
        tellsNothing(list, "assignee", left.id());
        tellsNothing(list, "responsible", left.id());
        tellsNothing(list, "involved", 1);
        tellsNothing(list, "involved", left.id());
        tellsNothing(list, "assigneeOrGroup", left.id());
        tellsNothing(list, "assigneeOrGroup", group);
        tellsNothing(list, "group", group);
        tellsNothing("/time_entries", "user", 1);
        tellsNothing("/projects/" + shown + "/comments", "author", 1);
        assertThat(total(api, "/projects", "principal", "=", left.id())).isZero();
        tellsNothing("/principals", "id", left.id());
        assertThat(total(api, "/capabilities", "principal", "=", left.id())).isZero();
        assertThat(total(admin, list, "assignee", "=", left.id())).isEqualTo(1);
        assertThat(total(admin, list, "group", "=", group)).isEqualTo(1);
    }

    @Test
    void who_watches_is_told_to_those_who_may_know_them() {
        var member = persons.add();
        persons.join(member, shown, 4);
        admin.post(ROOT + "/work_packages/" + work + "/watchers", "{\"user\": " + user(1) + "}");
        String list = "/projects/" + shown + "/work_packages";
        assertThat(total(admin, list, "watcher", "=", 1)).isEqualTo(1);
        assertThat(total(member.api(), list, "watcher", "=", 1)).isZero();
        assertThat(total(api, list, "watcher", "=", 1)).isZero();
        var watchers = member.api().get(ROOT + "/work_packages/" + work + "/watchers");
        assertThat(watchers.at("/total").asInt(-1)).isZero();
    }

    @Test
    void groups_and_sums_name_nobody_and_count_nothing_that_is_hidden() {
        var answer = api.get(ROOT + "/work_packages?groupBy=author&showSums=true");
        assertThat(answer.at("/total").asInt()).as(answer.text()).isEqualTo(1);
        assertThat(answer.at("/groups").size()).isEqualTo(1);
        assertThat(answer.at("/groups/0/count").asInt()).isEqualTo(1);
        assertThat(answer.at("/groups/0/value").isNull()).isTrue();
        assertThat(answer.at("/groups/0/_links/valueLink/0/href").asString()).isEqualTo(URN);
        admin.patch(
                ROOT + "/work_packages/" + hiddenWork,
                "{\"lockVersion\": 0, \"estimatedTime\": \"PT5H\"}");
        var nothing = persons.add().api().get(ROOT + "/work_packages?groupBy=type&showSums=true");
        assertThat(nothing.at("/groups").size()).isZero();
        assertThat(nothing.at("/totalSums/estimatedTime").isNull()).as(nothing.text()).isTrue();
        var selected = api.get(ROOT + "/work_packages?select=total,elements/id,elements/author");
        assertThat(selected.status()).as(selected.text()).isEqualTo(200);
        assertThat(selected.text()).doesNotContain("Admin").doesNotContain("users/1\"");
    }

    @Test
    void a_relation_to_something_hidden_does_not_exist() {
        long relation = relate(hiddenWork);
        assertThat(api.get(ROOT + "/relations/" + relation).status()).isEqualTo(404);
        String own = "/work_packages/" + work;
        assertThat(api.get(ROOT + own + "/relations").at("/total").asInt(-1)).isZero();
        var one = api.get(ROOT + own);
        assertThat(one.at("/_embedded/relations/total").asInt(-1)).as(one.text()).isZero();
        assertThat(one.text()).doesNotContain("Hidden work");
        for (String filter : new String[] {"id", "from", "to", "involved"}) {
            tellsNothing("/relations", filter, filter.equals("id") ? relation : hiddenWork);
        }
        tellsNothing("/work_packages", "relates", hiddenWork);
        tellsNothing("/work_packages", "children", hiddenWork);
        tellsNothing("/work_packages", "parent", hiddenWork);
        assertThat(total(admin, "/work_packages", "relates", "=", hiddenWork)).isEqualTo(1);
    }

    @Test
    void filters_do_not_tell_of_what_project_something_is() {
        long version = version("system");
        long child =
                admin.post(
                                ROOT + "/projects",
                                """
                                {"name": "Child of %1$d", "public": false,
                                 "_links": {"parent": {"href": "/api/v3/projects/%1$d"}}}
                                """
                                        .formatted(hidden))
                        .id();
        persons.join(reader, child, 5);
        tellsNothing("/projects", "parent", hidden);
        assertThat(total(api, "/projects", "ancestor", "=", hidden)).isZero();
        tellsNothing("/projects", "id", hidden);
        tellsNothing("/versions", "definingProject", hidden);
        tellsNothing("/work_packages", "project", hidden);
        tellsNothing("/memberships", "project", hidden);
        assertThat(total(admin, "/projects", "ancestor", "=", hidden)).isEqualTo(1);

        var one = api.get(ROOT + "/versions/" + version);
        assertThat(one.at("/_links/definingProject/href").asString()).as(one.text()).isEqualTo(URN);
        var users = api.get(ROOT + "/versions/" + version + "/projects").text();
        assertThat(users)
                .contains("\"id\":" + shown + ",")
                .doesNotContain("\"id\":" + hidden + ",");
    }

    @Test
    void what_is_said_among_some_is_not_there_for_others() {
        String activities = ROOT + "/work_packages/" + work + "/activities";
        var said =
                admin.post(
                        activities, "{\"comment\": {\"raw\": \"Among us\"}, \"internal\": true}");
        assertThat(said.status()).as(said.text()).isEqualTo(201);
        admin.patch(
                ROOT + "/activities/" + said.id() + "/emoji_reactions",
                "{\"reaction\": \"thumbs_up\"}");
        var seen = api.get(activities);
        assertThat(seen.at("/total").asInt()).isEqualTo(1);
        assertThat(seen.at("/_embedded/elements/0/_links/user/href").asString()).isEqualTo(URN);
        String one = ROOT + "/activities/" + said.id();
        assertThat(api.get(one).text()).isEqualTo(api.get(ROOT + "/activities/" + NOTHING).text());
        assertThat(api.patch(one, "{\"comment\": {\"raw\": \"x\"}}").status()).isEqualTo(404);
        assertThat(api.get(one + "/emoji_reactions").status()).isEqualTo(404);
        var reactions = api.get(ROOT + "/work_packages/" + work + "/activities_emoji_reactions");
        assertThat(reactions.at("/total").asInt(-1)).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "/work_packages, project, projects",
        "/time_entries, entity, work_packages",
        "/versions, definingProject, projects",
        "/memberships, project, projects",
        "/projects, parent, projects"
    })
    void naming_what_is_hidden_is_answered_like_naming_nothing(
            String path, String link, String collection) {
        var manager = persons.add();
        persons.join(manager, shown, 3);
        long id = collection.equals("projects") ? hidden : hiddenWork;
        var named = manager.api().post(ROOT + path, naming(link, collection, id));
        assertThat(named.status()).as(named.text()).isIn(403, 404, 422);
        assertThat(named.text())
                .isEqualTo(
                        manager.api().post(ROOT + path, naming(link, collection, NOTHING)).text());
    }

    @Test
    void work_cannot_be_tied_to_what_is_hidden() {
        var member = persons.add();
        persons.join(member, shown, 3);
        String one = ROOT + "/work_packages/" + work;
        for (String link : new String[] {"parent", "project"}) {
            String collection = link.equals("parent") ? "work_packages" : "projects";
            long id = link.equals("parent") ? hiddenWork : hidden;
            assertThat(member.api().patch(one, naming(link, collection, id)).text())
                    .isEqualTo(member.api().patch(one, naming(link, collection, NOTHING)).text());
        }
        assertThat(
                        member.api()
                                .post(one + "/relations", naming("to", "work_packages", hiddenWork))
                                .text())
                .isEqualTo(
                        member.api()
                                .post(one + "/relations", naming("to", "work_packages", NOTHING))
                                .text());
    }

    /** A filter by the hidden gives what a filter by nothing gives, also turned around. */
    private void tellsNothing(String list, String filter, long id) {
        for (String operator : new String[] {"=", "!"}) {
            var by = api.get(ROOT + list + "?pageSize=0&filters=" + filter(filter, operator, id));
            var none =
                    api.get(
                            ROOT
                                    + list
                                    + "?pageSize=0&filters="
                                    + filter(filter, operator, NOTHING));
            assertThat(by.status()).as(by.text()).isEqualTo(200);
            assertThat(by.at("/total").asInt(-1))
                    .as("%s %s %s", list, filter, operator)
                    .isEqualTo(none.at("/total").asInt(-1));
        }
    }

    private static int total(Api api, String list, String filter, String operator, long id) {
        var answer = api.get(ROOT + list + "?pageSize=0&filters=" + filter(filter, operator, id));
        return answer.at("/total").asInt(-1);
    }

    private static String filter(String name, String operator, long id) {
        return URLEncoder.encode(
                "[{\"%s\": {\"operator\": \"%s\", \"values\": [\"%d\"]}}]"
                        .formatted(name, operator, id),
                StandardCharsets.UTF_8);
    }

    private static String naming(String link, String collection, long id) {
        return """
        {"name": "x", "subject": "x", "lockVersion": 0, "hours": "PT1H", "spentOn": "2026-03-04",
         "type": "relates",
         "_links": {"%s": {"href": "/api/v3/%s/%d"}}}
        """
                .formatted(link, collection, id);
    }

    private static String user(long id) {
        return "{\"href\": \"/api/v3/users/%d\"}".formatted(id);
    }

    private long work(long project, String subject, String links) {
        return created(
                "/work_packages",
                """
                {"subject": "%s", "_links": {"project": {"href": "/api/v3/projects/%d"}%s}}
                """
                        .formatted(subject, project, links));
    }

    private long hours(long of) {
        return created(
                "/time_entries",
                """
                {"spentOn": "2026-03-04", "hours": "PT1H",
                 "_links": {"entity": {"href": "/api/v3/work_packages/%d"}}}
                """
                        .formatted(of));
    }

    private long relate(long to) {
        return created(
                "/work_packages/" + work + "/relations",
                """
                {"type": "relates", "_links": {"to": {"href": "/api/v3/work_packages/%d"}}}
                """
                        .formatted(to));
    }

    private long version(String sharing) {
        return created(
                "/versions",
                """
                {"name": "Version of %1$d", "sharing": "%2$s",
                 "_links": {"definingProject": {"href": "/api/v3/projects/%1$d"}}}
                """
                        .formatted(hidden, sharing));
    }

    private long group(long member) {
        return created(
                "/groups",
                "{\"name\": \"Group of %1$d\", \"_links\": {\"members\": [%2$s]}}"
                        .formatted(member, user(member)));
    }

    private String client() {
        return ROOT + "/clients/" + created("/clients", "{\"name\": \"Client of " + hidden + "\"}");
    }

    private void leave(long person) {
        var membership =
                admin.get(ROOT + "/memberships?filters=" + filter("principal", "=", person))
                        .at("/_embedded/elements/0/_links/self/href")
                        .asString();
        assertThat(admin.delete(membership).status()).isEqualTo(204);
    }

    private long created(String path, String body) {
        var created = admin.post(ROOT + path, body);
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        return created.id();
    }
}
