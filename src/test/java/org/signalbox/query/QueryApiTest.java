package org.signalbox.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.signalbox.testing.Encoded.encoded;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.signalbox.testing.Api;
import org.signalbox.testing.Persons;
import org.signalbox.testing.RunningServer;
import tools.jackson.databind.JsonNode;

@Tag("api")
class QueryApiTest {
    private static final String QUERIES = "/api/v3/queries";

    private final RunningServer server = RunningServer.shared();
    private final Api admin = server.api();
    private final Persons persons = new Persons(server);
    private final Persons.Person ana = persons.add();
    private final Persons.Person ben = persons.add();
    private final long project = persons.project(false);

    @BeforeEach
    void add_work() {
        persons.join(ana, project, 4);
        persons.join(ben, project, 4);
        task("Open of Ana", "statuses/1", ana.id());
        task("Open of Ben", "statuses/7", ben.id());
        task("Closed of Ana", "statuses/12", ana.id());
    }

    @Test
    void the_default_query_shows_what_is_open() {
        var query = ana.api().get("/api/v3/projects/" + project + "/queries/default");

        assertThat(query.status()).as(query.text()).isEqualTo(200);
        assertThat(query.at("/_type").asString()).isEqualTo("Query");
        assertThat(query.at("/id").isNull()).isTrue();
        assertThat(query.at("/name").asString()).isEqualTo("default");
        assertThat(query.at("/filters/0/_links/operator/href").asString())
                .isEqualTo("/api/v3/queries/operators/o");
        assertThat(query.at("/_links/columns/1/href").asString())
                .isEqualTo("/api/v3/queries/columns/subject");
        assertThat(query.at("/_links/sortBy/0/href").asString())
                .isEqualTo("/api/v3/queries/sort_bys/id-asc");
        assertThat(query.at("/_links/groupBy/href").isNull()).isTrue();
        assertThat(query.at("/_links/user/href").asString()).isEqualTo("/api/v3/users/" + ana.id());
        assertThat(query.at("/_links/project/href").asString())
                .isEqualTo("/api/v3/projects/" + project);
        assertThat(query.at("/_embedded/results/_type").asString())
                .isEqualTo("WorkPackageCollection");
        assertThat(subjects(query)).containsExactly("Open of Ana", "Open of Ben");

        var list = ana.api().get(query.at("/_links/results/href").asString());
        assertThat(list.at("/total").asInt()).isEqualTo(2);
    }

    @Test
    void the_default_query_takes_what_the_request_wants_otherwise() {
        var path =
                "/api/v3/projects/"
                        + project
                        + "/queries/default?filters=%5B%5D&groupBy=status&showSums=true&pageSize=1"
                        + "&offset=2&sortBy="
                        + encoded("[[\"subject\",\"desc\"]]");
        var query = ana.api().get(path);

        assertThat(query.status()).as(query.text()).isEqualTo(200);
        assertThat(query.at("/filters").isEmpty()).isTrue();
        assertThat(query.at("/sums").asBoolean()).isTrue();
        assertThat(query.at("/_links/groupBy/title").asString()).isEqualTo("Status");
        assertThat(query.at("/_links/sortBy/0/title").asString()).isEqualTo("Subject (Descending)");
        var results = query.at("/_embedded/results");
        assertThat(results.path("total").asInt()).isEqualTo(3);
        assertThat(results.path("groups").size()).isEqualTo(3);
        assertThat(results.has("totalSums")).isTrue();
        assertThat(subjects(query)).hasSize(1);
        assertThat(ana.api().get(results.at("/_links/self/href").asString()).at("/offset").asInt())
                .isEqualTo(2);
        assertThat(ana.api().get(QUERIES + "/default?groupBy=moon").status()).isEqualTo(400);
    }

