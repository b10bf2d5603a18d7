package org.signalbox.workpackage;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.signalbox.testing.Api;
import org.signalbox.testing.Persons;
import org.signalbox.testing.RecordedEvents;
import org.signalbox.testing.RunningServer;

/** The forms, the schemas and the choices of work packages. */
@Tag("api")
class WorkPackageFormTest {
    private static final String WORK_PACKAGES = "/api/v3/work_packages";
    private static final String FORM = WORK_PACKAGES + "/form";
    private static final String SCHEMAS = WORK_PACKAGES + "/schemas";

    private final RunningServer server = RunningServer.shared();
    private final Persons persons = new Persons(server);
    private final Api api = server.api();
    private long project;
    private Persons.Person member;

    @BeforeEach
    void add_a_project_with_a_member() {
        project = persons.project(false);
        member = persons.add();
        persons.join(member, project, 4);
    }

    @Test
    void an_empty_form_shows_defaults_and_what_is_missing() {
        var form = api.post(FORM, "{}");
        assertThat(form.status()).as(form.text()).isEqualTo(200);
        var payload = form.at("/_embedded/payload");
        assertThat(payload.at("/lockVersion").asInt(-1)).isZero();
        assertThat(payload.at("/_links/type/title").asString()).isEqualTo("Task");
        assertThat(payload.at("/_links/status/title").asString()).isEqualTo("New");
        assertThat(payload.at("/_links/priority/title").asString()).isEqualTo("Normal");
        assertThat(payload.at("/_links/project/href").isNull()).isTrue();
        assertThat(payload.has("createdAt")).isFalse();
        assertThat(payload.at("/_links").has("author")).isFalse();
        assertThat(form.at("/_embedded/validationErrors").propertyNames())
                .containsExactlyInAnyOrder("subject", "project");
        assertThat(form.at("/_links").has("commit")).isFalse();
        assertThat(form.at("/_links/previewMarkup/href").asString())
                .isEqualTo("/api/v3/render/markdown");
        assertThat(form.at("/_embedded/schema/assignee/_links").has("allowedValues")).isFalse();
        assertThat(form.at("/_embedded/schema").has("_links")).isFalse();
    }

