package org.signalbox.timeentry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.signalbox.testing.Api;
import org.signalbox.testing.Persons;
import org.signalbox.testing.RecordedEvents;
import org.signalbox.testing.RunningServer;

/** Time entries over HTTP, through their life. */
@Tag("api")
class TimeEntryApiTest {
    private static final String TIME_ENTRIES = "/api/v3/time_entries";
    private static final String RUNNING =
            "?filters=%5B%7B%22ongoing%22:%7B%22operator%22:%22=%22,%22values%22:%5B%22t%22%5D%7D%7D,"
                    + "%7B%22user%22:%7B%22operator%22:%22=%22,%22values%22:%5B%22me%22%5D%7D%7D%5D";

    private final RunningServer server = RunningServer.shared();
    private final Api api = server.api();
    private long project;
    private long workPackage;

    @BeforeEach
    void add_some_work() {
        project = api.post("/api/v3/projects", "{\"name\": \"Hours\"}").id();
        workPackage =
                api.post(
                                "/api/v3/projects/" + project + "/work_packages",
                                "{\"subject\": \"Prune trees\"}")
                        .id();
    }

    @Test
    void an_hour_lives_from_creation_to_deletion() {
        var events = RecordedEvents.from(server);
        var created = api.post(TIME_ENTRIES, onWorkPackage("PT1H30M", "entity"));
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        assertThat(created.at("/hours").asString()).isEqualTo("PT1H30M");
        assertThat(created.at("/ongoing").asBoolean()).isFalse();
        assertThat(created.at("/comment/html").asString()).isEqualTo("<p>Sprint &amp; review</p>");
        assertThat(created.at("/_links/project/href").asString())
                .isEqualTo("/api/v3/projects/" + project);
        assertThat(created.at("/_links/workPackage")).isEqualTo(created.at("/_links/entity"));
        assertThat(created.at("/_links/activity/title").asString()).isEqualTo("Management");
        assertThat(created.at("/_embedded/workPackage/spentTime").asString()).isEqualTo("PT1H30M");
        assertThat(created.at("/_embedded/user/login").asString()).isEqualTo("admin");
        assertThat(events.types()).containsExactly("time_entry.created");
        var snapshot = events.last("time_entry.created");
        assertThat(snapshot.at("/subject/project/name").asString()).isEqualTo("Hours");
        assertThat(snapshot.at("/actor/login").asString()).isEqualTo("admin");

        var path = TIME_ENTRIES + "/" + created.id();
        assertThat(api.get(path).text()).isEqualTo(created.text());
        var changed =
                api.patch(
                        path,
                        """
                        {"hours": "PT2H",
                         "_links": {"activity": {"href": "/api/v3/time_entries/activities/3"}}}
                        """);
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        var changes = events.last("time_entry.updated").at("/changes");
        assertThat(changes.at("/hours/from").asString()).isEqualTo("PT1H30M");
        assertThat(changes.at("/hours/to").asString()).isEqualTo("PT2H");
        assertThat(changes.at("/activity/to/title").asString()).isEqualTo("Development");
        assertThat(changes.size()).isEqualTo(2);

        assertThat(api.delete(path).status()).isEqualTo(204);
        assertThat(api.get(path).status()).isEqualTo(404);
        assertThat(events.types())
                .containsExactly(
                        "time_entry.created",
                        "time_entry.updated",
                        "time_entry.activity_changed",
                        "time_entry.deleted");
    }

    @Test
    void hours_can_be_logged_on_a_project_alone_or_by_the_old_name() {
        var onProject =
                api.post(
                        TIME_ENTRIES,
                        """
                        {"spentOn": "2026-03-04", "hours": "PT30M",
                         "_links": {"project": {"href": "/api/v3/projects/%d"}}}
                        """
                                .formatted(project));
        assertThat(onProject.status()).as(onProject.text()).isEqualTo(201);
        assertThat(onProject.at("/_links/entity/href").isNull()).isTrue();
        var old = api.post(TIME_ENTRIES, onWorkPackage("PT1H", "workPackage"));
        assertThat(old.status()).isEqualTo(201);
        var path = TIME_ENTRIES + "/" + old.id();
        assertThat(api.patch(path, old.text()).text()).isEqualTo(old.text());
        var moved = api.patch(path, "{\"_links\": {\"entity\": {\"href\": null}}}");
        assertThat(moved.at("/_links/workPackage/href").isNull()).isTrue();
        assertThat(moved.at("/_links/project/href").asString())
                .isEqualTo("/api/v3/projects/" + project);
    }