    @Test
    void a_request_shows_a_query_otherwise_and_leaves_it_as_it_is() {
        var created = ana.api().post(QUERIES, mine("Kept"));
        var self = QUERIES + "/" + created.id();
        var before = ana.api().get(self);

        var asked =
                ana.api()
                        .get(
                                self
                                        + "?columns%5B%5D=status&columns%5B%5D=spent_time"
                                        + "&columns%5B%5D=status&groupBy=&showSums=True"
                                        + "&includeSubprojects=false&timestamps=PT0S"
                                        + "&pageSize=2&offset=1&filters=%5B%5D&sortBy="
                                        + encoded("[[\"id\",\"desc\"],[\"updated_at\",\"asc\"]]"));

        assertThat(asked.status()).as(asked.text()).isEqualTo(200);
        assertThat(hrefs(asked.at("/_links/columns")))
                .containsExactly(QUERIES + "/columns/status", QUERIES + "/columns/spentTime");
        assertThat(hrefs(asked.at("/_links/sortBy")))
                .containsExactly(
                        QUERIES + "/sort_bys/id-desc", QUERIES + "/sort_bys/updatedAt-asc");
        assertThat(asked.at("/_links/groupBy/href").isNull()).isTrue();
        assertThat(asked.at("/sums").asBoolean()).isTrue();
        assertThat(asked.at("/includeSubprojects").asBoolean()).isFalse();
        assertThat(asked.at("/_embedded/results/groups").isMissingNode()).isTrue();
        assertThat(asked.at("/_embedded/results/total").asInt()).isEqualTo(3);
        assertThat(subjects(asked)).containsExactly("Closed of Ana", "Open of Ben");
        assertThat(ana.api().get(self).text()).isEqualTo(before.text());

        for (String columns :
                List.of("columns=id,subject", "columns=%5B%22id%22,%22subject%22%5D")) {
            assertThat(hrefs(ana.api().get(self + "?" + columns).at("/_links/columns")))
                    .containsExactly(QUERIES + "/columns/id", QUERIES + "/columns/subject");
        }
        for (String wrong :
                List.of("columns%5B%5D=moon", "timestamps=P-1D", "sortBy=%5B%5B%22moon%22%5D%5D")) {
            var refused = ana.api().get(self + "?" + wrong);
            assertThat(refused.status()).as(wrong).isEqualTo(400);
            assertThat(refused.at("/errorIdentifier").asString()).endsWith(":InvalidQuery");
        }
    }

    @Test
    void who_sees_no_work_anywhere_has_no_queries() {
        var stranger = persons.add();
        for (String path : List.of(QUERIES, QUERIES + "/default")) {
            var refused = stranger.api().get(path);
            assertThat(refused.status()).as(path).isEqualTo(403);
            assertThat(refused.at("/errorIdentifier").asString()).endsWith(":MissingPermission");
            assertThat(ana.api().get(path).status()).isEqualTo(200);
            assertThat(admin.get(path).status()).isEqualTo(200);
        }
    }

    @Test
    void what_one_may_not_see_has_no_default_query() {
        var stranger = persons.add();
        assertThat(stranger.api().get("/api/v3/projects/" + project + "/queries/default").status())
                .isEqualTo(404);
        var everywhere = ana.api().get(QUERIES + "/default");
        assertThat(everywhere.at("/_links/project/href").isNull()).isTrue();
        assertThat(subjects(everywhere)).contains("Open of Ana").doesNotContain("Closed of Ana");
    }

