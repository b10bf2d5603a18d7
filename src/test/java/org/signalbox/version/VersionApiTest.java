package org.signalbox.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.signalbox.testing.Encoded.encoded;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.signalbox.testing.Api;
import org.signalbox.testing.Persons;
import org.signalbox.testing.RecordedEvents;
import org.signalbox.testing.RunningServer;

/** Versions over HTTP: who may use them, and the work packages in them. */
@Tag("api")
class VersionApiTest {
    private static final String VERSIONS = "/api/v3/versions";
    private static final String WORK_PACKAGES = "/api/v3/work_packages";

    private final RunningServer server = RunningServer.shared();
    private final Persons persons = new Persons(server);
    private final Api api = server.api();
    private long root;
    private long middle;
    private long leaf;
    private long sibling;
    private long stranger;

    @BeforeEach
    void add_a_tree_of_projects() {
        root = project("Root", null);
        middle = project("Middle", root);
        leaf = project("Leaf", middle);
        sibling = project("Sibling", root);
        stranger = project("Stranger", null);
    }

    @Test
    void a_version_lives_from_creation_to_deletion() {
        var created =
                api.post(
                        VERSIONS,
                        """
                        {"name": " 1.0 ", "description": {"raw": "First <one>"},
                         "startDate": "2026-03-02", "endDate": "2026-03-31",
                         "_links": {"definingProject": {"href": "/api/v3/projects/%d"}}}
                        """
                                .formatted(middle));
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        assertThat(created.header("Location")).isEqualTo(VERSIONS + "/" + created.id());
        assertThat(created.at("/_type").asString()).isEqualTo("Version");
        assertThat(created.at("/name").asString()).isEqualTo("1.0");
        assertThat(created.at("/description/format").asString()).isEqualTo("plain");
        assertThat(created.at("/status").asString()).isEqualTo("open");
        assertThat(created.at("/sharing").asString()).isEqualTo("none");
        assertThat(created.at("/_links/definingProject/href").asString())
                .isEqualTo("/api/v3/projects/" + middle);
        assertThat(created.at("/_links/delete/method").asString()).isEqualTo("delete");

        var path = VERSIONS + "/" + created.id();
        assertThat(api.get(path).text()).isEqualTo(created.text());
        assertThat(api.patch(path, created.text()).text()).isEqualTo(created.text());
        var changed = api.patch(path, "{\"status\": \"locked\", \"endDate\": null}");
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        assertThat(changed.at("/status").asString()).isEqualTo("locked");
        assertThat(changed.at("/endDate").isNull()).isTrue();
        assertThat(changed.at("/startDate").asString()).isEqualTo("2026-03-02");

        assertThat(api.delete(path).status()).isEqualTo(204);
        assertThat(api.get(path).status()).isEqualTo(404);
    }

    @Test
    void what_is_wrong_with_a_version_is_said_of_its_attribute() {
        add(middle, "Taken", "none");
        refused("\"name\": \"Taken\"", "name");
        refused("\"name\": \"%s\"".formatted("x".repeat(61)), "name");
        refused("\"name\": \"2\", \"status\": \"finished\"", "status");
        refused("\"name\": \"2\", \"sharing\": \"everybody\"", "sharing");
        refused("\"name\": \"2\", \"startDate\": \"soon\"", "startDate");
        refused(
                "\"name\": \"2\", \"startDate\": \"2026-03-02\", \"endDate\": \"2026-03-01\"",
                "endDate");
        assertThat(api.post(VERSIONS, "{\"name\": \"2\"}").at("/_embedded/details/attribute"))
                .hasToString("\"definingProject\"");
        var version = add(middle, "Stays", "none");
        var moved =
                api.patch(
                        VERSIONS + "/" + version,
                        "{\"_links\": {\"definingProject\": {\"href\": \"/api/v3/projects/%d\"}}}"
                                .formatted(leaf));
        assertThat(moved.at("/errorIdentifier").asString()).endsWith(":PropertyIsReadOnly");
    }

