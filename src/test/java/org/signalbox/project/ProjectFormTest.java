package org.signalbox.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.signalbox.testing.Api;
import org.signalbox.testing.Persons;
import org.signalbox.testing.RecordedEvents;
import org.signalbox.testing.RunningServer;
import tools.jackson.databind.JsonNode;

/** The forms, the schemas and the choices of projects and of memberships. */
@Tag("api")
class ProjectFormTest {
    private static final String PROJECTS = "/api/v3/projects";
    private static final String MEMBERSHIPS = "/api/v3/memberships";

    private final RunningServer server = RunningServer.shared();
    private final Persons persons = new Persons(server);
    private final Api api = server.api();

    @Test
    void what_the_form_of_a_project_proposes_can_be_created() {
        var empty = api.post(PROJECTS + "/form", "{}");
        assertThat(empty.status()).as(empty.text()).isEqualTo(200);
        assertThat(empty.at("/_embedded/validationErrors").propertyNames()).containsExactly("name");
        assertThat(empty.at("/_embedded/payload/active").asBoolean()).isTrue();
        assertThat(empty.at("/_embedded/payload").has("identifier")).isFalse();
        assertThat(empty.at("/_embedded/payload/_links/status/href").isNull()).isTrue();
        var events = RecordedEvents.from(server);
        var form = api.post(PROJECTS + "/form", "{\"name\": \"Proposed orchard\"}");
        assertThat(form.at("/_links/commit/href").asString()).isEqualTo(PROJECTS);
        assertThat(form.at("/_embedded/payload/identifier").asString())
                .startsWith("proposed-orchard");
        assertThat(form.at("/_embedded/schema/status/_links/allowedValues/1/title").asString())
                .isEqualTo("On track");
        assertThat(events.all()).isEmpty();
        var created = api.post(PROJECTS, form.at("/_embedded/payload").toString());
        assertThat(created.status()).as(created.text()).isEqualTo(201);

        var taken =
                api.post(
                        PROJECTS + "/form",
                        "{\"name\": \"x\", \"identifier\": \"%s\"}"
                                .formatted(created.at("/identifier").asString()));
        assertThat(taken.at("/_embedded/validationErrors/identifier/message").asString())
                .isEqualTo("Identifier has already been taken.");
    }

    @Test
    void the_form_of_a_project_shows_it_with_the_changes() {
        long project = persons.project(false);
        var leader = persons.add();
        persons.join(leader, project, 3);
        var path = PROJECTS + "/" + project;
        var form = leader.api().post(path + "/form", "{\"name\": \"Renamed\"}");
        assertThat(form.status()).as(form.text()).isEqualTo(200);
        assertThat(form.at("/_embedded/payload/name").asString()).isEqualTo("Renamed");
        assertThat(form.at("/_embedded/payload").has("active")).isFalse();
        assertThat(form.at("/_embedded/schema/active/writable").asBoolean()).isFalse();
        assertThat(form.at("/_links/previewMarkup/href").asString()).endsWith("context=" + path);
        assertThat(form.at("/_embedded/schema/parent/_links/allowedValues/href").asString())
                .isEqualTo(PROJECTS + "/available_parent_projects?of=" + project);
        var changed = leader.api().patch(path, form.at("/_embedded/payload").toString());
        assertThat(changed.at("/name").asString()).as(changed.text()).isEqualTo("Renamed");
        var archived = leader.api().patch(path, "{\"active\": false}");
        assertThat(archived.status()).isEqualTo(422);
        assertThat(archived.at("/errorIdentifier").asString()).endsWith(":PropertyIsReadOnly");
        var reader = persons.add();
        persons.join(reader, project, 5);
        assertThat(reader.api().post(path + "/form", "{}").status()).isEqualTo(403);
        assertThat(persons.add().api().post(path + "/form", "{}").status()).isEqualTo(404);
    }

