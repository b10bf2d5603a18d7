package org.signalbox.category;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.signalbox.testing.Api;
import org.signalbox.testing.Persons;
import org.signalbox.testing.RecordedEvents;
import org.signalbox.testing.RunningServer;

/** Categories over HTTP, and the work packages in them. */
@Tag("api")
class CategoryApiTest {
    private static final String CATEGORIES = "/api/v3/categories/";
    private static final String WORK_PACKAGES = "/api/v3/work_packages/";

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
    void a_category_lives_from_creation_to_deletion() {
        var created = add("Roots", member.id());
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        assertThat(created.at("/_type").asString()).isEqualTo("Category");
        assertThat(created.at("/_links/project/href").asString())
                .isEqualTo("/api/v3/projects/" + project);
        assertThat(created.at("/_links/defaultAssignee/href").asString())
                .isEqualTo("/api/v3/users/" + member.id());
        var path = CATEGORIES + created.id();
        assertThat(api.get(path).text()).isEqualTo(created.text());
        var changed = api.patch(path, "{\"name\": \"Crowns\"}");
        assertThat(changed.at("/name").asString()).isEqualTo("Crowns");
        assertThat(changed.at("/_links/defaultAssignee/href").asString())
                .isEqualTo("/api/v3/users/" + member.id());
        var list = api.get("/api/v3/projects/" + project + "/categories");
        assertThat(list.at("/total").asInt()).isEqualTo(1);
        assertThat(list.at("/_embedded/elements/0/name").asString()).isEqualTo("Crowns");
        assertThat(api.delete(path).status()).isEqualTo(204);
        assertThat(api.get(path).status()).isEqualTo(404);
    }

    @Test
    void what_does_not_fit_is_refused() {
        long first = add("First", null).id();
        assertThat(add("First", null).at("/_embedded/details/attribute").asString())
                .isEqualTo("name");
        assertThat(add("Stranger's", persons.add().id()).at("/_embedded/details/attribute"))
                .hasToString("\"defaultAssignee\"");
        var second = add("Second", null);
        var renamed = api.patch(CATEGORIES + second.id(), "{\"name\": \"First\"}");
        assertThat(renamed.at("/message").asString()).isEqualTo("Name has already been taken.");
        assertThat(api.patch(CATEGORIES + first, "{\"name\": \"First\"}").status()).isEqualTo(200);
    }

    @Test
    void members_read_and_do_not_write_and_strangers_see_nothing() {
        var category = add("Seen", null);
        var seen = member.api().get(CATEGORIES + category.id());
        assertThat(seen.status()).isEqualTo(200);
        assertThat(seen.at("/_links").has("delete")).isFalse();
        assertThat(member.api().patch(CATEGORIES + category.id(), "{}").status()).isEqualTo(403);
        assertThat(member.api().delete(CATEGORIES + category.id()).status()).isEqualTo(403);
        var list = "/api/v3/projects/" + project + "/categories";
        assertThat(member.api().post(list, "{\"name\": \"x\"}").status()).isEqualTo(403);
        var stranger = persons.add().api();
        assertThat(stranger.get(CATEGORIES + category.id()).status()).isEqualTo(404);
        assertThat(stranger.get(list).status()).isEqualTo(404);
        assertThat(stranger.post(list, "{\"name\": \"x\"}").status()).isEqualTo(404);
    }

    @Test
    void new_work_of_a_category_falls_to_its_default_assignee() {
        var category = add("Roots", member.id());
        var events = RecordedEvents.from(server);
        var created = work(category.id(), "");
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        assertThat(created.at("/_links/category/title").asString()).isEqualTo("Roots");
        assertThat(created.at("/_embedded/category/id").asLong()).isEqualTo(category.id());
        assertThat(created.at("/_links/assignee/href").asString())
                .isEqualTo("/api/v3/users/" + member.id());
        assertThat(events.last("work_package.created").at("/subject/category/name").asString())
                .isEqualTo("Roots");
        var chosen = work(category.id(), ", \"assignee\": {\"href\": \"/api/v3/users/1\"}");
        assertThat(chosen.at("/_links/assignee/href").asString()).isEqualTo("/api/v3/users/1");

        assertThat(api.delete(CATEGORIES + category.id()).status()).isEqualTo(422);
        var none = "{\"lockVersion\": 0, \"_links\": {\"category\": {\"href\": null}}}";
        api.patch(WORK_PACKAGES + created.id(), none);
        assertThat(events.last("work_package.updated").at("/changes/category/from/title"))
                .hasToString("\"Roots\"");
    }

    @Test
    void a_move_goes_to_the_category_of_the_same_name() {
        var roots = add("Roots", null).id();
        var crowns = add("Crowns", null).id();
        long other = persons.project(false);
        var there =
                api.post("/api/v3/projects/" + other + "/categories", "{\"name\": \"Roots\"}").id();
        var kept = work(roots, "").id();
        var lost = work(crowns, "").id();
        assertThat(move(kept, other).at("/_links/category/href").asString())
                .isEqualTo(CATEGORIES + there);
        assertThat(move(lost, other).at("/_links/category/href").isNull()).isTrue();
        var foreign =
                api.patch(
                        WORK_PACKAGES + kept,
                        "{\"lockVersion\": 1, \"_links\": {\"category\": {\"href\": \"%s%d\"}}}"
                                .formatted(CATEGORIES, roots));
        assertThat(foreign.at("/_embedded/details/attribute").asString()).isEqualTo("category");
    }

    @Test
    void a_deleted_person_gets_no_work_any_more() {
        var category = add("Orphaned", member.id());
        assertThat(api.delete("/api/v3/users/" + member.id()).status()).isEqualTo(202);
        assertThat(api.get(CATEGORIES + category.id()).at("/_links/defaultAssignee/href").isNull())
                .isTrue();
    }

    private Api.Answer add(String name, @Nullable Long assignee) {
        return api.post(
                "/api/v3/projects/" + project + "/categories",
                "{\"name\": \"%s\", \"_links\": {\"defaultAssignee\": {\"href\": %s}}}"
                        .formatted(
                                name,
                                assignee == null ? "null" : "\"/api/v3/users/" + assignee + "\""));
    }

    private Api.Answer work(long category, String moreLinks) {
        return api.post(
                "/api/v3/projects/" + project + "/work_packages",
                "{\"subject\": \"Sorted\", \"_links\": {\"category\": {\"href\": \"%s%d\"}%s}}"
                        .formatted(CATEGORIES, category, moreLinks));
    }

    private Api.Answer move(long work, long to) {
        return api.patch(
                WORK_PACKAGES + work,
                "{\"lockVersion\": 0, \"_links\": {\"project\": {\"href\": \"/api/v3/projects/%d\"}}}"
                        .formatted(to));
    }
}
