package org.signalbox.workpackage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.signalbox.testing.Encoded.encoded;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.signalbox.testing.Api;
import org.signalbox.testing.RecordedEvents;
import org.signalbox.testing.RunningServer;

/** Work packages over HTTP, through their life. */
@Tag("api")
class WorkPackageApiTest {
    private static final String WORK_PACKAGES = "/api/v3/work_packages";

    private final RunningServer server = RunningServer.shared();
    private final Api api = server.api();
    private long project;

    @BeforeEach
    void add_a_project() {
        project = api.post("/api/v3/projects", "{\"name\": \"Work\"}").id();
    }

    @Test
    void a_work_package_lives_from_creation_to_deletion() {
        var events = RecordedEvents.from(server);
        var created =
                api.post(
                        WORK_PACKAGES,
                        """
                        {"subject": "Prune trees", "lockVersion": 99, "estimatedTime": "PT8H",
                         "startDate": "2026-03-02", "dueDate": "2026-03-06",
                         "_links": {"project": {"href": "/api/v3/projects/%d"}}}
                        """
                                .formatted(project));
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        assertThat(created.at("/lockVersion").asInt()).isZero();
        assertThat(created.at("/duration").asString()).isEqualTo("P5D");
        assertThat(created.at("/estimatedTime").asString()).isEqualTo("PT8H");
        assertThat(created.at("/_embedded/type/name").asString()).isEqualTo("Task");
        assertThat(created.at("/_embedded/status/name").asString()).isEqualTo("New");
        assertThat(created.at("/_embedded/priority/id").asInt()).isEqualTo(8);
        assertThat(created.at("/_embedded/author/login").asString()).isEqualTo("admin");
        assertThat(created.at("/_links/assignee/href").isNull()).isTrue();
        assertThat(created.at("/_embedded/assignee").isMissingNode()).isTrue();
        assertThat(events.types()).containsExactly("work_package.created");
        assertThat(events.lastEvent("work_package.created").projectId()).isEqualTo(project);

        var path = WORK_PACKAGES + "/" + created.id();
        assertThat(api.get(path).text()).isEqualTo(created.text());

        var changed =
                api.patch(
                        path,
                        """
                        {"lockVersion": 0, "duration": "P5DT24H",
                         "_links": {"status": {"href": "/api/v3/statuses/7"},
                                    "assignee": {"href": "/api/v3/users/1"}}}
                        """);
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        assertThat(changed.at("/lockVersion").asInt()).isEqualTo(1);
        assertThat(changed.at("/dueDate").asString()).isEqualTo("2026-03-09");
        assertThat(events.types())
                .containsExactly(
                        "work_package.created",
                        "work_package.updated",
                        "work_package.status_changed",
                        "work_package.assigned");
        var changes = events.last("work_package.updated").at("/changes");
        assertThat(changes.at("/duration/from").asString()).isEqualTo("P5D");
        assertThat(changes.at("/status/from/title").asString()).isEqualTo("New");
        assertThat(changes.at("/status/to/title").asString()).isEqualTo("In progress");
        assertThat(changes.has("lockVersion")).isFalse();

        assertThat(api.delete(path).status()).isEqualTo(204);
        assertThat(api.get(path).status()).isEqualTo(404);
        assertThat(events.lastEvent("work_package.deleted").subject().toString())
                .isEqualTo("work_package:" + created.id());
    }