    @Test
    void a_query_is_stored_run_changed_and_deleted() {
        var created = ana.api().post(QUERIES, mine("Mine"));
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        assertThat(subjects(created)).containsExactly("Open of Ana", "Closed of Ana");
        var self = QUERIES + "/" + created.id();
        assertThat(created.header("Location")).endsWith(self);

        var shown = ana.api().get(self);
        assertThat(shown.at("/filters/0/_links/values/0/href").asString())
                .isEqualTo("/api/v3/users/me");
        assertThat(shown.at("/filters/1/values/0").asString()).isEqualTo("of");
        assertThat(shown.at("/_links/columns").size()).isEqualTo(2);
        assertThat(shown.at("/_links/groupBy/href").asString())
                .isEqualTo("/api/v3/queries/group_bys/status");
        assertThat(ana.api().get(shown.at("/_links/groupBy/href").asString()).at("/id").asString())
                .isEqualTo("status");
        assertThat(shown.at("/starred").asBoolean()).isTrue();
        assertThat(shown.at("/public").asBoolean()).isFalse();

        var changed =
                ana.api()
                        .patch(
                                self,
                                """
                                {"name": "Renamed", "filters": [], "sums": true,
                                 "_links": {"groupBy": {"href": null}}}
                                """);
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        assertThat(changed.at("/name").asString()).isEqualTo("Renamed");
        assertThat(subjects(changed)).hasSize(3);
        assertThat(changed.at("/_embedded/results/totalSums").isObject()).isTrue();
        assertThat(changed.at("/_embedded/results/groups").isMissingNode()).isTrue();

        assertThat(ana.api().patch(self + "/star", "{}").at("/starred").asBoolean()).isTrue();
        assertThat(ana.api().get(self).at("/_links/unstar/method").asString()).isEqualTo("patch");
        assertThat(ana.api().patch(self + "/unstar", "{}").at("/starred").asBoolean()).isFalse();
        assertThat(ana.api().delete(self).status()).isEqualTo(204);
        assertThat(ana.api().get(self).status()).isEqualTo(404);
    }

    @Test
    void what_is_not_known_is_refused_with_the_attribute() {
        refused("columns", "\"columns\": [{\"href\": \"/api/v3/queries/columns/moon\"}]", "");
        refused("sortBy", "\"sortBy\": [{\"href\": \"/api/v3/queries/sort_bys/moon-asc\"}]", "");
        refused("groupBy", "\"groupBy\": {\"href\": \"/api/v3/queries/group_bys/subject\"}", "");
        refused("project", "\"project\": {\"href\": \"/api/v3/projects/999999\"}", "");
        refused("filters", "", ", \"filters\": [" + filter("moon", "=", "1") + "]");
        refused("filters", "", ", \"filters\": [" + filter("status", "~", "1") + "]");
        refused("filters", "", ", \"filters\": [" + filter("status", "=", "moon") + "]");
        assertThat(ana.api().post(QUERIES, "{}").at("/_embedded/details/attribute").asString())
                .isEqualTo("name");
    }

    @Test
    void only_who_manages_that_makes_queries_public() {
        var cara = persons.add();
        persons.join(cara, project, 3);
        long mine = ana.api().post(QUERIES, mine("Hidden")).id();
        assertThat(ben.api().get(QUERIES + "/" + mine).status()).isEqualTo(404);
        assertThat(admin.get(QUERIES + "/" + mine).status()).isEqualTo(404);
        assertThat(ana.api().patch(QUERIES + "/" + mine, "{\"public\": true}").status())
                .isEqualTo(403);

        long all = cara.api().post(QUERIES, mine("For all")).id();
        assertThat(cara.api().patch(QUERIES + "/" + all, "{\"public\": true}").status())
                .isEqualTo(200);
        var seen = ben.api().get(QUERIES + "/" + all);
        assertThat(subjects(seen)).containsExactly("Open of Ben");
        assertThat(seen.at("/_links").has("updateImmediately")).isFalse();
        assertThat(ben.api().patch(QUERIES + "/" + all, "{\"name\": \"No\"}").status())
                .isEqualTo(403);
        assertThat(ben.api().patch(QUERIES + "/" + all + "/star", "{}").status()).isEqualTo(403);
        assertThat(ben.api().delete(QUERIES + "/" + all).status()).isEqualTo(403);
        assertThat(persons.add().api().get(QUERIES + "/" + all).status()).isEqualTo(404);

        var found = ben.api().get(QUERIES + "?filters=" + encoded(inProject()));
        assertThat(found.at("/total").asInt()).isEqualTo(1);
        assertThat(found.at("/_embedded/elements/0/name").asString()).isEqualTo("For all");
        assertThat(ana.api().get(QUERIES + "?filters=" + encoded(inProject())).at("/total").asInt())
                .isEqualTo(2);
        assertThat(admin.delete(QUERIES + "/" + all).status()).isEqualTo(204);
    }

