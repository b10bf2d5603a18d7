package org.signalbox.workpackage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.signalbox.testing.Api;
import org.signalbox.testing.Persons;
import org.signalbox.testing.RunningServer;

/** What stands above and below a work package, over HTTP. */
@Tag("api")
class FamilyApiTest {
    private static final String WORK_PACKAGES = "/api/v3/work_packages/";

    private final RunningServer server = RunningServer.shared();
    private final Api api = server.api();
    private long project;
    private long top;
    private long middle;
    private long first;
    private long second;

    @BeforeEach
    void add_a_family() {
        project = new Persons(server).project(false);
        top = add("Top", 0, "\"estimatedTime\": \"PT2H\", \"remainingTime\": \"PT2H\"");
        middle = add("Middle", top, "\"startDate\": \"2026-01-01\"");
        first =
                add(
                        "First",
                        middle,
                        "\"startDate\": \"2026-03-02\", \"dueDate\": \"2026-03-06\","
                                + "\"estimatedTime\": \"PT8H\", \"remainingTime\": \"PT1H\"");
        second =
                add(
                        "Second",
                        middle,
                        "\"dueDate\": \"2026-03-20\", \"estimatedTime\": \"PT6H\","
                                + "\"remainingTime\": \"PT1H\"");
    }

    @Test
    void ancestors_and_children_are_linked() {
        var shown = api.get(WORK_PACKAGES + first);
        assertThat(shown.at("/_links/ancestors/0/title").asString()).isEqualTo("Top");
        assertThat(shown.at("/_links/ancestors/1/title").asString()).isEqualTo("Middle");
        assertThat(shown.at("/_links").has("children")).isFalse();
        assertThat(shown.at("/displayId").asString()).isEqualTo(String.valueOf(first));
        var parent = api.get(WORK_PACKAGES + middle);
        assertThat(parent.at("/_links/children/0/href").asString())
                .isEqualTo(WORK_PACKAGES + first);
        assertThat(parent.at("/_links/children/1/title").asString()).isEqualTo("Second");
        assertThat(parent.at("/_links/addChild/method").asString()).isEqualTo("post");
        assertThat(parent.at("/_links/changeParent/method").asString()).isEqualTo("patch");
    }

    @Test
    void totals_follow_from_all_below() {
        var parent = api.get(WORK_PACKAGES + middle);
        assertThat(parent.at("/derivedStartDate").asString()).isEqualTo("2026-03-02");
        assertThat(parent.at("/derivedDueDate").asString()).isEqualTo("2026-03-20");
        assertThat(parent.at("/derivedEstimatedTime").asString()).isEqualTo("PT14H");
        assertThat(parent.at("/derivedRemainingTime").asString()).isEqualTo("PT2H");
        assertThat(parent.at("/derivedPercentageDone").asInt()).isEqualTo(86);
        var above = api.get(WORK_PACKAGES + top);
        assertThat(above.at("/derivedStartDate").asString()).isEqualTo("2026-01-01");
        assertThat(above.at("/derivedEstimatedTime").asString()).isEqualTo("PT16H");
        var leaf = api.get(WORK_PACKAGES + first);
        assertThat(leaf.at("/derivedEstimatedTime").isNull()).isTrue();
        assertThat(leaf.at("/derivedDueDate").isNull()).isTrue();
    }

    @Test
    void what_is_rejected_does_not_count() {
        api.patch(
                WORK_PACKAGES + second,
                "{\"lockVersion\": 0, \"_links\": {\"status\": {\"href\": \"/api/v3/statuses/14\"}}}");
        var parent = api.get(WORK_PACKAGES + middle);
        assertThat(parent.at("/derivedEstimatedTime").asString()).isEqualTo("PT8H");
    }

    @Test
    void lists_show_the_same() {
        var list = api.get("/api/v3/projects/" + project + "/work_packages?filters=%5B%5D");
        for (var element : list.at("/_embedded/elements")) {
            var single = api.get(WORK_PACKAGES + element.get("id").asLong());
            assertThat(element.at("/derivedEstimatedTime"))
                    .isEqualTo(single.at("/derivedEstimatedTime"));
            assertThat(element.at("/_links/children")).isEqualTo(single.at("/_links/children"));
            assertThat(element.at("/_links/ancestors")).isEqualTo(single.at("/_links/ancestors"));
        }
    }

    @Test
    void there_are_no_revisions_and_no_file_links() {
        assertThat(api.get(WORK_PACKAGES + top + "/revisions").at("/total").asInt()).isZero();
        assertThat(api.get(WORK_PACKAGES + top + "/file_links").at("/pageSize").asInt())
                .isEqualTo(20);
        assertThat(api.get(WORK_PACKAGES + "999999999/revisions").status()).isEqualTo(404);
    }

    private long add(String subject, long parent, String attributes) {
        var links =
                parent == 0
                        ? ""
                        : ", \"_links\": {\"parent\": {\"href\": \"%s%d\"}}"
                                .formatted(WORK_PACKAGES, parent);
        var created =
                api.post(
                        "/api/v3/projects/" + project + "/work_packages",
                        "{\"subject\": \"%s\", %s%s}".formatted(subject, attributes, links));
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        return created.id();
    }
}