    @Test
    void a_stale_lock_version_changes_nothing() {
        var path = WORK_PACKAGES + "/" + add("Contended").id();
        api.patch(path, "{\"lockVersion\": 0, \"subject\": \"First\"}");
        var events = RecordedEvents.from(server);
        for (String stale : new String[] {"{\"lockVersion\": 0, \"subject\": \"x\"}", "{}"}) {
            var refused = api.patch(path, stale);
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.at("/errorIdentifier").asString()).endsWith(":UpdateConflict");
        }
        assertThat(api.get(path).at("/subject").asString()).isEqualTo("First");
        assertThat(events.all()).isEmpty();
    }

    @Test
    void a_change_that_changes_nothing_keeps_the_lock_version() {
        var created = add("Same");
        var path = WORK_PACKAGES + "/" + created.id();
        var events = RecordedEvents.from(server);
        var same = api.patch(path, created.text());
        assertThat(same.status()).as(same.text()).isEqualTo(200);
        assertThat(same.text()).isEqualTo(created.text());
        assertThat(events.all()).isEmpty();
    }

    @Test
    void another_assignee_takes_over_from_the_one_before() {
        var path = WORK_PACKAGES + "/" + add("Handed over").id();
        api.patch(path, assigned(0, "\"/api/v3/users/1\""));
        var events = RecordedEvents.from(server);
        assertThat(api.patch(path, assigned(1, "null")).status()).isEqualTo(200);
        assertThat(events.types())
                .containsExactly("work_package.updated", "work_package.unassigned");
        assertThat(events.last("work_package.unassigned").at("/changes/assignee/to").isNull())
                .isTrue();
        var nobody = api.patch(path, assigned(2, "\"/api/v3/users/999999\""));
        assertThat(nobody.status()).isEqualTo(422);
        assertThat(nobody.at("/_embedded/details/attribute").asString()).isEqualTo("assignee");
    }

    @Test
    void what_is_wrong_with_an_attribute_is_said_of_that_attribute() {
        refused("\"startDate\": \"2026-03-06\", \"dueDate\": \"2026-03-02\"", "dueDate");
        refused("\"estimatedTime\": 8", "estimatedTime");
        refused("\"estimatedTime\": \"-PT1H\"", "estimatedTime");
        refused("\"percentageDone\": 101", "percentageDone");
        refused("\"percentageDone\": \"half\"", "percentageDone");
        refused("\"date\": \"2026-03-06\"", "date");
        refused("\"createdAt\": \"2026-03-06T00:00:00Z\"", "createdAt");
        refused("\"subject\": \"\"", "subject");
        refused("\"description\": 5", "description");
        refused(
                "\"startDate\": \"2026-03-02\", \"dueDate\": \"2026-03-06\", \"duration\": \"P2D\"",
                "duration");
    }

    @Test
    void milestones_have_one_date() {
        var milestone =
                api.post(
                        "/api/v3/projects/" + project + "/work_packages",
                        """
                        {"subject": "Harvest", "date": "2026-09-01",
                         "_links": {"type": {"href": "/api/v3/types/2"}}}
                        """);
        assertThat(milestone.status()).as(milestone.text()).isEqualTo(201);
        assertThat(milestone.at("/date").asString()).isEqualTo("2026-09-01");
        assertThat(milestone.body().has("startDate")).isFalse();
        assertThat(milestone.body().has("duration")).isFalse();
    }

    @Test
    void children_go_with_their_parent() {
        var parent = add("Parent");
        var child = add("Child");
        var path = WORK_PACKAGES + "/" + child.id();
        var below = api.patch(path, below(0, parent.id()));
        assertThat(below.at("/_links/parent/title").asString()).isEqualTo("Parent");
        assertThat(below.at("/_embedded/parent/id").asLong()).isEqualTo(parent.id());
        assertThat(below.at("/_links/ancestors").size()).isEqualTo(1);
        var ring = api.patch(WORK_PACKAGES + "/" + parent.id(), below(0, child.id()));
        assertThat(ring.status()).isEqualTo(422);

        var events = RecordedEvents.from(server);
        assertThat(api.delete(WORK_PACKAGES + "/" + parent.id()).status()).isEqualTo(204);
        assertThat(events.subjects("work_package.deleted"))
                .containsExactly("work_package:" + child.id(), "work_package:" + parent.id());
    }

    @Test
    void lists_show_the_open_ones_unless_asked_otherwise() {
        var open = add("Open one");
        var closed = add("Closed one");
        api.patch(
                WORK_PACKAGES + "/" + closed.id(),
                """
                {"lockVersion": 0, "_links": {"status": {"href": "/api/v3/statuses/12"}}}
                """);
        var list = "/api/v3/projects/" + project + "/work_packages";
        var standard = api.get(list);
        assertThat(standard.at("/_type").asString()).isEqualTo("WorkPackageCollection");
        assertThat(standard.at("/total").asInt()).isEqualTo(1);
        assertThat(standard.at("/_embedded/elements/0/id").asLong()).isEqualTo(open.id());
        assertThat(standard.at("/_embedded/elements/0/_embedded").isMissingNode()).isTrue();
        assertThat(total(list, "[]")).isEqualTo(2);
        assertThat(total(list, "[{\"status\":{\"operator\":\"c\",\"values\":[]}}]")).isEqualTo(1);
        assertThat(total(list, "[{\"status_id\":{\"operator\":\"=\",\"values\":[\"12\"]}}]"))
                .isEqualTo(1);
        assertThat(total(list, "[{\"author\":{\"operator\":\"=\",\"values\":[\"me\"]}}]"))
                .isEqualTo(2);
        assertThat(total(list, "[{\"assigned_to_id\":{\"operator\":\"!*\",\"values\":null}}]"))
                .isEqualTo(2);
        assertThat(total(list, "[{\"subject\":{\"operator\":\"~\",\"values\":[\"OPEN o\"]}}]"))
                .isEqualTo(1);
        assertThat(total(list, "[{\"updatedAt\":{\"operator\":\"t\",\"values\":[]}}]"))
                .isEqualTo(2);
        var sorted =
                api.get(list + "?filters=%5B%5D&sortBy=" + encoded("[[\"updated_at\",\"desc\"]]"));
        assertThat(sorted.at("/_embedded/elements/0/id").asLong()).isEqualTo(closed.id());
    }

    private int total(String list, String filters) {
        var answer = api.get(list + "?filters=" + encoded(filters));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.at("/total").asInt();
    }

    private Api.Answer add(String subject) {
        return api.post(
                "/api/v3/projects/" + project + "/work_packages",
                "{\"subject\": \"" + subject + "\"}");
    }

    private void refused(String attributes, String attribute) {
        var refused =
                api.post(
                        "/api/v3/projects/" + project + "/work_packages",
                        "{\"subject\": \"Refused\", " + attributes + "}");
        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        assertThat(refused.at("/_embedded/details/attribute").asString()).isEqualTo(attribute);
    }

    private static String assigned(int lockVersion, String href) {
        return """
        {"lockVersion": %d, "_links": {"assignee": {"href": %s}}}
        """
                .formatted(lockVersion, href);
    }

    private static String below(int lockVersion, long parent) {
        return """
        {"lockVersion": %d, "_links": {"parent": {"href": "/api/v3/work_packages/%d"}}}
        """
                .formatted(lockVersion, parent);
    }
}