    @Test
    void queries_of_no_project_are_for_administrators_to_publish() {
        var body = "{\"name\": \"Everywhere\", \"public\": true}";
        assertThat(ana.api().post(QUERIES, body).status()).isEqualTo(403);
        var created = admin.post(QUERIES, body);
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        assertThat(ana.api().get(QUERIES + "/" + created.id()).status()).isEqualTo(200);
        var none = encoded("[{\"project_id\":{\"operator\":\"!*\",\"values\":[\"null\"]}}]");
        assertThat(ana.api().get(QUERIES + "?filters=" + none + "&pageSize=100").text())
                .contains("Everywhere");
        assertThat(admin.delete(QUERIES + "/" + created.id()).status()).isEqualTo(204);
    }

    @Test
    void forms_try_a_query_and_say_what_is_wrong() {
        var form = ana.api().post(QUERIES + "/form", "{}");
        assertThat(form.at("/_embedded/validationErrors").has("name")).isTrue();
        assertThat(form.at("/_embedded/payload/_links/columns").size()).isEqualTo(6);
        var good = ana.api().post(QUERIES + "/form", mine("Tried"));
        assertThat(good.at("/_embedded/validationErrors").isEmpty()).as(good.text()).isTrue();
        assertThat(good.at("/_links/commit/href").asString()).isEqualTo(QUERIES);
        var sent = good.at("/_embedded/payload").toString();
        var created = ana.api().post(QUERIES, sent);
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        assertThat(subjects(created)).containsExactly("Open of Ana", "Closed of Ana");
        var change = ana.api().post(QUERIES + "/" + created.id() + "/form", "{\"name\": \"\"}");
        assertThat(change.at("/_embedded/validationErrors").has("name")).isTrue();
    }

    @Test
    void what_queries_are_made_of_can_be_read() {
        var stranger = ana.api();
        assertThat(stranger.get(QUERIES + "/columns/assignee").at("/_type").asString())
                .isEqualTo("QueryColumn::Property");
        assertThat(stranger.get(QUERIES + "/operators/%3Ct+").at("/name").asString())
                .isEqualTo("in less than");
        assertThat(stranger.get(QUERIES + "/operators/!").at("/id").asString()).isEqualTo("!");
        var sort = stranger.get(QUERIES + "/sort_bys/status-desc");
        assertThat(sort.at("/name").asString()).isEqualTo("Status (Descending)");
        assertThat(sort.at("/_links/column/href").asString())
                .isEqualTo("/api/v3/queries/columns/status");
        assertThat(stranger.get(QUERIES + "/filters/status_id").at("/id").asString())
                .isEqualTo("status");
        for (String missing :
                new String[] {"columns/moon", "operators/moon", "sort_bys/id", "filters/moon"}) {
            assertThat(stranger.get(QUERIES + "/" + missing).status()).isEqualTo(404);
        }
        var schema = stranger.get(QUERIES + "/schema");
        assertThat(schema.at("/columns/_embedded/allowedValues").size()).isGreaterThan(20);
        assertThat(schema.at("/name/maxLength").asInt()).isEqualTo(255);
        assertThat(stranger.get("/api/v3/projects/" + project + "/queries/schema").status())
                .isEqualTo(200);
        var projects = stranger.get(QUERIES + "/available_projects");
        assertThat(projects.at("/_embedded/elements/0/_type").asString()).isEqualTo("Project");
    }

