package org.signalbox.workpackage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.signalbox.testing.Api;
import org.signalbox.testing.Persons;
import org.signalbox.testing.RunningServer;

/** Parents and children in different projects, over HTTP. */
@Tag("api")
class FamiliesAcrossProjectsTest {
    private static final String WORK_PACKAGES = "/api/v3/work_packages/";
    private static final String UNDISCLOSED = "urn:openproject-org:api:v3:undisclosed";
    private static final int MEMBER = 4;

    private final RunningServer server = RunningServer.shared();
    private final Api api = server.api();
    private final Persons persons = new Persons(server);
    private long here;
    private long there;
    private long parent;
    private long child;

    @BeforeEach
    void add_a_parent_here_and_a_child_there() {
        here = persons.project(false);
        there = persons.project(false);
        parent = add("Secret", here, 0);
        child = add("Hush", there, parent);
    }

    @Test
    void who_sees_both_sees_how_they_belong_together() {
        var shown = api.get(WORK_PACKAGES + child);
        assertThat(shown.at("/_links/parent/title").asString()).isEqualTo("Secret");
        assertThat(shown.at("/_links/ancestors/0/href").asString())
                .isEqualTo(WORK_PACKAGES + parent);
        assertThat(shown.at("/_embedded/parent/subject").asString()).isEqualTo("Secret");
        var above = api.get(WORK_PACKAGES + parent);
        assertThat(above.at("/_links/children/0/title").asString()).isEqualTo("Hush");
        assertThat(above.at("/derivedEstimatedTime").asString()).isEqualTo("PT4H");
        assertThat(children(api, parent)).isEqualTo(1);
    }

    @Test
    void who_does_not_see_the_parent_learns_nothing_of_it() {
        var person = persons.add();
        persons.join(person, there, MEMBER);
        var shown = person.api().get(WORK_PACKAGES + child);
        assertThat(shown.text()).doesNotContain("Secret").doesNotContain("packages/" + parent);
        assertThat(shown.at("/_links/parent/href").asString()).isEqualTo(UNDISCLOSED);
        assertThat(shown.at("/_links/ancestors").size()).isZero();
        var list = person.api().get("/api/v3/projects/" + there + "/work_packages");
        assertThat(list.at("/total").asInt()).isEqualTo(1);
        assertThat(list.text()).doesNotContain("Secret");
        assertThat(children(person.api(), parent)).isZero();
        var activities = person.api().get(WORK_PACKAGES + child + "/activities");
        assertThat(activities.text()).doesNotContain("Secret").contains("(undisclosed)");
        assertThat(api.get(WORK_PACKAGES + child + "/activities").text()).contains("Secret");
    }