    @Test
    void forms_say_what_would_become_of_a_version() {
        var empty = api.post(VERSIONS + "/form", "{}");
        assertThat(empty.at("/_embedded/validationErrors").propertyNames())
                .containsExactlyInAnyOrder("name", "definingProject");
        var wrong =
                api.post(
                        VERSIONS + "/" + add(middle, "Form", "none") + "/form", "{\"name\": \"\"}");
        assertThat(wrong.at("/_embedded/validationErrors").has("name")).isTrue();
        assertThat(wrong.at("/_links").has("commit")).isFalse();
        var right =
                api.post(
                        VERSIONS + "/form",
                        "{\"name\": \"F\", \"_links\": {\"definingProject\": {\"href\": \"%s\"}}}"
                                .formatted("/api/v3/projects/" + middle));
        assertThat(right.at("/_embedded/payload/sharing").asString()).isEqualTo("none");
        assertThat(right.at("/_embedded/schema/status/_embedded/allowedValues").size())
                .isEqualTo(3);
        var sent = right.at("/_embedded/payload").toString();
        assertThat(api.post(VERSIONS, sent).status()).isEqualTo(201);
        assertThat(api.get(VERSIONS + "/schema").at("/name/maxLength").asInt()).isEqualTo(60);
        assertThat(persons.add().api().post(VERSIONS + "/form", "{}").status()).isEqualTo(403);
    }

    @Test
    void sharing_says_which_projects_may_use_a_version() {
        usableIn(add(middle, "none", "none"), middle);
        usableIn(add(middle, "descendants", "descendants"), middle, leaf);
        usableIn(add(middle, "hierarchy", "hierarchy"), root, middle, leaf);
        usableIn(add(middle, "tree", "tree"), root, middle, leaf, sibling);
        long everywhere = add(middle, "system", "system");
        usableIn(everywhere, root, middle, leaf, sibling, stranger);
        api.delete(VERSIONS + "/" + everywhere);
    }

    @Test
    void who_sees_work_where_a_version_is_usable_sees_the_version() {
        long tree = add(middle, "Tree", "tree");
        long none = add(middle, "None", "none");
        var person = persons.add();
        assertThat(person.api().get(VERSIONS + "/" + tree).status()).isEqualTo(404);
        persons.join(person, sibling, 4);
        var seen = person.api().get(VERSIONS + "/" + tree);
        assertThat(seen.status()).as(seen.text()).isEqualTo(200);
        assertThat(seen.at("/_links/definingProject/href").asString()).contains("undisclosed");
        assertThat(seen.at("/_links").has("updateImmediately")).isFalse();
        assertThat(person.api().get(VERSIONS + "/" + none).status()).isEqualTo(404);
        assertThat(person.api().get("/api/v3/projects/" + middle + "/versions").status())
                .isEqualTo(404);
        assertThat(person.api().get(VERSIONS + "?pageSize=-1").ids()).contains(tree);
        assertThat(person.api().get(VERSIONS + "?pageSize=-1").ids()).doesNotContain(none);
        assertThat(person.api().get(VERSIONS + "/" + tree + "/projects").ids())
                .containsExactly(sibling);
        assertThat(person.api().get(VERSIONS + "/available_projects").status()).isEqualTo(403);
        assertThat(person.api().patch(VERSIONS + "/" + tree, "{}").status()).isEqualTo(403);
        assertThat(person.api().delete(VERSIONS + "/" + tree).status()).isEqualTo(403);
    }

    @Test
    void sharing_beyond_a_project_needs_rights_beyond_it() {
        var person = persons.add();
        persons.join(person, middle, 3);
        assertThat(share(person.api(), "descendants").status()).isEqualTo(201);
        for (String far : new String[] {"hierarchy", "tree", "system"}) {
            var refused = share(person.api(), far);
            assertThat(refused.status()).as(far).isEqualTo(422);
            assertThat(refused.at("/message").asString())
                    .isEqualTo("Sharing is not set to one of the allowed values.");
        }
        persons.join(person, root, 3);
        assertThat(share(person.api(), "tree").status()).isEqualTo(201);
        assertThat(person.api().get(VERSIONS + "/available_projects").ids())
                .containsExactly(root, middle);
    }

    @Test
    void lists_are_filtered_and_sorted() {
        long b = add(middle, "B of list", "tree");
        long a = add(leaf, "A of list", "descendants");
        assertThat(
                        list(
                                "[{\"name\":{\"operator\":\"~\",\"values\":[\"of list\"]}},"
                                        + "{\"id\":{\"operator\":\"=\",\"values\":[%d,%d]}}]"
                                                .formatted(a, b),
                                "[[\"name\",\"asc\"]]"))
                .containsExactly(a, b);
        var shared = "{\"sharing\":{\"operator\":\"=\",\"values\":[\"tree\"]}}";
        assertThat(
                        list(
                                "[{\"id\":{\"operator\":\"=\",\"values\":[\"%d\",\"%d\"]}},%s]"
                                        .formatted(a, b, shared),
                                "[]"))
                .containsExactly(b);
    }