    @Test
    void only_people_set_dates() {
        var path = "/api/v3/projects/" + project + "/work_packages";
        var refused = api.post(path, "{\"subject\": \"Early\", \"scheduleManually\": false}");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.at("/_embedded/details/attribute").asString())
                .isEqualTo("scheduleManually");
        var form =
                api.post(path + "/form", "{\"subject\": \"Early\", \"scheduleManually\": false}");
        assertThat(form.at("/_embedded/validationErrors").propertyNames())
                .containsExactly("scheduleManually");
        var taken = api.post(path, "{\"subject\": \"Early\", \"scheduleManually\": true}");
        assertThat(taken.status()).isEqualTo(201);
        var kept = "{\"lockVersion\": 0, \"scheduleManually\": false}";
        assertThat(api.patch("/api/v3/work_packages/" + taken.id(), kept).status()).isEqualTo(422);
    }

    @Test
    void a_form_says_which_files_cannot_be_attached() {
        var body = "\"_links\": {\"attachments\": [{\"href\": \"/api/v3/attachments/99999999\"}]}}";
        var path = "/api/v3/projects/" + project + "/work_packages";
        var creation = "{\"subject\": \"With a file\", " + body;
        assertThat(api.post(path, creation).at("/_embedded/details/attribute").asString())
                .isEqualTo("attachments");
        var form = api.post(path + "/form", creation);
        assertThat(form.at("/_embedded/validationErrors").propertyNames())
                .containsExactly("attachments");
        var made = WORK_PACKAGES + "/" + api.post(path, "{\"subject\": \"Without\"}").id();
        var change = api.post(made + "/form", "{\"lockVersion\": 0, " + body);
        assertThat(change.at("/_embedded/validationErrors").propertyNames())
                .containsExactly("attachments");
    }

    @Test
    void what_a_form_proposes_can_be_created() {
        var path = "/api/v3/projects/" + project + "/work_packages";
        var form =
                api.post(
                        path + "/form",
                        """
                        {"subject": "Prune", "startDate": "2026-03-02", "duration": "P5D",
                         "_links": {"assignee": {"href": "/api/v3/users/%d"}}}
                        """
                                .formatted(member.id()));
        assertThat(form.at("/_embedded/validationErrors").isEmpty()).as(form.text()).isTrue();
        assertThat(form.at("/_links/commit/href").asString()).isEqualTo(path);
        assertThat(form.at("/_links/commit/method").asString()).isEqualTo("post");
        var payload = form.at("/_embedded/payload");
        assertThat(payload.at("/dueDate").asString()).isEqualTo("2026-03-06");
        assertThat(payload.has("date")).isFalse();
        assertThat(payload.at("/_links/assignee/title").asString()).contains(member.login());
        assertThat(form.at("/_embedded/schema/_links/self/href").asString())
                .isEqualTo(SCHEMAS + "/" + project + "-1");
        var created = api.post(WORK_PACKAGES, payload.toString());
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        assertThat(created.at("/dueDate").asString()).isEqualTo("2026-03-06");
    }

    @Test
    void a_milestone_has_one_date() {
        var form =
                api.post(
                        "/api/v3/projects/" + project + "/work_packages/form",
                        """
                        {"subject": "Harvest", "date": "2026-09-01",
                         "_links": {"type": {"href": "/api/v3/types/2"}}}
                        """);
        var payload = form.at("/_embedded/payload");
        assertThat(payload.at("/date").asString()).isEqualTo("2026-09-01");
        assertThat(payload.has("startDate")).isFalse();
        assertThat(form.at("/_embedded/schema").has("date")).isTrue();
        assertThat(form.at("/_embedded/schema").has("dueDate")).isFalse();
        assertThat(api.post(WORK_PACKAGES, payload.toString()).status()).isEqualTo(201);
    }

    @Test
    void the_form_of_a_change_wants_the_lock_version() {
        var path = WORK_PACKAGES + "/" + work();
        assertThat(api.post(path + "/form", "{}").status()).isEqualTo(409);
        assertThat(api.post(path + "/form", "{\"lockVersion\": 7}").status()).isEqualTo(409);
        var events = RecordedEvents.from(server);
        var form =
                api.post(
                        path + "/form",
                        """
                        {"lockVersion": 0, "subject": "Other",
                         "_links": {"status": {"href": "/api/v3/statuses/7"}}}
                        """);
        assertThat(form.status()).as(form.text()).isEqualTo(200);
        assertThat(form.at("/_links/commit/href").asString()).isEqualTo(path);
        assertThat(form.at("/_links/commit/method").asString()).isEqualTo("patch");
        assertThat(form.at("/_links/previewMarkup/href").asString())
                .isEqualTo("/api/v3/render/markdown?context=" + path);
        assertThat(form.at("/_embedded/payload/lockVersion").asInt(-1)).isZero();
        assertThat(events.all()).isEmpty();
        var changed = api.patch(path, form.at("/_embedded/payload").toString());
        assertThat(changed.at("/subject").asString()).as(changed.text()).isEqualTo("Other");
        assertThat(changed.at("/_links/status/title").asString()).isEqualTo("In progress");
        assertThat(changed.at("/lockVersion").asInt()).isEqualTo(1);
    }

    @Test
    void all_that_is_wrong_is_said_at_once() {
        var path = WORK_PACKAGES + "/" + work() + "/form";
        var form =
                api.post(
                        path,
                        """
                        {"lockVersion": 0, "subject": "", "estimatedTime": "long",
                         "percentageDone": 101,
                         "_links": {"assignee": {"href": "/api/v3/users/999999"},
                                    "type": {"href": "/api/v3/types/999"},
                                    "project": {"href": "/api/v3/projects/999999"},
                                    "priority": {"href": "/api/v3/users/1"}}}
                        """);
        assertThat(form.status()).as(form.text()).isEqualTo(200);
        var errors = form.at("/_embedded/validationErrors");
        assertThat(errors.propertyNames())
                .containsExactlyInAnyOrder(
                        "subject",
                        "estimatedTime",
                        "percentageDone",
                        "assignee",
                        "type",
                        "project",
                        "priority");
        assertThat(errors.at("/estimatedTime/errorIdentifier").asString())
                .endsWith(":PropertyFormatError");
        assertThat(errors.at("/priority/errorIdentifier").asString())
                .endsWith(":ResourceTypeMismatch");
        assertThat(form.at("/_embedded/payload/_links/assignee/href").asString())
                .isEqualTo("/api/v3/users/999999");
        var refused =
                api.patch(path.replace("/form", ""), "{\"lockVersion\": 0, \"subject\": \"\"}");
        assertThat(refused.at("/message").asString())
                .isEqualTo(errors.at("/subject/message").asString());
    }

    @Test
    void a_form_shows_no_more_than_one_may_see() {
        long work = work();
        var reader = persons.add();
        persons.join(reader, project, 5);
        var path = WORK_PACKAGES + "/" + work + "/form";
        assertThat(reader.api().post(path, "{\"lockVersion\": 0}").status()).isEqualTo(403);
        assertThat(reader.api().post(FORM, "{}").status()).isEqualTo(403);
        var stranger = persons.add();
        persons.join(stranger, persons.project(false), 4);
        assertThat(stranger.api().post(path, "{\"lockVersion\": 0}").status()).isEqualTo(404);
        var below = "/api/v3/projects/" + project + "/work_packages/form";
        assertThat(stranger.api().post(below, "{}").status()).isEqualTo(404);
        var hidden =
                stranger.api()
                        .post(
                                FORM,
                                """
                                {"subject": "x", "_links": {"project": {"href": "/api/v3/projects/%d"}}}
                                """
                                        .formatted(project));
        assertThat(hidden.at("/_embedded/validationErrors").propertyNames())
                .containsExactly("project");
    }

    @Test
    void the_schema_depends_on_project_and_type() {
        var schema = api.get(SCHEMAS + "/" + project + "-1");
        assertThat(schema.status()).as(schema.text()).isEqualTo(200);
        assertThat(schema.at("/subject/maxLength").asInt()).isEqualTo(255);
        assertThat(schema.at("/lockVersion/writable").asBoolean()).isFalse();
        assertThat(schema.at("/derivedStartDate/type").asString()).isEqualTo("Date");
        assertThat(schema.at("/spentTime/writable").asBoolean()).isFalse();
        assertThat(schema.at("/status/_embedded/allowedValues/0/name").asString()).isEqualTo("New");
        assertThat(schema.at("/status/hasDefault").asBoolean()).isTrue();
        assertThat(schema.at("/assignee/_links/allowedValues/href").asString())
                .isEqualTo("/api/v3/projects/" + project + "/available_assignees");
        assertThat(schema.at("/_attributeGroups/0/_type").asString())
                .isEqualTo("WorkPackageFormAttributeGroup");
        assertThat(schema.at("/_attributeGroups/0/attributes/0").asString()).isEqualTo("assignee");
        assertThat(schema.at("/_links/self/href").asString())
                .isEqualTo(SCHEMAS + "/" + project + "-1");
        assertThat(api.get(SCHEMAS + "/" + project + "-2").body().has("dueDate")).isFalse();
        for (String missing : new String[] {project + "-99", "999999-1", "x", "1"}) {
            assertThat(api.get(SCHEMAS + "/" + missing).status()).as(missing).isEqualTo(404);
        }
        var stranger = persons.add().api();
        assertThat(stranger.get(SCHEMAS + "/" + project + "-1").status()).isEqualTo(404);
    }

    @Test
    void versions_and_categories_are_there_to_choose_from() {
        var open = version("Spring", "open");
        var closed = version("Winter", "closed");
        var category =
                api.post("/api/v3/projects/" + project + "/categories", "{\"name\": \"Roots\"}")
                        .id();
        var schema = api.get(SCHEMAS + "/" + project + "-1");
        assertThat(schema.at("/version/_embedded/allowedValues").size()).isEqualTo(1);
        assertThat(schema.at("/version/_embedded/allowedValues/0/name").asString())
                .isEqualTo("Spring");
        assertThat(schema.at("/version/_links/allowedValues/0/href").asString())
                .isEqualTo("/api/v3/versions/" + open);
        assertThat(schema.at("/category/_embedded/allowedValues/0/id").asLong())
                .isEqualTo(category);

        var path = "/api/v3/projects/" + project + "/work_packages";
        var made =
                api.post(
                        path,
                        """
                        {"subject": "x", "_links": {"version": {"href": "/api/v3/versions/%d"}}}
                        """
                                .formatted(open));
        api.patch("/api/v3/versions/" + open, "{\"status\": \"locked\"}");
        var kept =
                member.api()
                        .post(WORK_PACKAGES + "/" + made.id() + "/form", "{\"lockVersion\": 0}");
        assertThat(kept.at("/_embedded/schema/version/_links/allowedValues/0/href").asString())
                .as(kept.text())
                .isEqualTo("/api/v3/versions/" + open);
        assertThat(kept.text()).doesNotContain("/api/v3/versions/" + closed);
        var fresh = member.api().post(path + "/form", "{}");
        assertThat(fresh.at("/_embedded/schema/version/_embedded/allowedValues").isArray())
                .isTrue();
        assertThat(fresh.at("/_embedded/schema/version/_embedded/allowedValues").isEmpty())
                .isTrue();
    }

    private long version(String name, String status) {
        var made =
                api.post(
                        "/api/v3/versions",
                        """
                        {"name": "%s", "status": "%s",
                         "_links": {"definingProject": {"href": "/api/v3/projects/%d"}}}
                        """
                                .formatted(name, status, project));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        return made.id();
    }

    @Test
    void schemas_are_asked_for_by_their_ids() {
        var filters =
                "[{\"id\":{\"operator\":\"=\",\"values\":[\"%d-1\",\"%d-2\",\"999999-1\"]}}]"
                        .formatted(project, project);
        var query = "?filters=" + URLEncoder.encode(filters, StandardCharsets.UTF_8);
        var schemas = api.get(SCHEMAS + query);
        assertThat(schemas.at("/total").asInt()).isEqualTo(2);
        assertThat(schemas.at("/_embedded/elements/1/_links/self/href").asString())
                .isEqualTo(SCHEMAS + "/" + project + "-2");
        assertThat(api.get(SCHEMAS).status()).isEqualTo(400);
        assertThat(api.get(SCHEMAS + "?filters=%5B%5D").status()).isEqualTo(400);
        assertThat(persons.add().api().get(SCHEMAS + query).status()).isEqualTo(403);
    }

    @Test
    void people_and_projects_to_choose_from() {
        var work = work();
        var reads = persons.add();
        persons.join(reads, project, 5);
        var reader = reads.api();
        for (String path :
                new String[] {
                    "/api/v3/projects/" + project + "/available_assignees",
                    "/api/v3/projects/" + project + "/available_responsibles",
                    WORK_PACKAGES + "/" + work + "/available_assignees",
                    WORK_PACKAGES + "/" + work + "/available_responsibles"
                }) {
            var people = member.api().get(path);
            assertThat(people.status()).as(path).isEqualTo(200);
            assertThat(people.at("/_embedded/elements/0/id").asLong()).isEqualTo(member.id());
            assertThat(persons.add().api().get(path).status()).isEqualTo(404);
            assertThat(reader.get(path).status()).isEqualTo(403);
        }
        for (String path :
                new String[] {
                    WORK_PACKAGES + "/available_projects",
                    WORK_PACKAGES + "/" + work + "/available_projects"
                }) {
            var projects = member.api().get(path);
            assertThat(projects.at("/total").asInt()).as(projects.text()).isEqualTo(1);
            assertThat(projects.at("/_embedded/elements/0/id").asLong()).isEqualTo(project);
            assertThat(reader.get(path).status()).isEqualTo(403);
        }
    }

    private long work() {
        return api.post(
                        "/api/v3/projects/" + project + "/work_packages",
                        "{\"subject\": \"Prune trees\"}")
                .id();
    }
}