    @Test
    void a_parent_one_may_not_see_is_kept_and_not_named() {
        long hidden = persons.project(false);
        long child =
                api.post(
                                PROJECTS,
                                """
                                {"name": "Child", "_links": {"parent": {"href": "%s/%d"}}}
                                """
                                        .formatted(PROJECTS, hidden))
                        .id();
        var leader = persons.add();
        persons.join(leader, child, 3);
        var path = PROJECTS + "/" + child;
        var form = leader.api().post(path + "/form", "{}");
        assertThat(form.at("/_embedded/payload/_links/parent/href").asString())
                .isEqualTo("urn:openproject-org:api:v3:undisclosed");
        var kept = leader.api().patch(path, form.at("/_embedded/payload").toString());
        assertThat(kept.status()).as(kept.text()).isEqualTo(200);
        assertThat(api.get(path).at("/_links/parent/href").asString())
                .isEqualTo(PROJECTS + "/" + hidden);
    }

    @Test
    void a_project_goes_below_others_but_not_below_itself() {
        long top = persons.project(false);
        long below = persons.project(false);
        var leader = persons.add();
        persons.join(leader, top, 3);
        persons.join(leader, below, 3);
        var all = leader.api().get(PROJECTS + "/available_parent_projects");
        assertThat(ids(all)).containsExactly(top, below);
        api.patch(
                PROJECTS + "/" + below,
                "{\"_links\": {\"parent\": {\"href\": \"%s/%d\"}}}".formatted(PROJECTS, top));
        var ofTop = leader.api().get(PROJECTS + "/available_parent_projects?of=" + top);
        assertThat(ids(ofTop)).isEmpty();
        var ofBelow = leader.api().get(PROJECTS + "/available_parent_projects?of=" + below);
        assertThat(ids(ofBelow)).containsExactly(top);
        var stranger = persons.add();
        assertThat(stranger.api().get(PROJECTS + "/available_parent_projects?of=" + top).status())
                .isEqualTo(404);
        assertThat(stranger.api().get(PROJECTS + "/available_parent_projects").status())
                .isEqualTo(403);
        assertThat(stranger.api().post(PROJECTS + "/form", "{}").status()).isEqualTo(403);
        var form = leader.api().post(PROJECTS + "/form", "{\"name\": \"Where?\"}");
        assertThat(form.at("/_embedded/validationErrors").propertyNames())
                .containsExactly("parent");
    }

    @Test
    void the_schema_of_projects() {
        var schema = api.get(PROJECTS + "/schema");
        assertThat(schema.status()).as(schema.text()).isEqualTo(200);
        assertThat(schema.at("/_type").asString()).isEqualTo("Schema");
        assertThat(schema.at("/name/maxLength").asInt()).isEqualTo(255);
        assertThat(schema.at("/identifier/hasDefault").asBoolean()).isTrue();
        assertThat(schema.at("/description/type").asString()).isEqualTo("Formattable");
        assertThat(schema.at("/parent/name").asString()).isEqualTo("Subproject of");
        assertThat(api.anonymous().get(PROJECTS + "/schema").status()).isEqualTo(401);
    }

    @Test
    void a_project_has_a_configuration() {
        long project = persons.project(false);
        var path = PROJECTS + "/" + project + "/configuration";
        var configuration = api.get(path);
        assertThat(configuration.at("/_type").asString()).isEqualTo("Configuration");
        assertThat(configuration.at("/enabledInternalComments").asBoolean()).isTrue();
        assertThat(configuration.at("/perPageOptions/1").asInt()).isEqualTo(100);
        assertThat(configuration.at("/_links/self/href").asString()).isEqualTo(path);
        assertThat(persons.add().api().get(path).status()).isEqualTo(404);
        assertThat(api.get("/api/v3/configuration").body().has("enabledInternalComments"))
                .isFalse();
    }

