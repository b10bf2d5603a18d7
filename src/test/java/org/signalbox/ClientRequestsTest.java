package org.signalbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.signalbox.testing.Api;
import org.signalbox.testing.Persons;
import org.signalbox.testing.RunningServer;

/** Requests as clients written for OpenProject send them, and what they read from the answers. */
@Tag("api")
class ClientRequestsTest {

    private final RunningServer server = RunningServer.shared();
    private final Api api = server.api();
    private long project;
    private long workPackage;

    @BeforeEach
    void add_some_work() {
        project = api.post("/api/v3/projects", "{\"name\": \"Clients\"}").id();
        workPackage = add("Prune trees");
    }

    @Test
    void hours_may_be_written_with_decimals_and_a_lock_version_that_is_not_there() {
        var logged =
                api.post(
                        "/api/v3/time_entries",
                        """
                        {"hours": "PT1.5H", "spentOn": "2026-03-04", "comment": {"raw": "Review"},
                         "_links": {"workPackage": {"href": "/api/v3/work_packages/%d"}}}
                        """
                                .formatted(workPackage));
        assertThat(logged.status()).as(logged.text()).isEqualTo(201);
        assertThat(logged.at("/hours").asString()).isEqualTo("PT1H30M");
        var path = "/api/v3/time_entries/" + logged.id();
        var changed = api.patch(path, "{\"lockVersion\": 0, \"hours\": \"PT2.25H\"}");
        assertThat(changed.at("/hours").asString()).as(changed.text()).isEqualTo("PT2H15M");
        assertThat(api.patch(path, "{\"lockVersion\": null, \"hours\": \"PT3H\"}").status())
                .isEqualTo(200);
    }

    @Test
    void memberships_are_found_by_user_too() {
        var ana = new Persons(server).add();
        new Persons(server).join(ana, project, 4);
        var found =
                api.get(
                        "/api/v3/memberships?filters="
                                + URLEncoder.encode(
                                        "[{\"user\":{\"operator\":\"=\",\"values\":[\"%d\"]}}]"
                                                .formatted(ana.id()),
                                        StandardCharsets.UTF_8));
        assertThat(found.at("/total").asInt()).as(found.text()).isEqualTo(1);
    }

    @Test
    void a_link_of_null_takes_the_parent_away() {
        var child =
                api.post(
                        "/api/v3/projects/" + project + "/work_packages",
                        """
                        {"subject": "North side",
                         "_links": {"parent": {"href": "/api/v3/work_packages/%d"}}}
                        """
                                .formatted(workPackage));
        var changed =
                api.patch(
                        "/api/v3/work_packages/" + child.id(),
                        "{\"lockVersion\": 0, \"_links\": {\"parent\": null}}");
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        assertThat(changed.at("/_links/parent/href").isNull()).isTrue();
    }

    @Test
    void relations_are_made_where_they_are_listed_and_with_ends_beside_the_type() {
        long other = add("North side");
        var made =
                api.post(
                        "/api/v3/relations",
                        """
                        {"type": "follows", "lag": 1,
                         "_links": {"from": {"href": "/api/v3/work_packages/%d"},
                                    "to": {"href": "/api/v3/work_packages/%d"}}}
                        """
                                .formatted(workPackage, other));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        assertThat(made.at("/_links/from/href").asString())
                .isEqualTo("/api/v3/work_packages/" + workPackage);
        var without = api.post("/api/v3/relations", "{\"type\": \"follows\", \"_links\": 1}");
        assertThat(without.status()).as(without.text()).isEqualTo(422);
        assertThat(without.body().findValuesAsString("attribute")).contains("from");

        var beside =
                api.post(
                        "/api/v3/work_packages/" + workPackage + "/relations",
                        """
                        {"_type": "Relation", "type": "relates", "description": "Same tree",
                         "from": {"href": "/api/v3/work_packages/%d"},
                         "to": {"href": "/api/v3/work_packages/%d"}}
                        """
                                .formatted(workPackage, add("Second tree")));
        assertThat(beside.status()).as(beside.text()).isEqualTo(201);
        assertThat(beside.at("/reverseType").asString()).isEqualTo("relates");
    }

    @Test
    void a_watcher_may_be_named_under_links_like_everything_else() {
        var path = "/api/v3/work_packages/" + workPackage + "/watchers";
        var watching = api.post(path, "{\"_links\": {\"user\": {\"href\": \"/api/v3/users/1\"}}}");
        assertThat(watching.status()).as(watching.text()).isEqualTo(201);
        assertThat(api.post(path, "{\"user\": {\"href\": \"/api/v3/users/1\"}}").status())
                .isEqualTo(200);
        assertThat(watching.at("/_type").asString()).isEqualTo("User");
    }

