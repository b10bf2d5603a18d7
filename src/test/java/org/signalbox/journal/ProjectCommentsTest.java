package org.signalbox.journal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.signalbox.testing.Api;
import org.signalbox.testing.Persons;
import org.signalbox.testing.RecordedEvents;
import org.signalbox.testing.RunningServer;

/** What is said about projects, over HTTP. */
@Tag("api")
class ProjectCommentsTest {
    private static final String COMMENTS = "/api/v3/project_comments/";

    private final RunningServer server = RunningServer.shared();
    private final Api admin = server.api();
    private final Persons persons = new Persons(server);
    private long project;
    private String list = "";

    @BeforeEach
    void add_a_project() {
        project = persons.project(false);
        list = "/api/v3/projects/" + project + "/comments";
    }

    @Test
    void a_comment_lives_from_creation_to_deletion() {
        var events = RecordedEvents.from(server);
        var said = say(admin, "We *print* on Friday");
        assertThat(said.status()).as(said.text()).isEqualTo(201);
        assertThat(said.at("/_type").asString()).isEqualTo("ProjectComment");
        assertThat(said.at("/text/html").asString()).contains("<em>print</em>");
        assertThat(said.at("/_links/author/href").asString()).isEqualTo("/api/v3/users/1");
        assertThat(said.at("/_links/project/href").asString())
                .isEqualTo("/api/v3/projects/" + project);
        assertThat(said.at("/_embedded/project/id").asLong()).isEqualTo(project);
        assertThat(events.types()).containsExactly("project.commented");
        var event = events.lastEvent("project.commented");
        assertThat(event.projectId()).isEqualTo(project);
        assertThat(event.subject().toString()).isEqualTo("project_comment:" + said.id());

        var path = COMMENTS + said.id();
        assertThat(admin.get(path).text()).isEqualTo(said.text());
        var changed = admin.patch(path, "{\"text\": {\"raw\": \"On Monday\"}}");
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        assertThat(changed.at("/text/raw").asString()).isEqualTo("On Monday");
        assertThat(admin.patch(path, "{\"text\": {\"raw\": \"\"}}").status()).isEqualTo(422);
        assertThat(admin.delete(path).status()).isEqualTo(204);
        assertThat(admin.get(path).status()).isEqualTo(404);
        assertThat(events.types()).containsExactly("project.commented");
    }

    @Test
    void the_list_has_pages_filters_and_an_order() {
        var member = member(4);
        say(admin, "One");
        say(member.api(), "Two");
        say(admin, "Three");
        var page = admin.get(list + "?pageSize=2&sortBy=%5B%5B%22createdAt%22%2C%22desc%22%5D%5D");
        assertThat(page.at("/total").asInt()).isEqualTo(3);
        assertThat(page.at("/count").asInt()).isEqualTo(2);
        assertThat(page.at("/_embedded/elements/0/text/raw").asString()).isEqualTo("Three");
        assertThat(page.at("/_links").has("nextByOffset")).isTrue();
        var mine =
                member.api()
                        .get(
                                list
                                        + "?filters=%5B%7B%22author%22%3A%7B%22operator%22%3A%22%3D%22%2C"
                                        + "%22values%22%3A%5B%22me%22%5D%7D%7D%5D");
        assertThat(mine.at("/total").asInt()).isEqualTo(1);
    }

    @Test
    void who_may_what() {
        var member = member(4);
        var reader = member(5);
        var said = say(member.api(), "Mine");
        assertThat(said.status()).isEqualTo(201);
        assertThat(say(reader.api(), "No").status()).isEqualTo(403);
        var path = COMMENTS + said.id();
        assertThat(reader.api().get(path).status()).isEqualTo(200);
        assertThat(reader.api().get(path).at("/_links").has("delete")).isFalse();
        assertThat(reader.api().delete(path).status()).isEqualTo(403);
        assertThat(member(4).api().patch(path, "{\"text\": \"x\"}").status()).isEqualTo(403);
        assertThat(member(3).api().patch(path, "{\"text\": \"x\"}").status()).isEqualTo(200);
        var stranger = persons.add().api();
        assertThat(stranger.get(path).status()).isEqualTo(404);
        assertThat(stranger.get(list).status()).isEqualTo(404);
        assertThat(say(stranger, "Hello").status()).isEqualTo(404);
        assertThat(member.api().delete(path).status()).isEqualTo(204);
    }

    @Test
    void comments_go_with_the_project() {
        var said = say(admin, "Gone");
        assertThat(admin.delete("/api/v3/projects/" + project).status()).isEqualTo(204);
        assertThat(admin.get(COMMENTS + said.id()).status()).isEqualTo(404);
    }

    private Api.Answer say(Api api, String text) {
        return api.post(list, "{\"text\": {\"raw\": \"" + text + "\"}}");
    }

    private Persons.Person member(int role) {
        var person = persons.add();
        persons.join(person, project, role);
        return person;
    }
}
