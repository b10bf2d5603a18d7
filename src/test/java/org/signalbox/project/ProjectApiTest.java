package org.signalbox.project;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.signalbox.testing.Api;
import org.signalbox.testing.RecordedEvents;
import org.signalbox.testing.RunningServer;

/** Projects over HTTP, through their life. */
@Tag("api")
class ProjectApiTest {
    private static final String PROJECTS = "/api/v3/projects";

    private final RunningServer server = RunningServer.shared();
    private final Api api = server.api();

    @Test
    void a_project_lives_from_creation_to_deletion() {
        var events = RecordedEvents.from(server);
        var created =
                api.post(
                        PROJECTS,
                        """
                        {"name": "Orchard life", "description": {"raw": "Fruit *trees*"},
                         "_links": {"status": {"href": "/api/v3/project_statuses/on_track"}}}
                        """);
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.header("Content-Type"))
                .isEqualToIgnoringCase("application/hal+json;charset=utf-8");
        assertThat(created.header("Link")).contains("service-desc");
        assertThat(created.header("Location")).isEqualTo(PROJECTS + "/" + created.id());
        assertThat(created.at("/_type").asString()).isEqualTo("Project");
        assertThat(created.at("/identifier").asString()).isEqualTo("orchard-life");
        assertThat(created.at("/description/html").asString())
                .isEqualTo("<p class=\"op-uc-p\">Fruit <em>trees</em></p>");
        assertThat(created.at("/_embedded/status/name").asString()).isEqualTo("On track");
        assertThat(events.types()).contains("project.created");

