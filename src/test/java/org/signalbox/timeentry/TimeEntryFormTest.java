package org.signalbox.timeentry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.signalbox.testing.Api;
import org.signalbox.testing.Persons;
import org.signalbox.testing.RecordedEvents;
import org.signalbox.testing.RunningServer;

/** The forms and the schema of time entries, as clients fill them in step by step. */
@Tag("api")
class TimeEntryFormTest {
    private static final String TIME_ENTRIES = "/api/v3/time_entries";
    private static final String FORM = TIME_ENTRIES + "/form";

    private final RunningServer server = RunningServer.shared();
    private final Persons persons = new Persons(server);
    private final Api api = server.api();
    private long project;
    private long workPackage;

    @BeforeEach
    void add_some_work() {
        project = persons.project(false);
        workPackage =
                api.post(
                                "/api/v3/projects/" + project + "/work_packages",
                                "{\"subject\": \"Prune trees\"}")
                        .id();
    }

    @Test
    void an_empty_form_shows_defaults_and_what_is_missing() {
        var form = api.post(FORM, "{}");
        assertThat(form.status()).as(form.text()).isEqualTo(200);
        assertThat(form.at("/_type").asString()).isEqualTo("Form");
        var payload = form.at("/_embedded/payload");
        assertThat(payload.propertyNames())
                .containsExactlyInAnyOrder(
                        "ongoing", "comment", "spentOn", "hours", "task", "_links");
        assertThat(payload.at("/hours").isNull()).isTrue();
        assertThat(payload.at("/comment/raw").asString()).isEmpty();
        assertThat(payload.at("/_links/activity/title").asString()).isEqualTo("Management");
        assertThat(payload.at("/_links/user/href").asString()).isEqualTo("/api/v3/users/1");
        assertThat(payload.at("/_links/project/href").isNull()).isTrue();
        var errors = form.at("/_embedded/validationErrors");
        assertThat(errors.propertyNames()).containsExactlyInAnyOrder("project", "hours", "spentOn");
        assertThat(errors.at("/hours/message").asString()).isEqualTo("Hours can't be blank.");
        assertThat(errors.at("/hours/errorIdentifier").asString())
                .endsWith(":PropertyConstraintViolation");
        assertThat(errors.at("/hours/_embedded/details/attribute").asString()).isEqualTo("hours");
        var links = form.at("/_links");
        assertThat(links.at("/self/href").asString()).isEqualTo(FORM);
        assertThat(links.at("/validate/method").asString()).isEqualTo("post");
        assertThat(links.has("commit")).isFalse();
        assertThat(links.has("previewMarkup")).isFalse();
        assertThat(api.send("POST", FORM, null, Map.of()).status()).isEqualTo(200);
    }

    @Test
    void the_payload_of_a_valid_form_is_what_creates_and_nothing_else_does() {
        var events = RecordedEvents.from(server);
        var form =
                api.post(
                        FORM,
                        """
                        {"hours": "PT1H30M", "spentOn": "2026-03-04", "comment": {"raw": "Tried"},
                         "_links": {"entity": {"href": "/api/v3/work_packages/%d"}}}
                        """
                                .formatted(workPackage));
        assertThat(form.at("/_embedded/validationErrors").isEmpty()).as(form.text()).isTrue();
        assertThat(form.at("/_links/commit/href").asString()).isEqualTo(TIME_ENTRIES);
        assertThat(form.at("/_links/commit/method").asString()).isEqualTo("post");
        var payload = form.at("/_embedded/payload");
        assertThat(payload.at("/_links/project/href").asString())
                .isEqualTo("/api/v3/projects/" + project);
        assertThat(payload.at("/_links/workPackage/title").asString()).isEqualTo("Prune trees");
        assertThat(events.all()).isEmpty();

        var created = api.post(TIME_ENTRIES, payload.toString());
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        assertThat(created.at("/comment/raw").asString()).isEqualTo("Tried");
        assertThat(created.at("/_links/user/href").asString()).isEqualTo("/api/v3/users/1");
        assertThat(events.types()).containsExactly("time_entry.created");
    }

