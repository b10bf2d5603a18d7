package org.signalbox.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.signalbox.testing.Encoded.encoded;
import static org.signalbox.testing.Encoded.packed;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.signalbox.testing.Api;
import org.signalbox.testing.Persons;
import org.signalbox.testing.RunningServer;
import tools.jackson.databind.JsonNode;

/** The parameters of lists are described where they are read, and nowhere else. */
@Tag("api")
class ListParametersTest {
    private static final String UNKNOWN_FILTER = "filter does not exist";
    private static final String NONSENSE =
            "[{\"nonsense\":{\"operator\":\"=\",\"values\":[\"1\"]}}]";

    private final RunningServer server = RunningServer.shared();
    private final Api api = server.api();
    private final JsonNode description = api.get("/api/v3/spec.json").body();
    private final Map<String, JsonNode> lists = lists();

    @Test
    void every_filter_that_is_described_is_taken() {
        var wrong = new TreeSet<String>();
        int tried = 0;
        for (var list : lists.entrySet()) {
            for (String name : names(list.getValue(), "filters", "/items/propertyNames/enum")) {
                var filter = "[{\"%s\":{\"operator\":\"=\",\"values\":[\"1\"]}}]".formatted(name);
                var answer = api.get(list.getKey() + "?filters=" + encoded(filter));
                if (answer.status() >= 500 || answer.text().contains(UNKNOWN_FILTER)) {
                    wrong.add(list.getKey() + " by " + name + ": " + answer.text());
                }
                tried++;
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(tried).isGreaterThan(200);
    }

    @Test
    void a_list_that_takes_filters_says_which() {
        for (String path : lists.keySet()) {
            var answer = api.get(path + "?filters=" + encoded(NONSENSE));
            assertThat(answer.text().contains(UNKNOWN_FILTER))
                    .as("%s refuses unknown filters: %s", path, answer.text())
                    .isEqualTo(describes(path, "filters"));
        }
    }

    @Test
    void every_sort_key_that_is_described_is_taken_and_no_other() {
        for (var list : lists.entrySet()) {
            var path = list.getKey();
            var keys = names(list.getValue(), "sortBy", "/items/prefixItems/0/enum");
            for (String key : keys) {
                assertThat(api.get(sorted(path, key)).text())
                        .as("%s by %s", path, key)
                        .doesNotContain("Sort by " + key + " does not exist");
            }
            var wrong = api.get(sorted(path, "nonsense")).text();
            assertThat(wrong.contains("Sort by nonsense does not exist"))
                    .as("%s refuses unknown keys: %s", path, wrong)
                    .isEqualTo(!keys.isEmpty());
        }
    }

    @Test
    void pages_are_described_where_there_are_pages() {
        for (String path : lists.keySet()) {
            var sized = api.get(path + "?pageSize=0&offset=2" + needed(path));
            if (sized.status() != 200 || path.endsWith("relation_candidates")) {
                continue;
            }
            boolean query = sized.at("/_type").asString("").equals("Query");
            var page = query ? sized.at("/_embedded/results") : sized.body();
            assertThat(page.path("pageSize").asInt(-1) == 0 && page.path("offset").asInt() == 2)
                    .as(path)
                    .isEqualTo(describes(path, "pageSize"))
                    .isEqualTo(describes(path, "offset"));
            var selected = api.get(path + "?select=total" + needed(path)).body();
            assertThat(selected.has("total") && !selected.has("count"))
                    .as("%s?select=total answers %s", path, selected)
                    .isEqualTo(describes(path, "select"));
            var packed = api.get(path + "?eprops=" + encoded(packed("{\"filters\":\"{}\"}")));
            if (describes(path, "filters")) {
                assertThat(packed.status()).as(path).isEqualTo(400);
                assertThat(describes(path, "eprops")).as(path).isTrue();
            }
        }
    }

    @Test
    void groups_and_sums_are_described_where_they_are_given() {
        for (String path : lists.keySet()) {
            assertThat(isGrouped(path, "status") || isGrouped(path, "reason"))
                    .as(path)
                    .isEqualTo(describes(path, "groupBy"));
            var summed = results(path + "?showSums=true" + needed(path)).has("totalSums");
            assertThat(summed).as(path).isEqualTo(describes(path, "showSums"));
        }
    }

    private boolean isGrouped(String path, String by) {
        return results(path + "?groupBy=" + by + needed(path)).has("groups");
    }

    private JsonNode results(String path) {
        var answer = api.get(path);
        var query = answer.at("/_embedded/results");
        return query.isMissingNode() ? answer.body() : query;
    }

    /** Everything that is read without more than its address, as long as it stands for a list. */
    private Map<String, JsonNode> lists() {
        var persons = new Persons(server);
        long project = persons.project(false);
        long workPackage = created("/api/v3/projects/" + project + "/work_packages", "subject");
        long taskList = created("/api/v3/projects/" + project + "/task_lists", "name");
        long query = created("/api/v3/queries", "name");
        var found = new TreeMap<String, JsonNode>();
        description
                .path("paths")
                .forEachEntry((template, verbs) -> {
                    var path =
                            template.replaceFirst(
                                            "/(projects|workspaces)/\\{key}", "/$1/" + project)
                                    .replace("/work_packages/{id}", "/work_packages/" + workPackage)
                                    .replace("/task_lists/{id}", "/task_lists/" + taskList)
                                    .replace("/queries/{id}", "/queries/" + query)
                                    .replace("/users/{key}", "/users/me");
                    if (verbs.has("get") && !path.contains("{") && isHal(verbs.path("get"))) {
                        found.put(path, verbs.path("get").path("parameters"));
                    }
                });
        assertThat(found).hasSizeGreaterThan(80);
        return found;
    }

    private static boolean isHal(JsonNode operation) {
        return operation.at("/responses/200/content").has("application/hal+json");
    }

    private long created(String path, String title) {
        var answer = api.post(path, "{\"%s\": \"Of parameters\"}".formatted(title));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.id();
    }

    /** Some lists are of nothing unless a filter says of what. */
    private static String needed(String path) {
        return path.endsWith("/capabilities")
                ? "&filters=" + encoded("[{\"context\":{\"operator\":\"=\",\"values\":[\"g\"]}}]")
                : "";
    }

    private boolean describes(String path, String parameter) {
        return find(lists.getOrDefault(path, description), parameter) != null;
    }

    private static @Nullable JsonNode find(JsonNode parameters, String name) {
        for (JsonNode parameter : parameters) {
            if (parameter.path("name").asString("").equals(name)) {
                return parameter;
            }
        }
        return null;
    }

    private static List<String> names(JsonNode parameters, String name, String place) {
        var names = new ArrayList<String>();
        var parameter = find(parameters, name);
        if (parameter != null) {
            var schema = parameter.path("content").path("application/json").path("schema");
            schema.at(place).forEach(word -> names.add(word.asString()));
            assertThat(names).isNotEmpty();
        }
        return names;
    }

    private static String sorted(String path, String key) {
        return path + "?sortBy=" + encoded("[[\"" + key + "\",\"desc\"]]") + needed(path);
    }
}
