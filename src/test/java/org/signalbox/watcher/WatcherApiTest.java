package org.signalbox.watcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.signalbox.testing.Api;
import org.signalbox.testing.Persons;
import org.signalbox.testing.RunningServer;

/** Watchers of work packages over HTTP. */
@Tag("api")
class WatcherApiTest {
    private final RunningServer server = RunningServer.shared();
    private final Persons persons = new Persons(server);
    private final Api api = server.api();
    private long project;
    private String work;
    private Persons.Person member;
    private Persons.Person reader;

    @BeforeEach
    void add_work_with_a_member_and_a_reader() {
        project = persons.project(false);
        work =
                "/api/v3/work_packages/"
                        + api.post(
                                        "/api/v3/projects/" + project + "/work_packages",
                                        "{\"subject\": \"Watched\"}")
                                .id();
        member = persons.add();
        persons.join(member, project, 4);
        reader = persons.add();
        persons.join(reader, project, 5);
    }

    @Test
    void a_watcher_is_added_once_and_removed() {
        var added = add(api, reader.id());
        assertThat(added.status()).as(added.text()).isEqualTo(201);
        assertThat(added.at("/_type").asString()).isEqualTo("User");
        assertThat(added.id()).isEqualTo(reader.id());
        assertThat(add(api, reader.id()).status()).isEqualTo(200);
        assertThat(api.get(work + "/watchers").ids()).containsExactly(reader.id());
        var removal = work + "/watchers/" + reader.id();
        assertThat(api.delete(removal).status()).isEqualTo(204);
        assertThat(api.delete(removal).status()).isEqualTo(204);
        assertThat(api.get(work + "/watchers").ids()).isEmpty();
        assertThat(api.delete(work + "/watchers/999999999").status()).isEqualTo(404);
    }

    @Test
    void available_are_the_members_who_do_not_watch_yet() {
        add(api, reader.id());
        assertThat(api.get(work + "/available_watchers").ids()).contains(member.id());
        assertThat(api.get(work + "/available_watchers").ids()).doesNotContain(reader.id());
    }

    @Test
    void everybody_watches_what_they_see_and_needs_permission_for_others() {
        var theirs = reader.api();
        assertThat(theirs.get(work).at("/_links/watch/payload/user/href").asString())
                .isEqualTo("/api/v3/users/" + reader.id());
        assertThat(add(theirs, reader.id()).status()).isEqualTo(201);
        assertThat(theirs.get(work).at("/_links/unwatch/method").asString()).isEqualTo("delete");
        assertThat(theirs.get(work).at("/_links").has("watch")).isFalse();
        assertThat(theirs.get(work).at("/_links").has("watchers")).isFalse();
        assertThat(theirs.get(work + "/watchers").status()).isEqualTo(403);
        assertThat(theirs.get(work + "/available_watchers").status()).isEqualTo(403);
        assertThat(add(theirs, member.id()).status()).isEqualTo(403);
        assertThat(theirs.delete(work + "/watchers/" + member.id()).status()).isEqualTo(403);
        assertThat(add(member.api(), reader.id()).status()).isEqualTo(200);
        assertThat(member.api().get(work).at("/_links/addWatcher/templated").asBoolean()).isTrue();
        assertThat(theirs.delete(work + "/watchers/" + reader.id()).status()).isEqualTo(204);
        var stranger = persons.add();
        assertThat(stranger.api().get(work + "/watchers").status()).isEqualTo(404);
        assertThat(add(stranger.api(), stranger.id()).status()).isEqualTo(404);
    }

    @Test
    void who_cannot_see_the_work_cannot_watch_it() {
        var stranger = persons.add();
        var refused = add(api, stranger.id());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.at("/_embedded/details/attribute").asString()).isEqualTo("user");
        assertThat(add(api, 999_999_999).status()).isEqualTo(422);
        assertThat(api.post(work + "/watchers", "{}").at("/errorIdentifier").asString())
                .endsWith(":InvalidRequestBody");
        assertThat(
                        api.post(work + "/watchers", "{\"user\": {\"href\": \"/api/v3/roles/1\"}}")
                                .at("/errorIdentifier")
                                .asString())
                .endsWith(":ResourceTypeMismatch");
    }

    @Test
    void work_is_found_by_who_watches_it() {
        add(api, reader.id());
        assertThat(total(api, String.valueOf(reader.id()))).isEqualTo(1);
        assertThat(total(api, "me")).isZero();
        assertThat(total(reader.api(), "me")).isEqualTo(1);
        add(api, member.id());
        assertThat(total(reader.api(), String.valueOf(member.id()))).isZero();
        assertThat(total(member.api(), String.valueOf(reader.id()))).isEqualTo(1);
    }

    @Test
    void who_is_deleted_does_not_watch_any_more() {
        add(api, reader.id());
        assertThat(api.delete("/api/v3/users/" + reader.id()).status()).isEqualTo(202);
        assertThat(api.get(work + "/watchers").ids()).isEmpty();
    }

    private Api.Answer add(Api person, long user) {
        return person.post(
                work + "/watchers", "{\"user\": {\"href\": \"/api/v3/users/" + user + "\"}}");
    }

    private int total(Api person, String watcher) {
        var filters = "[{\"watcher\":{\"operator\":\"=\",\"values\":[\"" + watcher + "\"]}}]";
        return person.get(
                        "/api/v3/projects/"
                                + project
                                + "/work_packages?filters="
                                + URLEncoder.encode(filters, StandardCharsets.UTF_8))
                .at("/total")
                .asInt();
    }
}