    @Test
    void schemas_of_relations_say_which_types_there_are() {
        for (String path :
                List.of("/api/v3/relations/schema", "/api/v3/relations/schema/follows")) {
            var schema = api.get(path);
            assertThat(schema.at("/_type").asString()).as(schema.text()).isEqualTo("Schema");
            assertThat(schema.at("/type/_embedded/allowedValues").toString()).contains("precedes");
            assertThat(schema.at("/_links/self/href").asString()).isEqualTo(path);
        }
        assertThat(api.get("/api/v3/relations/schema/nonsense").status()).isEqualTo(404);
    }

    @Test
    void lists_of_what_there_is_none_of_are_empty() {
        for (String path :
                List.of(
                        "meetings",
                        "portfolios",
                        "programs",
                        "project_phase_definitions",
                        "project_storages",
                        "reminders",
                        "sprints",
                        "storages",
                        "work_packages/" + workPackage + "/reminders")) {
            var list = api.get("/api/v3/" + path);
            assertThat(list.at("/_embedded/elements").isArray()).as(list.text()).isTrue();
            assertThat(list.at("/total").asInt(-1)).isZero();
        }
        var path = "/api/v3/projects/" + project;
        for (String list : List.of("/budgets", "/sprints")) {
            assertThat(api.get(path + list).at("/count").asInt(-1)).isZero();
            assertThat(new Persons(server).add().api().get(path + list).status()).isEqualTo(404);
        }
    }

    @Test
    void a_notification_is_read_by_writing_so() {
        var ana = new Persons(server).add();
        new Persons(server).join(ana, project, 4);
        api.patch(
                "/api/v3/work_packages/" + workPackage,
                "{\"lockVersion\": 0, \"_links\": {\"assignee\": {\"href\": \"/api/v3/users/%d\"}}}"
                        .formatted(ana.id()));
        var list = ana.api().get("/api/v3/notifications");
        assertThat(list.at("/_embedded/detailsSchemas").isArray()).as(list.text()).isTrue();
        var path = "/api/v3/notifications/" + list.at("/_embedded/elements/0/id").asLong();
        for (boolean read : List.of(true, false)) {
            var written = ana.api().patch(path, "{\"readIAN\": %s}".formatted(read));
            assertThat(written.at("/readIAN").asBoolean(!read)).as(written.text()).isEqualTo(read);
            assertThat(ana.api().get(path).at("/readIAN").asBoolean(!read)).isEqualTo(read);
        }
        assertThat(api.patch(path, "{\"readIAN\": true}").status()).isEqualTo(404);
    }

    @Test
    void generated_clients_find_what_the_documentation_names() {
        assertThat(api.get("/api/v3").at("/_links/relations/href").asString())
                .isEqualTo("/api/v3/relations");
        assertThat(api.get("/api/v3/time_entries/activity/3").text())
                .isEqualTo(api.get("/api/v3/time_entries/activities/3").text());
        assertThat(api.get("/api/v3/time_entries/activity/3").at("/_embedded/projects").isArray())
                .isTrue();
    }

    @Test
    void clients_that_look_at_the_version_find_one_that_has_all_this() {
        assertThat(api.get("/api/v3").at("/coreVersion").asString()).startsWith("17.");
        assertThat(
                        new Persons(server)
                                .add()
                                .api()
                                .get("/api/v3")
                                .at("/coreVersion")
                                .isMissingNode())
                .isTrue();
    }

    @Test
    void a_project_is_known_by_its_identifier_in_links_and_filters() {
        var identifier = api.get("/api/v3/projects/" + project).at("/identifier").asString();
        for (String href :
                List.of(
                        "/api/v3/projects/" + identifier,
                        "/api/v3/workspaces/" + project,
                        server.url("/api/v3/projects/" + identifier).toString())) {
            var version =
                    api.post(
                            "/api/v3/versions",
                            """
                            {"name": "%s", "_links": {"definingProject": {"href": "%1$s"}}}
                            """
                                    .formatted(href));
            assertThat(version.at("/_links/definingProject/href").asString())
                    .as(version.text())
                    .isEqualTo("/api/v3/projects/" + project);
        }
        var unknown =
                api.post(
                        "/api/v3/versions",
                        """
                        {"name": "Lost", "_links": {"definingProject": {"href": "%s"}}}
                        """
                                .formatted("/api/v3/projects/nowhere"));
        assertThat(unknown.status()).as(unknown.text()).isEqualTo(404);
        var list = "/api/v3/work_packages?filters=" + filter("project", identifier);
        assertThat(api.get(list).at("/_embedded/elements/0/id").asLong()).isEqualTo(workPackage);
        assertThat(api.get(list).at("/total").asInt()).isEqualTo(1);
        var none = "/api/v3/time_entries?filters=" + filter("project_id", "nowhere");
        assertThat(api.get(none).at("/total").asInt(-1)).isZero();
        for (String other : List.of("memberships", "queries", "notifications")) {
            var path = "/api/v3/" + other + "?filters=" + filter("project", identifier);
            assertThat(api.get(path).status()).as(path).isEqualTo(200);
        }
    }