    @Test
    void work_goes_into_open_versions_that_the_project_may_use() {
        var events = RecordedEvents.from(server);
        long own = add(leaf, "Own", "none");
        long other = add(sibling, "Other", "none");
        var work = work(leaf, "Sorted");
        var changed = api.patch(WORK_PACKAGES + "/" + work, version(0, own));
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        assertThat(changed.at("/_links/version/title").asString()).isEqualTo("Own");
        assertThat(changed.at("/_embedded/version/id").asLong()).isEqualTo(own);
        var told = events.last("work_package.updated");
        assertThat(told.at("/changes/version/to/title").asString()).isEqualTo("Own");
        assertThat(told.at("/subject/version/name").asString()).isEqualTo("Own");

        var refused = api.patch(WORK_PACKAGES + "/" + work, version(1, other));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.at("/_embedded/details/attribute").asString()).isEqualTo("version");
        assertThat(api.patch(VERSIONS + "/" + own, "{\"status\": \"locked\"}").status())
                .isEqualTo(200);
        assertThat(api.patch(WORK_PACKAGES + "/" + work, version(1, own)).status()).isEqualTo(200);
        assertThat(api.patch(WORK_PACKAGES + "/" + work(leaf, "New"), version(0, own)).status())
                .isEqualTo(422);