    @Test
    void what_is_wrong_is_said_of_the_attribute() {
        refused("\"hours\": \"PT0S\", \"spentOn\": \"2026-03-04\"", "hours");
        refused("\"hours\": \"one\", \"spentOn\": \"2026-03-04\"", "hours");
        refused("\"hours\": \"PT1H\"", "spentOn");
        refused("\"hours\": \"PT1H\", \"spentOn\": \"2026-02-30\"", "spentOn");
        refused("\"spentOn\": \"2026-03-04\"", "hours");
        refused("\"spentOn\": \"2026-03-04\", \"ongoing\": false", "hours");
        refused("\"spentOn\": \"2026-03-04\", \"ongoing\": true, \"hours\": \"PT0S\"", "hours");
        var unknown =
                api.post(
                        TIME_ENTRIES,
                        onWorkPackage("PT1H", "entity")
                                .replace("work_packages/" + workPackage, "work_packages/999999"));
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.at("/_embedded/details/attribute").asString()).isEqualTo("workPackage");
    }

    @Test
    void a_timer_runs_until_it_gets_its_hours() {
        var events = RecordedEvents.from(server);
        var person = new Persons(server).add();
        new Persons(server).join(person, project, 4);
        var start = onWorkPackage("", "entity").replace("\"hours\": \"\"", "\"ongoing\": true");
        var running = person.api().post(TIME_ENTRIES, start);
        assertThat(running.status()).as(running.text()).isEqualTo(201);
        assertThat(running.at("/ongoing").asBoolean()).isTrue();
        assertThat(running.at("/hours").isNull()).isTrue();
        assertThat(events.last("time_entry.created").at("/subject/timeEntry/ongoing").asBoolean())
                .isTrue();
        assertThat(person.api().get(TIME_ENTRIES + RUNNING).at("/total").asInt()).isEqualTo(1);

        var second = person.api().post(TIME_ENTRIES, start);
        assertThat(second.status()).isEqualTo(422);
        assertThat(second.at("/_embedded/details/attribute").asString()).isEqualTo("ongoing");
        var another = api.post(TIME_ENTRIES, start);
        assertThat(another.status()).as(another.text()).isEqualTo(201);
        assertThat(api.delete(TIME_ENTRIES + "/" + another.id()).status()).isEqualTo(204);

        var path = TIME_ENTRIES + "/" + running.id();
        assertThat(person.api().patch(path, "{\"comment\": {\"raw\": \"On it\"}}").status())
                .isEqualTo(200);
        assertThat(person.api().patch(path, "{\"ongoing\": false}").status()).isEqualTo(422);
        var stopped = person.api().patch(path, "{\"ongoing\": false, \"hours\": \"PT20M\"}");
        assertThat(stopped.at("/hours").asString()).as(stopped.text()).isEqualTo("PT20M");
        var changes = events.last("time_entry.updated").at("/changes");
        assertThat(changes.at("/hours/from").isNull()).isTrue();
        assertThat(changes.at("/ongoing/to").asBoolean(true)).isFalse();
        assertThat(person.api().get(TIME_ENTRIES + RUNNING).at("/total").asInt()).isZero();
    }

    @Test
    void hours_go_with_their_work() {
        var first = api.post(TIME_ENTRIES, onWorkPackage("PT1H", "entity")).id();
        var second = api.post(TIME_ENTRIES, onWorkPackage("PT2H", "entity")).id();
        var other = api.post("/api/v3/projects", "{\"name\": \"Elsewhere\"}").id();
        var events = RecordedEvents.from(server);
        var moved =
                api.patch(
                        "/api/v3/work_packages/" + workPackage,
                        """
                        {"lockVersion": 0, "_links": {"project": {"href": "/api/v3/projects/%d"}}}
                        """
                                .formatted(other));
        assertThat(moved.status()).as(moved.text()).isEqualTo(200);
        assertThat(events.subjects("time_entry.updated"))
                .containsExactly("time_entry:" + first, "time_entry:" + second);
        assertThat(api.delete("/api/v3/projects/" + other).status()).isEqualTo(204);
        assertThat(events.types().subList(3, 6))
                .containsExactly(
                        "time_entry.deleted", "time_entry.deleted", "work_package.deleted");
        assertThat(events.types()).endsWith("project.deleted");
        assertThat(api.get(TIME_ENTRIES + "/" + first).status()).isEqualTo(404);
    }

    @Test
    void lists_are_filtered_and_sorted_by_day() {
        api.post(TIME_ENTRIES, onWorkPackage("PT3H", "entity").replace("03-04", "03-09"));
        api.post(TIME_ENTRIES, onWorkPackage("PT1H", "entity"));
        var list =
                api.get(
                        TIME_ENTRIES
                                + "?filters=%5B%7B%22project%22:%7B%22operator%22:%22=%22,"
                                + "%22values%22:%5B%22"
                                + project
                                + "%22%5D%7D%7D%5D");
        assertThat(list.at("/total").asInt()).isEqualTo(2);
        assertThat(list.at("/_embedded/elements/0/spentOn").asString()).isEqualTo("2026-03-04");
        var between =
                api.get(
                        TIME_ENTRIES
                                + "?filters=%5B%7B%22entity_id%22:%7B%22operator%22:%22=%22,"
                                + "%22values%22:%5B"
                                + workPackage
                                + "%5D%7D%7D,%7B%22spent_on%22:%7B%22operator%22:%22%3C%3Ed%22,"
                                + "%22values%22:%5B%222026-03-05%22,%22%22%5D%7D%7D%5D");
        assertThat(between.at("/total").asInt()).isEqualTo(1);
    }

    @Test
    void activities_are_there_to_choose_from() {
        var activities = api.get("/api/v3/time_entries/activities");
        assertThat(activities.at("/total").asInt()).isEqualTo(6);
        assertThat(api.get("/api/v3/time_entries/activities/3").at("/name").asString())
                .isEqualTo("Development");
        assertThat(api.get("/api/v3/time_entries/activities/99").status()).isEqualTo(404);
    }

    private void refused(String attributes, String attribute) {
        var refused =
                api.post(
                        TIME_ENTRIES,
                        "{%s, \"_links\": {\"entity\": {\"href\": \"/api/v3/work_packages/%d\"}}}"
                                .formatted(attributes, workPackage));
        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        assertThat(refused.at("/_embedded/details/attribute").asString()).isEqualTo(attribute);
    }

    private String onWorkPackage(String hours, String relation) {
        return """
        {"spentOn": "2026-03-04", "hours": "%s", "comment": {"raw": "Sprint & review"},
         "_links": {"%s": {"href": "/api/v3/work_packages/%d"}}}
        """
                .formatted(hours, relation, workPackage);
    }
}