    @Test
    void a_link_may_begin_with_the_host() {
        var changed =
                api.patch(
                        "/api/v3/work_packages/" + workPackage,
                        "{\"lockVersion\": 0, \"_links\": {\"assignee\": {\"href\": \"%s\"}}}"
                                .formatted(server.url("/api/v3/users/1")));
        assertThat(changed.at("/_links/assignee/href").asString())
                .as(changed.text())
                .isEqualTo("/api/v3/users/1");
    }

    @Test
    void what_is_below_a_work_package_is_found_however_deep() {
        long child = below(workPackage);
        long grandchild = below(child);
        for (String name : List.of("ancestor", "descendantsOf")) {
            var path = "/api/v3/work_packages?filters=" + filter(name, "" + workPackage);
            assertThat(api.get(path).body().at("/_embedded/elements").findValuesAsString("subject"))
                    .as(name)
                    .hasSize(2);
        }
        var path = "/api/v3/work_packages?filters=" + filter("ancestor", "" + child);
        assertThat(api.get(path).at("/_embedded/elements/0/id").asLong()).isEqualTo(grandchild);
    }

    @Test
    void users_are_found_by_any_of_their_names() {
        var ana = new Persons(server).add();
        var login = api.get("/api/v3/users/" + ana.id()).at("/login").asString();
        var filters = "/api/v3/users?filters=" + search("any_name_attribute", login);
        assertThat(api.get(filters).at("/_embedded/elements/0/id").asLong()).isEqualTo(ana.id());
        assertThat(api.get("/api/v3/users?filters=" + filter("blocked", "t")).status())
                .isEqualTo(200);
    }

    @Test
    void workspaces_are_another_word_for_projects() {
        var list =
                api.get("/api/v3/workspaces?filters=" + search("name_and_identifier", "Clients"));
        assertThat(list.body().findValuesAsString("_type")).as(list.text()).contains("Project");
        var path = "/api/v3/workspaces/" + project;
        assertThat(api.get("/api/v3/workspaces/schema").at("/_type").asString())
                .isEqualTo("Schema");
        assertThat(api.get(path + "/types").at("/total").asInt()).isPositive();
        assertThat(api.get(path + "/available_assignees").at("/_type").asString())
                .isEqualTo("Collection");
        var work = "{\"subject\": \"North side\"}";
        assertThat(api.post(path + "/work_packages/form", work).status()).isEqualTo(200);
        assertThat(api.post(path + "/work_packages", work).at("/_links/project/href").asString())
                .isEqualTo("/api/v3/projects/" + project);
        assertThat(api.get(path + "/work_packages").at("/total").asInt()).isEqualTo(2);
        // Spelled so in the published description.
        assertThat(api.get("/api/v3/workspace/" + project + "/queries/schema").status())
                .isEqualTo(200);
    }

    @Test
    void the_first_page_may_be_counted_from_zero() {
        var path = "/api/v3/projects/" + project + "/work_packages?pageSize=100&offset=";
        var page = api.get(path + 0);
        assertThat(page.at("/offset").asInt()).as(page.text()).isEqualTo(1);
        assertThat(page.at("/_embedded/elements"))
                .isEqualTo(api.get(path + 1).at("/_embedded/elements"));
        assertThat(page.at("/count").asInt()).isEqualTo(1);
    }

    private long below(long parent) {
        return api.post(
                        "/api/v3/projects/" + project + "/work_packages",
                        """
                        {"subject": "Below", "_links": {"parent": {"href": "/api/v3/work_packages/%d"}}}
                        """
                                .formatted(parent))
                .id();
    }

    private static String filter(String name, String value) {
        return encoded(name, "=", value);
    }

    private static String search(String name, String value) {
        return encoded(name, "~", value);
    }

    private static String encoded(String name, String operator, String value) {
        return URLEncoder.encode(
                "[{\"%s\":{\"operator\":\"%s\",\"values\":[\"%s\"]}}]"
                        .formatted(name, operator, value),
                StandardCharsets.UTF_8);
    }

    private long add(String subject) {
        return api.post(
                        "/api/v3/projects/" + project + "/work_packages",
                        "{\"subject\": \"%s\"}".formatted(subject))
                .id();
    }
}