    @Test
    void every_filter_takes_the_operators_that_its_schema_names() {
        var schemas =
                ana.api()
                        .get("/api/v3/projects/" + project + "/queries/filter_instance_schemas")
                        .at("/_embedded/elements");
        assertThat(schemas.size()).isGreaterThan(30);
        for (JsonNode schema : schemas) {
            var self = ana.api().get(schema.at("/_links/self/href").asString());
            assertThat(self.body()).isEqualTo(schema);
            var name = schema.at("/_links/filter/href").asString().replaceAll(".*/", "");
            var values = schema.at("/_dependencies/0/dependencies");
            for (JsonNode link : schema.at("/operator/_links/allowedValues")) {
                var operator = ana.api().get(link.path("href").asString()).at("/id").asString();
                var takes = values.path(link.path("href").asString()).path("values");
                var text =
                        "[{\"%s\":{\"operator\":\"%s\",\"values\":%s}}]"
                                .formatted(
                                        name,
                                        operator,
                                        sample(operator, takes.path("type").asString("")));
                var list = ana.api().get("/api/v3/work_packages?filters=" + encoded(text));
                assertThat(list.status()).as(text + list.text()).isEqualTo(200);
            }
        }
    }

    private static String sample(String operator, String type) {
        if (type.isEmpty()) {
            return "[]";
        }
        return switch (operator) {
            case "=d" -> "[\"2026-03-04\"]";
            case "<>d" -> "[\"2026-03-04\",\"2026-03-05\"]";
            default -> type.equals("[]Boolean") ? "[\"t\"]" : "[\"1\"]";
        };
    }

    private void refused(String attribute, String links, String more) {
        var answer =
                ana.api()
                        .post(
                                QUERIES,
                                "{\"name\": \"No\", \"_links\": {%s}%s}".formatted(links, more));
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.at("/_embedded/details/attribute").asString())
                .as(answer.text())
                .isEqualTo(attribute);
    }

    private String mine(String name) {
        return """
        {"name": "%s", "starred": true,
         "filters": [%s, {"_links": {"filter": {"href": "https://here/api/v3/queries/filters/subject"},
            "operator": {"href": "/api/v3/queries/operators/~"}}, "values": ["of"]}],
         "_links": {"project": {"href": "/api/v3/projects/%d"},
           "columns": [{"href": "/api/v3/queries/columns/subject"},
                       {"href": "/api/v3/queries/columns/status"}],
           "sortBy": [{"href": "/api/v3/queries/sort_bys/subject-asc"}],
           "groupBy": {"href": "/api/v3/queries/group_bys/status"}}}
        """
                .formatted(name, filter("assignee", "=", "me"), project);
    }

    private static String filter(String name, String operator, String value) {
        return """
        {"_links": {"filter": {"href": "/api/v3/queries/filters/%s"},
          "operator": {"href": "/api/v3/queries/operators/%s"},
          "values": [{"href": "/api/v3/users/%s"}]}}
        """
                .formatted(name, operator, value);
    }

    private String inProject() {
        return "[{\"project\":{\"operator\":\"=\",\"values\":[\"%d\"]}}]".formatted(project);
    }

    private static List<String> subjects(Api.Answer query) {
        var subjects = new ArrayList<String>();
        for (JsonNode element : query.at("/_embedded/results/_embedded/elements")) {
            subjects.add(element.path("subject").asString());
        }
        return subjects;
    }

    private void task(String subject, String status, long assignee) {
        var created =
                admin.post(
                        "/api/v3/projects/" + project + "/work_packages",
                        """
                        {"subject": "%s", "_links": {"status": {"href": "/api/v3/%s"},
                         "assignee": {"href": "/api/v3/users/%d"}}}
                        """
                                .formatted(subject, status, assignee));
        assertThat(created.status()).as(created.text()).isEqualTo(201);
    }

    private static List<String> hrefs(JsonNode links) {
        return links.valueStream().map(link -> link.path("href").asString()).toList();
    }
}