    @Test
    void the_form_of_an_entry_shows_it_with_the_changes() {
        var entry = entry();
        var path = TIME_ENTRIES + "/" + entry;
        var events = RecordedEvents.from(server);
        var form = api.post(path + "/form", "{\"hours\": \"PT5H\"}");
        assertThat(form.status()).as(form.text()).isEqualTo(200);
        assertThat(form.at("/_links/commit/href").asString()).isEqualTo(path);
        assertThat(form.at("/_links/commit/method").asString()).isEqualTo("patch");
        assertThat(form.at("/_embedded/payload/hours").asString()).isEqualTo("PT5H");
        assertThat(form.at("/_embedded/payload/spentOn").asString()).isEqualTo("2026-03-04");
        assertThat(form.at("/_embedded/schema/_links/self/href").asString())
                .isEqualTo(TIME_ENTRIES + "/schema");
        assertThat(api.get(path).at("/hours").asString()).isEqualTo("PT1H");
        var changed = api.patch(path, form.at("/_embedded/payload").toString());
        assertThat(changed.at("/hours").asString()).as(changed.text()).isEqualTo("PT5H");
        assertThat(events.types()).containsExactly("time_entry.updated");

        var wrong = api.post(path + "/form", "{\"hours\": \"PT0S\", \"spentOn\": \"soon\"}");
        assertThat(wrong.at("/_embedded/validationErrors").propertyNames())
                .containsExactlyInAnyOrder("hours", "spentOn");
        assertThat(wrong.at("/_embedded/payload/spentOn").asString()).isEqualTo("soon");
        assertThat(wrong.at("/_links").has("commit")).isFalse();
    }

    @Test
    void a_form_refuses_whom_the_write_refuses() {
        var entry = entry();
        var stranger = persons.add();
        var path = TIME_ENTRIES + "/" + entry + "/form";
        assertThat(stranger.api().post(FORM, "{}").status()).isEqualTo(403);
        assertThat(stranger.api().post(path, "{}").status()).isEqualTo(404);
        assertThat(stranger.api().get(TIME_ENTRIES + "/schema").status()).isEqualTo(403);
        assertThat(api.post(TIME_ENTRIES + "/999999/form", "{}").status()).isEqualTo(404);
        var reader = persons.add();
        persons.join(reader, project, 5);
        assertThat(reader.api().post(path, "{}").status()).isEqualTo(403);
        var member = persons.add();
        persons.join(member, persons.project(false), 4);
        var hidden = member.api().post(FORM, onProject());
        assertThat(hidden.status()).isEqualTo(200);
        assertThat(hidden.at("/_embedded/validationErrors").propertyNames())
                .containsExactly("project");
        assertThat(hidden.text()).doesNotContain("\"title\":\"Project");
    }

    @Test
    void the_schema_says_what_may_be_written_by_whom() {
        var schema = api.get(TIME_ENTRIES + "/schema");
        assertThat(schema.status()).isEqualTo(200);
        assertThat(schema.at("/_type").asString()).isEqualTo("Schema");
        assertThat(schema.at("/_dependencies").isArray()).isTrue();
        assertThat(schema.at("/hours").toString())
                .isEqualTo(
                        """
                        {"type":"Duration","name":"Hours","required":true,"hasDefault":false,\
                        "writable":true,"options":{}}\
                        """);
        assertThat(schema.at("/id/writable").asBoolean()).isFalse();
        assertThat(schema.at("/createdAt/required").asBoolean()).isTrue();
        assertThat(schema.at("/activity/location").asString()).isEqualTo("_links");
        assertThat(schema.at("/activity/_links/allowedValues/2/title").asString())
                .isEqualTo("Development");
        assertThat(schema.at("/activity/_embedded/allowedValues/2/_links/self/href").asString())
                .isEqualTo("/api/v3/time_entries/activities/3");
        assertThat(schema.at("/project/_links/allowedValues/href").asString())
                .isEqualTo(TIME_ENTRIES + "/available_projects");
        assertThat(schema.at("/user/writable").asBoolean()).isTrue();

        var member = persons.add();
        persons.join(member, project, 4);
        var form = member.api().post(FORM, onProject());
        assertThat(form.at("/_embedded/schema/user/writable").asBoolean()).isFalse();
        assertThat(form.at("/_embedded/payload/_links").has("user")).isFalse();
        var forAdmin = api.post(FORM, onProject());
        var people = forAdmin.at("/_embedded/schema/user/_links/allowedValues/href").asString();
        assertThat(api.get(people).at("/_embedded/elements/0/id").asLong()).isEqualTo(member.id());
    }

    @Test
    void projects_to_log_time_in_are_listed() {
        var person = persons.add();
        persons.join(person, project, 4);
        persons.join(person, persons.project(false), 5);
        var available = person.api().get(TIME_ENTRIES + "/available_projects");
        assertThat(available.at("/total").asInt()).isEqualTo(1);
        assertThat(available.at("/_embedded/elements/0/id").asLong()).isEqualTo(project);
        var reader = persons.add();
        persons.join(reader, project, 5);
        assertThat(reader.api().get(TIME_ENTRIES + "/available_projects").status()).isEqualTo(403);
    }

    private long entry() {
        return api.post(TIME_ENTRIES, onProject()).id();
    }

    private String onProject() {
        return """
        {"spentOn": "2026-03-04", "hours": "PT1H",
         "_links": {"project": {"href": "/api/v3/projects/%d"}}}
        """
                .formatted(project);
    }
}
