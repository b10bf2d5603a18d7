package org.signalbox.workpackage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.signalbox.testing.Encoded.encoded;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.signalbox.testing.Api;
import org.signalbox.testing.Persons;
import org.signalbox.testing.RunningServer;

/** What lists of work packages show of a project and of a time, and in which order. */
@Tag("api")
class WorkPackageListTest {
    private static final String WORK_PACKAGES = "/api/v3/work_packages/";
    private static final RunningServer SERVER = RunningServer.shared();
    private static final Api API = SERVER.api();

    @Test
    void moments_are_compared_to_the_second_and_with_their_offset() {
        long project = new Persons(SERVER).project(false);
        long task = work(project, "\"subject\": \"Now\"");
        var shown = API.get(WORK_PACKAGES + task).at("/createdAt").asString();
        var moment = Instant.parse(shown);
        var inBerlin = moment.atOffset(ZoneOffset.ofHours(1)).toString();
        var after = "\"" + moment.plusSeconds(60) + "\"";
        for (String same : List.of(shown, inBerlin, shown.substring(0, shown.length() - 1))) {
            assertThat(created(project, "<>d", "\"" + same + "\"," + after))
                    .as(same)
                    .contains(task);
            assertThat(created(project, "<>d", "\"\",\"" + same + "\"")).as(same).contains(task);
        }
        assertThat(created(project, "<>d", after + ",\"\"")).isEmpty();
        assertThat(created(project, "<>d", "\"\",\"" + moment.minusSeconds(60) + "\"")).isEmpty();
        assertThat(created(project, "=d", "\"" + shown + "\"")).contains(task);
        assertThat(created(project, "=d", after)).isEmpty();
        var day = "\"" + shown.substring(0, 10) + "\"";
        assertThat(created(project, "<>d", day + "," + after)).contains(task);
    }

    @Test
    void lists_are_sorted_by_the_names_of_people_and_of_keys() {
        var persons = new Persons(SERVER);
        long project = persons.project(false);
        var names = List.of("Zoe", "anna", "Mia");
        var tasks = new ArrayList<Long>();
        for (String name : names) {
            var person = persons.add();
            API.patch("/api/v3/users/" + person.id(), "{\"firstName\": \"" + name + "\"}");
            persons.join(person, project, 4);
            tasks.add(
                    work(
                            project,
                            "\"subject\": \"%s\", \"_links\": {\"assignee\": {\"href\": \"/api/v3/users/%d\"}}"
                                    .formatted(name, person.id())));
        }
        tasks.add(work(project, "\"subject\": \"Nobody's\""));
        var path = "/api/v3/projects/" + project + "/work_packages?sortBy=";
        assertThat(API.get(path + encoded("[[\"assignee\",\"asc\"]]")).ids())
                .containsExactly(tasks.get(1), tasks.get(2), tasks.get(0), tasks.get(3));
        assertThat(API.get(path + encoded("[[\"assignee\",\"desc\"]]")).ids())
                .containsExactly(tasks.get(0), tasks.get(2), tasks.get(1), tasks.get(3));
        for (String key :
                List.of(
                        "author",
                        "responsible",
                        "estimated_hours",
                        "remaining_hours",
                        "done_ratio",
                        "spent_hours",
                        "manualSorting",
                        "typeahead")) {
            assertThat(API.get(path + encoded("[[\"" + key + "\",\"asc\"]]")).ids())
                    .as(key)
                    .hasSameElementsAs(tasks);
        }
    }

    @Test
    void lists_of_a_project_show_what_is_below_it_unless_asked_otherwise() {
        long top = new Persons(SERVER).project(false);
        long below =
                API.post(
                                "/api/v3/projects",
                                "{\"name\": \"Below\", \"_links\": {\"parent\": {\"href\": "
                                        + "\"/api/v3/projects/%d\"}}}".formatted(top))
                        .id();
        long here = work(top, "\"subject\": \"Here\"");
        long there = work(below, "\"subject\": \"There\"");
        var path = "/api/v3/projects/" + top + "/work_packages";
        assertThat(API.get(path).ids()).containsExactly(here, there);
        assertThat(API.get(path + "?includeSubprojects=false").ids()).containsExactly(here);
        assertThat(filtered(path, clause("subproject_id", "!*", ""))).containsExactly(here);
        assertThat(filtered(path, clause("subprojectId", "=", "\"" + below + "\"")))
                .containsExactly(here, there);
        assertThat(filtered(path, clause("only_subproject_id", "=", "\"" + below + "\"")))
                .containsExactly(there);
        assertThat(filtered(path, clause("onlySubproject", "*", ""))).containsExactly(there);
    }

    private static long work(long project, String attributes) {
        var created =
                API.post("/api/v3/projects/" + project + "/work_packages", "{" + attributes + "}");
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        return created.id();
    }

    private static List<Long> created(long project, String operator, String values) {
        return filtered(
                "/api/v3/projects/" + project + "/work_packages",
                clause("createdAt", operator, values));
    }

    private static List<Long> filtered(String path, String clause) {
        return API.get(path + "?filters=" + encoded("[" + clause + "]")).ids();
    }

    private static String clause(String filter, String operator, String values) {
        return "{\"%s\":{\"operator\":\"%s\",\"values\":[%s]}}".formatted(filter, operator, values);
    }
}
