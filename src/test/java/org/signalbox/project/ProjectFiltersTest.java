package org.signalbox.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.signalbox.testing.Encoded.encoded;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.signalbox.testing.Api;
import org.signalbox.testing.Persons;
import org.signalbox.testing.RunningServer;

/** The filters of projects that look further than the project itself. */
@Tag("api")
class ProjectFiltersTest {
    private final RunningServer server = RunningServer.shared();
    private final Persons persons = new Persons(server);
    private final Api admin = server.api();

    @Test
    void projects_are_found_by_what_one_may_do_there() {
        long led = persons.project(false);
        long read = persons.project(false);
        var person = persons.add();
        persons.join(person, led, 3);
        persons.join(person, read, 5);
        var api = person.api();
        assertThat(where(api, "user_action", "=", "\"work_packages/create\"")).containsExactly(led);
        assertThat(where(api, "userAction", "!", "\"work_packages/create\"")).containsExactly(read);
        assertThat(where(api, "user_action", "=", "\"work_packages/read\",\"versions/create\""))
                .containsExactly(led, read);
        assertThat(where(api, "user_action", "&=", "\"work_packages/read\",\"versions/create\""))
                .containsExactly(led);
        assertThat(where(api, "user_action", "=", "\"watchers/destroy\"")).containsExactly(led);
        assertThat(where(api, "visible", "=", "\"me\"")).containsExactly(led, read);
        assertThat(list(api, "visible", "=", "\"1\"").status()).isEqualTo(400);
        assertThat(list(api, "user_action", "=", "\"dance\"").status()).isEqualTo(400);
        assertThat(list(api, "user_action", "=", "\"absences/create\"").status()).isEqualTo(400);
        assertThat(list(api, "user_action", "~", "\"dance\"").status()).isEqualTo(400);
    }

    @Test
    void projects_are_found_by_type_and_latest_activity() {
        long quiet = persons.project(false);
        long busy = persons.project(false);
        var person = persons.add();
        persons.join(person, quiet, 5);
        persons.join(person, busy, 5);
        admin.post("/api/v3/projects/" + quiet + "/work_packages", "{\"subject\": \"Early\"}");
        admin.post("/api/v3/projects/" + busy + "/work_packages", "{\"subject\": \"Late\"}");
        var api = person.api();
        assertThat(where(api, "type_id", "=", "\"1\"")).containsExactly(quiet, busy);
        assertThat(where(api, "type_id", "!", "\"1\"")).isEmpty();
        assertThat(where(api, "latest_activity_at", "t", "")).containsExactly(quiet, busy);
        assertThat(where(api, "latestActivityAt", "<t-", "\"1\"")).isEmpty();
        var sorted =
                api.get(
                        "/api/v3/projects?sortBy="
                                + encoded("[[\"latest_activity_at\",\"desc\"]]"));
        assertThat(sorted.ids()).containsExactly(busy, quiet);
    }

    @Test
    void projects_are_found_by_their_whole_name_or_identifier() {
        long project = persons.project(false);
        var shown = admin.get("/api/v3/projects/" + project);
        for (String part : List.of("name", "identifier")) {
            var whole = shown.at("/" + part).asString().toUpperCase(Locale.ROOT);
            for (String filter : List.of("name_and_identifier", "typeahead")) {
                assertThat(where(admin, filter, "=", "\"" + whole + "\""))
                        .as("%s = %s", filter, whole)
                        .containsExactly(project);
                assertThat(where(admin, filter, "!", "\"" + whole + "\""))
                        .as("%s ! %s", filter, whole)
                        .doesNotContain(project);
            }
        }
    }

    @Test
    void what_no_project_has_is_found_nowhere() {
        long project = persons.project(false);
        for (String filter :
                List.of(
                        "available_project_attributes",
                        "project_phase_any",
                        "storage_id",
                        "storage_url")) {
            assertThat(where(admin, filter, "=", "\"1\"")).as(filter).isEmpty();
        }
        var size =
                admin.get(
                        "/api/v3/projects?pageSize=-1&sortBy="
                                + encoded("[[\"required_disk_space\",\"asc\"]]"));
        assertThat(size.ids()).contains(project);
        var sprints = admin.get("/api/v3/projects/" + project + "/sprints?pageSize=7");
        assertThat(sprints.at("/pageSize").asInt()).as(sprints.text()).isEqualTo(7);
    }

    private static List<Long> where(Api api, String filter, String operator, String values) {
        return list(api, filter, operator, values).ids();
    }

    private static Api.Answer list(Api api, String filter, String operator, String values) {
        return api.get(
                "/api/v3/projects?filters="
                        + encoded(
                                "[{\"%s\":{\"operator\":\"%s\",\"values\":[%s]}}]"
                                        .formatted(filter, operator, values)));
    }
}