        assertThat(api.delete(VERSIONS + "/" + own).status()).isEqualTo(422);
        var none = "{\"lockVersion\": 1, \"_links\": {\"version\": {\"href\": null}}}";
        assertThat(api.patch(WORK_PACKAGES + "/" + work, none).at("/_links/version/href").isNull())
                .isTrue();
        assertThat(api.delete(VERSIONS + "/" + own).status()).isEqualTo(204);
    }

    @Test
    void lists_of_work_are_filtered_and_sorted_by_version() {
        long open = add(leaf, "B open", "none");
        long closed = add(leaf, "A closed", "none");
        var first = work(leaf, "In open");
        var second = work(leaf, "In closed");
        var third = work(leaf, "In none");
        api.patch(WORK_PACKAGES + "/" + first, version(0, open));
        api.patch(WORK_PACKAGES + "/" + second, version(0, closed));
        api.patch(VERSIONS + "/" + closed, "{\"status\": \"closed\"}");
        assertThat(worksWhere("version_id", "=", "\"" + open + "\"")).containsExactly(first);
        assertThat(worksWhere("version", "!", "\"" + open + "\"")).containsExactly(second, third);
        assertThat(worksWhere("version", "o", "")).containsExactly(first);
        assertThat(worksWhere("version", "c", "")).containsExactly(second);
        assertThat(worksWhere("version", "l", "")).isEmpty();
        assertThat(worksWhere("version", "!*", "")).containsExactly(third);
        var sorted =
                api.get(
                        "/api/v3/projects/"
                                + leaf
                                + "/work_packages?sortBy="
                                + encoded("[[\"version\",\"asc\"]]"));
        assertThat(sorted.ids()).containsExactly(second, first, third);
    }

    @Test
    void a_version_stays_usable_where_it_is_used() {
        long shared = add(root, "Shared", "descendants");
        var work = work(leaf, "User");
        api.patch(WORK_PACKAGES + "/" + work, version(0, shared));
        var refused = api.patch(VERSIONS + "/" + shared, "{\"sharing\": \"none\"}");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.at("/_embedded/details/attribute").asString()).isEqualTo("sharing");
        assertThat(api.get(VERSIONS + "/" + shared).at("/sharing").asString())
                .isEqualTo("descendants");
        var form = api.post(VERSIONS + "/" + shared + "/form", "{\"sharing\": \"none\"}");
        assertThat(form.at("/_embedded/validationErrors").propertyNames())
                .containsExactly("sharing");
        var wider = api.patch(VERSIONS + "/" + shared, "{\"sharing\": \"hierarchy\"}");
        assertThat(wider.status()).as(wider.text()).isEqualTo(200);
    }

    @Test
    void work_leaves_a_version_that_goes_away_with_its_project() {
        long far = add(stranger, "Far", "system");
        var work = work(leaf, "Left behind");
        api.patch(WORK_PACKAGES + "/" + work, version(0, far));
        var events = RecordedEvents.from(server);
        assertThat(api.delete("/api/v3/projects/" + stranger).status()).isEqualTo(204);
        assertThat(events.types()).contains("work_package.updated", "project.deleted");
        assertThat(events.last("work_package.updated").at("/changes/version/to").isNull()).isTrue();
        var left = api.get(WORK_PACKAGES + "/" + work);
        assertThat(left.at("/_links/version/href").isNull()).isTrue();
        assertThat(left.at("/lockVersion").asInt()).isEqualTo(2);
    }

    @Test
    void a_move_takes_the_version_along_where_it_is_usable() {
        long tree = add(root, "Along", "tree");
        long own = add(leaf, "Not along", "none");
        var first = work(leaf, "First");
        var second = work(leaf, "Second");
        api.patch(WORK_PACKAGES + "/" + first, version(0, tree));
        api.patch(WORK_PACKAGES + "/" + second, version(0, own));
        assertThat(move(first).at("/_links/version/title").asString()).isEqualTo("Along");
        assertThat(move(second).at("/_links/version/href").isNull()).isTrue();
    }

    private Api.Answer move(long work) {
        return api.patch(
                WORK_PACKAGES + "/" + work,
                "{\"lockVersion\": 1, \"_links\": {\"project\": {\"href\": \"/api/v3/projects/%d\"}}}"
                        .formatted(sibling));
    }

    private long project(String name, @Nullable Long parent) {
        return api.post(
                        "/api/v3/projects",
                        "{\"name\": \"%s of versions\", \"_links\": {\"parent\": {\"href\": %s}}}"
                                .formatted(
                                        name,
                                        parent == null
                                                ? "null"
                                                : "\"/api/v3/projects/" + parent + "\""))
                .id();
    }

    private long add(long project, String name, String sharing) {
        var created =
                create(
                        api,
                        project,
                        "\"name\": \"%s\", \"sharing\": \"%s\"".formatted(name, sharing));
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        return created.id();
    }

    private Api.Answer share(Api person, String sharing) {
        return create(
                person, middle, "\"name\": \"To %s\", \"sharing\": \"%1$s\"".formatted(sharing));
    }

    private static Api.Answer create(Api person, long project, String attributes) {
        return person.post(
                VERSIONS,
                "{%s, \"_links\": {\"definingProject\": {\"href\": \"/api/v3/projects/%d\"}}}"
                        .formatted(attributes, project));
    }

    private void refused(String attributes, String attribute) {
        var refused = create(api, middle, attributes);
        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        assertThat(refused.at("/_embedded/details/attribute").asString()).isEqualTo(attribute);
    }

    private void usableIn(long version, Long... projects) {
        for (long project : new long[] {root, middle, leaf, sibling, stranger}) {
            var usable = List.of(projects).contains(project);
            var versions = api.get("/api/v3/projects/" + project + "/versions");
            assertThat(versions.ids().contains(version))
                    .as("project %d", project)
                    .isEqualTo(usable);
        }
        assertThat(api.get(VERSIONS + "/" + version + "/projects?pageSize=-1").ids())
                .contains(projects);
        assertThat(api.get(VERSIONS + "/" + version + "/workspaces?pageSize=-1").ids().size())
                .isGreaterThanOrEqualTo(projects.length);
    }

    private List<Long> list(String filters, String order) {
        return api.get(VERSIONS + "?filters=" + encoded(filters) + "&sortBy=" + encoded(order))
                .ids();
    }

    private List<Long> worksWhere(String filter, String operator, String values) {
        return api.get(
                        "/api/v3/projects/"
                                + leaf
                                + "/work_packages?filters="
                                + encoded(
                                        "[{\"%s\":{\"operator\":\"%s\",\"values\":[%s]}}]"
                                                .formatted(filter, operator, values)))
                .ids();
    }

    private long work(long project, String subject) {
        return api.post(
                        "/api/v3/projects/" + project + "/work_packages",
                        "{\"subject\": \"" + subject + "\"}")
                .id();
    }

    private static String version(int lockVersion, long version) {
        return "{\"lockVersion\": %d, \"_links\": {\"version\": {\"href\": \"/api/v3/versions/%d\"}}}"
                .formatted(lockVersion, version);
    }
}
