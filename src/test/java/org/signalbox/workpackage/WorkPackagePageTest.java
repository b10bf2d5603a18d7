package org.signalbox.workpackage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.signalbox.testing.Api;
import org.signalbox.testing.Persons;
import org.signalbox.testing.RunningServer;
import tools.jackson.databind.JsonNode;

/** What pages of work packages say beside them. */
@Tag("api")
class WorkPackagePageTest {
    private static final int MEMBER = 4;
    private static final int READER = 5;
    private static final int TASK = 1;
    private static final int MILESTONE = 2;

    private final RunningServer server = RunningServer.shared();
    private final Api admin = server.api();
    private final Persons persons = new Persons(server);
    private final long project = persons.project(false);
    private final String path = "/api/v3/projects/" + project + "/work_packages";

    @Test
    void a_page_has_the_schemas_of_its_work_each_once() {
        for (int type : List.of(TASK, MILESTONE, TASK, TASK)) {
            add(type);
        }

        var page = admin.get(path + "?sortBy=%5B%5B%22id%22%5D%5D");

        var schemas = page.at("/_embedded/schemas");
        assertThat(schemas.path("_type").asString()).isEqualTo("Collection");
        assertThat(schemas.path("total").asInt()).isEqualTo(2);
        assertThat(selves(schemas)).containsExactly(schema(TASK), schema(MILESTONE));
        var task = schemas.at("/_embedded/elements/0");
        var milestone = schemas.at("/_embedded/elements/1");
        assertThat(task.at("/startDate/type").asString()).isEqualTo("Date");
        assertThat(task.has("date")).isFalse();
        assertThat(milestone.at("/date/writable").asBoolean()).isTrue();
        assertThat(milestone.has("startDate")).isFalse();
        assertThat(task.at("/status").has("_embedded")).as("choices").isFalse();
        for (JsonNode element : page.at("/_embedded/elements")) {
            assertThat(selves(schemas)).contains(element.at("/_links/schema/href").asString());
        }

        var whole = admin.get(page.at("/_links/schemas/href").asString());
        assertThat(selves(whole.body())).containsExactly(schema(TASK), schema(MILESTONE));
        assertThat(whole.at("/_embedded/elements/0/status/_embedded/allowedValues").isEmpty())
                .isFalse();
    }

    @Test
    void without_work_or_with_parts_alone_there_are_no_schemas() {
        assertThat(admin.get(path).at("/_embedded/schemas").isMissingNode()).isTrue();
        assertThat(admin.get(path).at("/_links/schemas").isMissingNode()).isTrue();
        add(TASK);
        assertThat(admin.get(path + "?pageSize=0").at("/_embedded/schemas").isMissingNode())
                .isTrue();
        var parts = admin.get(path + "?select=total,self,elements/id");
        assertThat(parts.at("/_embedded/schemas").isMissingNode()).isTrue();
        assertThat(parts.at("/_links").propertyNames()).containsExactly("self");
        assertThat(parts.at("/total").asInt()).isEqualTo(1);
    }

    @Test
    void a_page_links_to_what_who_asks_can_do_there() {
        var member = persons.add();
        var reader = persons.add();
        persons.join(member, project, MEMBER);
        persons.join(reader, project, READER);

        var page = member.api().get(path);

        assertThat(page.at("/_links/createWorkPackage/href").asString()).isEqualTo(path + "/form");
        assertThat(page.at("/_links/createWorkPackage/method").asString()).isEqualTo("post");
        assertThat(page.at("/_links/createWorkPackageImmediate/href").asString()).isEqualTo(path);
        assertThat(page.at("/_links/editWorkPackage/href").asString())
                .isEqualTo("/api/v3/work_packages/{work_package_id}/form");
        assertThat(page.at("/_links/editWorkPackage/templated").asBoolean()).isTrue();
        var everywhere = member.api().get("/api/v3/work_packages");
        assertThat(everywhere.at("/_links/createWorkPackageImmediate/href").asString())
                .isEqualTo("/api/v3/work_packages");
        for (String list : List.of(path, "/api/v3/work_packages")) {
            assertThat(reader.api().get(list).at("/_links").propertyNames())
                    .doesNotContain(
                            "createWorkPackage", "createWorkPackageImmediate", "editWorkPackage");
        }
    }

    @Test
    void the_list_of_a_query_says_the_same() {
        add(MILESTONE);

        var query = admin.get("/api/v3/projects/" + project + "/queries/default");

        var results = query.at("/_embedded/results");
        assertThat(selves(results.at("/_embedded/schemas"))).containsExactly(schema(MILESTONE));
        assertThat(results.at("/_links/createWorkPackage/href").asString())
                .isEqualTo(path + "/form");
    }

    private void add(int type) {
        var created =
                admin.post(
                        path,
                        """
                        {"subject": "Work", "_links": {"type": {"href": "/api/v3/types/%d"}}}
                        """
                                .formatted(type));
        assertThat(created.status()).as(created.text()).isEqualTo(201);
    }

    private String schema(int type) {
        return "/api/v3/work_packages/schemas/" + project + "-" + type;
    }

    private static List<String> selves(JsonNode collection) {
        return collection
                .at("/_embedded/elements")
                .valueStream()
                .map(element -> element.at("/_links/self/href").asString())
                .toList();
    }
}