        var shown = api.get(PROJECTS + "/orchard-life");
        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.id()).isEqualTo(created.id());

        var changed =
                api.patch(
                        PROJECTS + "/" + created.id(),
                        """
                        {"_links": {"status": {"href": "/api/v3/project_statuses/off_track"}}}
                        """);
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.at("/_links/status/title").asString()).isEqualTo("Off track");
        assertThat(events.types()).contains("project.updated", "project.status_changed");
        assertThat(events.last("project.updated").at("/changes/status/to/title").asString())
                .isEqualTo("Off track");

        assertThat(api.delete(PROJECTS + "/" + created.id()).status()).isEqualTo(204);
        assertThat(api.get(PROJECTS + "/" + created.id()).status()).isEqualTo(404);
        assertThat(events.types()).contains("project.deleted");
    }

    @Test
    void a_change_that_changes_nothing_tells_nothing() {
        long id = api.post(PROJECTS, "{\"name\": \"Unchanged\"}").id();
        var before = api.get(PROJECTS + "/" + id).text();
        var events = RecordedEvents.from(server);
        var same = api.patch(PROJECTS + "/" + id, before);
        assertThat(same.status()).isEqualTo(200);
        assertThat(same.text()).isEqualTo(before);
        assertThat(events.types()).isEmpty();
    }

    @Test
    void identifiers_are_derived_and_stay_unique() {
        assertThat(identifier("Äpfel & Birnen!")).isEqualTo("apfel-birnen");
        assertThat(identifier("Äpfel & Birnen!")).isEqualTo("apfel-birnen-2");
        assertThat(identifier("2027")).isEqualTo("project-2027");
        assertThat(identifier("木")).isEqualTo("project");
        var taken = api.post(PROJECTS, "{\"name\": \"Other\", \"identifier\": \"apfel-birnen\"}");
        assertThat(taken.status()).isEqualTo(422);
        assertThat(taken.at("/_embedded/details/attribute").asString()).isEqualTo("identifier");
        assertThat(taken.at("/message").asString()).isEqualTo("Identifier has already been taken.");
        var odd = api.post(PROJECTS, "{\"name\": \"Other\", \"identifier\": \"Not Allowed\"}");
        assertThat(odd.status()).isEqualTo(422);
    }

    @Test
    void projects_form_a_tree_without_rings() {
        long root = api.post(PROJECTS, "{\"name\": \"Root of tree\"}").id();
        var events = RecordedEvents.from(server);
        var leaf = child("Leaf of tree", root);
        assertThat(leaf.at("/_links/ancestors/0/title").asString()).isEqualTo("Root of tree");
        assertThat(leaf.at("/_links/parent/href").asString()).isEqualTo(PROJECTS + "/" + root);
        assertThat(leaf.at("/_embedded/parent/id").asLong()).isEqualTo(root);
        assertThat(events.lastEvent("project.created").projectId()).isEqualTo(root);

        var ring = api.patch(PROJECTS + "/" + root, parentIs(leaf.id()));
        assertThat(ring.status()).isEqualTo(422);
        assertThat(ring.at("/_embedded/details/attribute").asString()).isEqualTo("parent");

        var below =
                api.get(
                        PROJECTS
                                + "?filters=%5B%7B%22ancestor%22:%7B%22operator%22:%22=%22,"
                                + "%22values%22:%5B%22"
                                + root
                                + "%22%5D%7D%7D%5D");
        assertThat(below.at("/total").asInt()).isEqualTo(1);

        assertThat(api.delete(PROJECTS + "/" + root).status()).isEqualTo(204);
        assertThat(api.get(PROJECTS + "/" + leaf.id()).status()).isEqualTo(404);
        assertThat(events.subjects("project.deleted"))
                .containsExactly("project:" + leaf.id(), "project:" + root);
    }

    @Test
    void every_problem_of_a_write_is_told_at_once() {
        var refused =
                api.post(
                        PROJECTS,
                        """
                        {"name": " ", "public": "yes", "id": 7,
                         "_links": {"parent": {"href": "/api/v3/users/1"}}}
                        """);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.at("/errorIdentifier").asString()).endsWith(":MultipleErrors");
        assertThat(refused.at("/_embedded/errors").size()).isEqualTo(4);
        assertThat(refused.text())
                .contains(
                        ":PropertyConstraintViolation",
                        ":PropertyFormatError",
                        ":PropertyIsReadOnly",
                        ":ResourceTypeMismatch");
    }

    private String identifier(String name) {
        return api.post(PROJECTS, "{\"name\": \"" + name + "\"}").at("/identifier").asString();
    }

    private Api.Answer child(String name, long parent) {
        return api.post(
                PROJECTS,
                """
                {"name": "%s", "_links": {"parent": {"href": "/api/v3/projects/%d"}}}
                """
                        .formatted(name, parent));
    }

    private static String parentIs(long id) {
        return """
        {"_links": {"parent": {"href": "/api/v3/projects/%d"}}}
        """
                .formatted(id);
    }

    @Test
    void what_is_planned_is_kept_with_the_project() {
        var created =
                api.post(
                        "/api/v3/projects",
                        """
                        {"name": "Planned", "code": "PL-1", "startsOn": "2026-03-02",
                         "endsOn": "2026-06-30", "timeBudget": "PT120H", "billableByDefault": false,
                         "color": "#1a67a3", "tags": ["north", "pier"], "certainty": "tentative"}
                        """);
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        var path = "/api/v3/projects/" + created.id();
        var shown = api.get(path);
        assertThat(shown.text()).isEqualTo(created.text());
        assertThat(shown.at("/code").asString()).isEqualTo("PL-1");
        assertThat(shown.at("/timeBudget").asString()).isEqualTo("PT120H");
        assertThat(shown.at("/billableByDefault").asBoolean()).isFalse();
        assertThat(shown.at("/tags/1").asString()).isEqualTo("pier");
        assertThat(shown.at("/certainty").asString()).isEqualTo("tentative");
        var events = RecordedEvents.from(server);
        var changed =
                api.patch(
                        path,
                        "{\"endsOn\": null, \"tags\": [\"pier\"], \"certainty\": \"internal\"}");
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        assertThat(changed.at("/startsOn").asString()).isEqualTo("2026-03-02");
        var changes = events.last("project.updated").at("/changes");
        assertThat(changes.at("/certainty/from").asString()).isEqualTo("tentative");
        assertThat(changes.at("/endsOn/from").asString()).isEqualTo("2026-06-30");
        assertThat(changes.size()).isEqualTo(3);
        refusedChange(path, "\"endsOn\": \"2026-03-01\"", "endsOn");
        refusedChange(path, "\"color\": \"blue\"", "color");
        refusedChange(path, "\"certainty\": \"maybe\"", "certainty");
        refusedChange(path, "\"timeBudget\": \"-PT1H\"", "timeBudget");
    }

    private void refusedChange(String path, String attributes, String attribute) {
        var refused = api.patch(path, "{%s}".formatted(attributes));
        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        assertThat(refused.at("/_embedded/details/attribute").asString()).isEqualTo(attribute);
    }
}