    @Test
    void who_does_not_see_the_parent_keeps_it_and_cannot_choose_it() {
        var person = persons.add();
        persons.join(person, there, MEMBER);
        var kept =
                person.api()
                        .patch(
                                WORK_PACKAGES + child,
                                """
                                {"lockVersion": 0, "subject": "Changed",
                                 "_links": {"parent": {"href": "%s"}}}
                                """
                                        .formatted(UNDISCLOSED));
        assertThat(kept.status()).as(kept.text()).isEqualTo(200);
        assertThat(api.get(WORK_PACKAGES + child).at("/_links/parent/title").asString())
                .isEqualTo("Secret");
        var other = add("Other", there, 0);
        var refused = person.api().patch(WORK_PACKAGES + other, below(parent));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.at("/_embedded/details/attribute").asString()).isEqualTo("parent");
    }

    @Test
    void who_does_not_see_the_child_learns_what_all_come_to() {
        var person = persons.add();
        persons.join(person, here, MEMBER);
        var shown = person.api().get(WORK_PACKAGES + parent);
        assertThat(shown.at("/_links").has("children")).isFalse();
        assertThat(shown.text()).doesNotContain("Hush");
        assertThat(shown.at("/derivedEstimatedTime").asString()).isEqualTo("PT4H");
    }

    @Test
    void a_move_takes_along_all_below_and_leaves_the_parent_above() {
        var grandchild = add("Grandchild", there, child);
        var entry =
                api.post(
                        "/api/v3/time_entries",
                        """
                        {"hours": "PT1H", "spentOn": "2026-03-02",
                         "_links": {"workPackage": {"href": "%s%d"}}}
                        """
                                .formatted(WORK_PACKAGES, grandchild));
        assertThat(entry.status()).as(entry.text()).isEqualTo(201);
        var target = persons.project(false);
        var moved = move(api, child, target);
        assertThat(moved.status()).as(moved.text()).isEqualTo(200);
        assertThat(moved.at("/_links/children/0/title").asString()).isEqualTo("Grandchild");
        assertThat(moved.at("/_links/parent/title").asString()).isEqualTo("Secret");
        var along = api.get(WORK_PACKAGES + grandchild);
        assertThat(along.at("/_links/project/href").asString())
                .isEqualTo("/api/v3/projects/" + target);
        assertThat(along.at("/lockVersion").asInt()).isEqualTo(1);
        assertThat(along.at("/_links/ancestors").size()).isEqualTo(2);
        assertThat(
                        api.get("/api/v3/time_entries/" + entry.id())
                                .at("/_links/project/href")
                                .asString())
                .isEqualTo("/api/v3/projects/" + target);
        assertThat(api.get(WORK_PACKAGES + parent).at("/derivedEstimatedTime").asString())
                .isEqualTo("PT6H");
    }

    @Test
    void a_move_needs_the_right_to_change_all_that_goes_along() {
        var person = persons.add();
        persons.join(person, here, MEMBER);
        var target = persons.project(false);
        persons.join(person, target, MEMBER);
        var refused = move(person.api(), parent, target);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.at("/_embedded/details/attribute").asString()).isEqualTo("project");
        var form =
                person.api()
                        .post(
                                WORK_PACKAGES + parent + "/form",
                                """
                                {"lockVersion": 0,
                                 "_links": {"project": {"href": "/api/v3/projects/%d"}}}
                                """
                                        .formatted(target));
        assertThat(form.at("/_embedded/validationErrors").has("project")).isTrue();
        persons.join(person, there, MEMBER);
        assertThat(move(person.api(), parent, target).status()).isEqualTo(200);
        assertThat(api.get(WORK_PACKAGES + child).at("/_links/project/href").asString())
                .isEqualTo("/api/v3/projects/" + target);
    }

    @Test
    void deleting_needs_the_right_to_delete_all_that_goes() {
        var person = persons.add();
        persons.join(person, here, 3);
        assertThat(person.api().delete(WORK_PACKAGES + parent).status()).isEqualTo(403);
        assertThat(api.get(WORK_PACKAGES + child).status()).isEqualTo(200);
        persons.join(person, there, 3);
        assertThat(person.api().delete(WORK_PACKAGES + parent).status()).isEqualTo(204);
        assertThat(api.get(WORK_PACKAGES + child).status()).isEqualTo(404);
    }

    @Test
    void what_is_below_something_in_a_deleted_project_stays() {
        assertThat(api.delete("/api/v3/projects/" + here).status()).isEqualTo(204);
        var left = api.get(WORK_PACKAGES + child);
        assertThat(left.status()).isEqualTo(200);
        assertThat(left.at("/_links/parent/href").isNull()).isTrue();
        assertThat(left.at("/lockVersion").asInt()).isEqualTo(1);
    }

    private static int children(Api asked, long parent) {
        return asked.get(
                        "/api/v3/work_packages?filters=%5B%7B%22parent%22%3A%7B%22operator%22%3A%22%3D%22"
                                + "%2C%22values%22%3A%5B%22"
                                + parent
                                + "%22%5D%7D%7D%5D")
                .at("/total")
                .asInt();
    }

    private static Api.Answer move(Api asked, long id, long project) {
        return asked.patch(
                WORK_PACKAGES + id,
                "{\"lockVersion\": 0, \"_links\": {\"project\": {\"href\": \"/api/v3/projects/%d\"}}}"
                        .formatted(project));
    }

    private static String below(long parent) {
        return "{\"lockVersion\": 0, \"_links\": {\"parent\": {\"href\": \"%s%d\"}}}"
                .formatted(WORK_PACKAGES, parent);
    }

    private long add(String subject, long project, long parent) {
        var links =
                parent == 0
                        ? ""
                        : ", \"_links\": {\"parent\": {\"href\": \"%s%d\"}}"
                                .formatted(WORK_PACKAGES, parent);
        var created =
                api.post(
                        "/api/v3/projects/" + project + "/work_packages",
                        "{\"subject\": \"%s\", \"estimatedTime\": \"PT2H\"%s}"
                                .formatted(subject, links));
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        return created.id();
    }
}