    @Test
    void the_form_of_a_membership() {
        long project = persons.project(false);
        var leader = persons.add();
        persons.join(leader, project, 3);
        var ana = persons.add();
        var empty = leader.api().post(MEMBERSHIPS + "/form", "{}");
        assertThat(empty.status()).as(empty.text()).isEqualTo(200);
        assertThat(empty.at("/_embedded/validationErrors").propertyNames())
                .containsExactlyInAnyOrder("project", "principal", "roles");
        assertThat(empty.at("/_embedded/validationErrors/roles/message").asString())
                .isEqualTo("Roles need to be assigned.");
        var sent =
                """
                {"_meta": {"sendNotifications": false, "notificationMessage": {"raw": "*Hi*"}},
                 "_links": {"project": {"href": "/api/v3/projects/%d"},
                   "principal": {"href": "/api/v3/users/%d"},
                   "roles": [{"href": "/api/v3/roles/4"}]}}
                """
                        .formatted(project, ana.id());
        var form = leader.api().post(MEMBERSHIPS + "/form", sent);
        assertThat(form.at("/_embedded/validationErrors").isEmpty()).as(form.text()).isTrue();
        var payload = form.at("/_embedded/payload");
        assertThat(payload.at("/_meta/notificationMessage/raw").asString()).isEqualTo("*Hi*");
        assertThat(payload.at("/_meta/sendNotifications").asBoolean(true)).isFalse();
        assertThat(payload.at("/_links/principal/title").asString()).contains(ana.login());
        var schema = form.at("/_embedded/schema");
        assertThat(schema.at("/notificationMessage/location").asString()).isEqualTo("_meta");
        assertThat(schema.at("/roles/required").asBoolean()).isTrue();
        assertThat(
                        api.get(schema.at("/principal/_links/allowedValues/href").asString())
                                .at("/total")
                                .asInt())
                .isPositive();
        var roles = api.get(schema.at("/roles/_links/allowedValues/href").asString());
        assertThat(roles.at("/total").asInt()).isPositive();
        var created = leader.api().post(MEMBERSHIPS, payload.toString());
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        assertThat(created.body().has("_meta")).isFalse();

        var again = leader.api().post(MEMBERSHIPS + "/form", sent);
        assertThat(again.at("/_embedded/validationErrors").propertyNames())
                .containsExactly("principal");
        var path = MEMBERSHIPS + "/" + created.id();
        var change = leader.api().post(path + "/form", "{\"_links\": {\"roles\": []}}");
        assertThat(change.at("/_embedded/validationErrors").propertyNames())
                .containsExactly("roles");
        assertThat(change.at("/_embedded/payload/_links").propertyNames()).containsExactly("roles");
        assertThat(change.at("/_embedded/schema/project/writable").asBoolean()).isFalse();
        var same = leader.api().post(path + "/form", "{}");
        assertThat(same.at("/_links/commit/method").asString()).isEqualTo("patch");
        assertThat(leader.api().patch(path, same.at("/_embedded/payload").toString()).status())
                .isEqualTo(200);
        assertThat(ana.api().post(path + "/form", "{}").status()).isEqualTo(403);
        assertThat(ana.api().post(MEMBERSHIPS + "/form", "{}").status()).isEqualTo(403);
        assertThat(ids(leader.api().get(MEMBERSHIPS + "/available_projects")))
                .containsExactly(project);
        assertThat(ana.api().get(MEMBERSHIPS + "/available_projects").status()).isEqualTo(403);
        assertThat(ana.api().get(MEMBERSHIPS + "/schema").status()).isEqualTo(200);
        assertThat(persons.add().api().get(MEMBERSHIPS + "/schema").status()).isEqualTo(403);
    }

    private static Iterable<Long> ids(Api.Answer list) {
        return StreamSupport.stream(list.at("/_embedded/elements").spliterator(), false)
                .map((JsonNode element) -> element.path("id").asLong())
                .toList();
    }
}
