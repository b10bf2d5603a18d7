package org.signalbox.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.signalbox.store.Database;
import org.signalbox.testing.Api;
import org.signalbox.testing.Persons;
import org.signalbox.testing.RecordedEvents;
import org.signalbox.testing.RunningServer;

/** The projects that people marked for themselves. */
@Tag("api")
class FavoritesTest {
    private static final String PROJECTS = "/api/v3/projects";

    private final RunningServer server = RunningServer.shared();
    private final Persons persons = new Persons(server);
    private final Persons.Person ana = persons.add();
    private final Persons.Person ben = persons.add();
    private final Api api = ana.api();
    private final long chosen = shared();
    private final long other = shared();

    private long shared() {
        long project = persons.project(false);
        persons.join(ana, project, 5);
        persons.join(ben, project, 5);
        return project;
    }

    @Test
    void a_favorite_is_for_who_marked_it() {
        var events = RecordedEvents.from(server);
        var path = PROJECTS + "/" + chosen;
        assertThat(favorited(api.get(path))).isFalse();
        assertThat(api.get(path).at("/_links/favor/href").asString()).isEqualTo(path + "/favorite");
        assertThat(api.get(path).at("/_links/favor/method").asString()).isEqualTo("post");

        assertThat(api.post(path + "/favorite", "").status()).isEqualTo(204);
        assertThat(api.post(path + "/favorite", "").status()).isEqualTo(204);

        var marked = api.get(path);
        assertThat(favorited(marked)).isTrue();
        assertThat(marked.at("/_links").has("favor")).isFalse();
        assertThat(marked.at("/_links/disfavor/method").asString()).isEqualTo("delete");
        assertThat(favorited(ben.api().get(path))).isFalse();
        assertThat(favorited(api.get(PROJECTS + "/" + other))).isFalse();

        assertThat(api.delete(marked.at("/_links/disfavor/href").asString()).status())
                .isEqualTo(204);
        assertThat(api.delete(path + "/favorite").status()).isEqualTo(204);

        assertThat(favorited(api.get(path))).isFalse();
        assertThat(events.all()).isEmpty();
    }

    @Test
    void it_goes_by_the_identifier_and_as_a_workspace() {
        var identifier = api.get(PROJECTS + "/" + chosen).at("/identifier").asString();

        assertThat(api.post("/api/v3/workspaces/" + identifier + "/favorite", "").status())
                .isEqualTo(204);
        assertThat(favorited(api.get(PROJECTS + "/" + identifier))).isTrue();

        assertThat(api.delete("/api/v3/workspaces/" + chosen + "/favorite").status())
                .isEqualTo(204);
        assertThat(favorited(api.get(PROJECTS + "/" + identifier))).isFalse();
    }

    @Test
    void lists_tell_and_find_favorites() {
        api.post(PROJECTS + "/" + chosen + "/favorite", "");
        ben.api().post(PROJECTS + "/" + other + "/favorite", "");

        assertThat(where("=", "t")).containsExactly(chosen);
        assertThat(where("=", "f")).containsExactly(other);
        assertThat(where("!", "t")).containsExactly(other);
        var all = api.get(PROJECTS + "?sortBy=%5B%5B%22id%22,%22asc%22%5D%5D");
        assertThat(all.at("/_embedded/elements/0/favorited").booleanValue()).isTrue();
        assertThat(all.at("/_embedded/elements/0/_links").has("disfavor")).isTrue();
        assertThat(all.at("/_embedded/elements/1/favorited").booleanValue()).isFalse();
        assertThat(list("=", "perhaps").status()).isEqualTo(400);
        assertThat(list("~", "t").status()).isEqualTo(400);
        assertThat(api.get(path("favored", "=", "t")).text())
                .contains("\"total\":1,")
                .contains("\"id\":" + chosen + ",");
    }

    @Test
    void what_one_does_not_see_cannot_be_marked() {
        long hidden = persons.project(false);
        var missing = api.post(PROJECTS + "/999999999/favorite", "");
        for (String path : List.of(PROJECTS, "/api/v3/workspaces")) {
            var answer = api.post(path + "/" + hidden + "/favorite", "");
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.text()).isEqualTo(missing.text());
            assertThat(api.delete(path + "/" + hidden + "/favorite").status()).isEqualTo(404);
        }
        assertThat(where("=", "t")).isEmpty();
    }

    @Test
    void favorites_go_with_the_project_and_with_the_person() {
        for (var person : List.of(ana, ben)) {
            for (long project : new long[] {chosen, other}) {
                var path = PROJECTS + "/" + project + "/favorite";
                assertThat(person.api().post(path, "").status()).isEqualTo(204);
            }
        }

        assertThat(server.api().delete(PROJECTS + "/" + chosen).status()).isEqualTo(204);
        assertThat(server.api().delete("/api/v3/users/" + ben.id()).status()).isEqualTo(202);

        assertThat(where("=", "t")).containsExactly(other);
        assertThat(kept(ben)).isZero();
        assertThat(kept(ana)).isEqualTo(1);
    }

    private int kept(Persons.Person person) {
        return server.bean(Database.class)
                .read(view ->
                        view.sql("select count(*) from project_favorite where user_id = :user")
                                .param("user", person.id())
                                .query((rs, _) -> rs.getInt(1))
                                .single());
    }

    private List<Long> where(String operator, String value) {
        var answer = list(operator, value);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.at("/_embedded/elements")
                .valueStream()
                .map(project -> project.get("id").asLong())
                .toList();
    }

    private Api.Answer list(String operator, String value) {
        return api.get(path("favorited", operator, value));
    }

    private static String path(String name, String operator, String value) {
        var filters =
                "[{\"%s\": {\"operator\": \"%s\", \"values\": [\"%s\"]}}]"
                        .formatted(name, operator, value);
        return PROJECTS
                + "?sortBy=%5B%5B%22id%22,%22asc%22%5D%5D&filters="
                + URLEncoder.encode(filters, StandardCharsets.UTF_8);
    }

    private static boolean favorited(Api.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.at("/favorited").booleanValue();
    }
}
