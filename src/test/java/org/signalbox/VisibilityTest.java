package org.signalbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.signalbox.testing.Api;
import org.signalbox.testing.Persons;
import org.signalbox.testing.RecordedEvents;
import org.signalbox.testing.RunningServer;

/** What somebody may not see does not exist for them, wherever it would show. */
@Tag("api")
class VisibilityTest {
    private static final String PROJECTS = "/api/v3/projects/";
    private static final String WORK_PACKAGES = "/api/v3/work_packages/";
    private static final String TIME_ENTRIES = "/api/v3/time_entries/";
    private static final String URN = "urn:openproject-org:api:v3:undisclosed";

    private final RunningServer server = RunningServer.shared();
    private final Persons persons = new Persons(server);
    private final Api admin = server.api();
    private long secret;
    private long work;
    private long entry;
    private Persons.Person stranger;

    @BeforeEach
    void add_a_project_that_is_not_public() {
        secret = persons.project(false);
        work =
                admin.post(PROJECTS + secret + "/work_packages", "{\"subject\": \"Hidden work\"}")
                        .id();
        entry = admin.post("/api/v3/time_entries", hours("")).id();
        stranger = persons.add();
    }

    @Test
    void a_stranger_finds_nothing() {
        var events = RecordedEvents.from(server);
        var api = stranger.api();
        var missing = api.get(PROJECTS + 999_999).text();
        for (String path :
                new String[] {
                    PROJECTS + secret,
                    PROJECTS + secret + "/work_packages",
                    PROJECTS + secret + "/types",
                    WORK_PACKAGES + work,
                    TIME_ENTRIES + entry
                }) {
            var answer = api.get(path);
            assertThat(answer.status()).as(path).isEqualTo(404);
            assertThat(answer.text()).isEqualTo(missing);
            if (!path.endsWith("s")) {
                assertThat(api.patch(path, "{\"lockVersion\": 0}").status()).isEqualTo(404);
                assertThat(api.delete(path).status()).isEqualTo(404);
            }
        }
        assertThat(api.post(PROJECTS + secret + "/work_packages", "{}").status()).isEqualTo(404);
        assertThat(
                        api.post(
                                        "/api/v3/work_packages",
                                        """
                                        {"subject": "x", "_links": {"project": {"href": "%s%d"}}}
                                        """
                                                .formatted(PROJECTS, secret))
                                .status())
                .isEqualTo(404);
        assertThat(api.post("/api/v3/time_entries", hours("")).status()).isEqualTo(422);
        assertThat(api.get("/api/v3/statuses").status()).isEqualTo(403);
        assertThat(events.all()).isEmpty();
    }

    @Test
    void lists_and_totals_leave_out_what_is_hidden() {
        persons.join(stranger, persons.project(false), 5);
        var api = stranger.api();
        for (String list : new String[] {"work_packages", "time_entries"}) {
            var answer = api.get("/api/v3/" + list + "?pageSize=0&filters=%5B%5D");
            assertThat(answer.at("/total").asInt()).as(list).isZero();
        }
        var projects = api.get("/api/v3/projects?pageSize=-1").text();
        assertThat(projects).doesNotContain("\"id\":" + secret + ",");
    }

    @Test
    void a_reader_sees_and_may_not_change() {
        persons.join(stranger, secret, 5);
        var api = stranger.api();
        var shown = api.get(WORK_PACKAGES + work);
        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.at("/_links").has("updateImmediately")).isFalse();
        assertThat(shown.at("/_links").has("delete")).isFalse();
        var patch = api.patch(WORK_PACKAGES + work, "{\"lockVersion\": 0, \"subject\": \"x\"}");
        assertThat(patch.status()).isEqualTo(403);
        assertThat(patch.at("/errorIdentifier").asString()).endsWith(":MissingPermission");
        assertThat(api.delete(WORK_PACKAGES + work).status()).isEqualTo(403);
        assertThat(api.delete(PROJECTS + secret).status()).isEqualTo(403);
        assertThat(api.patch(PROJECTS + secret, "{\"name\": \"x\"}").status()).isEqualTo(403);
        assertThat(api.post("/api/v3/time_entries", hours("")).status()).isEqualTo(403);
        assertThat(api.patch(TIME_ENTRIES + entry, "{\"hours\": \"PT2H\"}").status())
                .isEqualTo(403);
    }

    @Test
    void people_one_does_not_know_are_not_named() {
        persons.join(stranger, secret, 5);
        var shown = stranger.api().get(WORK_PACKAGES + work);
        assertThat(shown.at("/_links/author/href").asString()).isEqualTo(URN);
        assertThat(shown.at("/_embedded").has("author")).isFalse();
        assertThat(shown.text()).doesNotContain("admin");
    }

    @Test
    void ancestors_one_may_not_see_are_not_named() {
        var child =
                admin.post(
                        "/api/v3/projects",
                        """
                        {"name": "Seen child", "_links": {"parent": {"href": "%s%d"}}}
                        """
                                .formatted(PROJECTS, secret));
        persons.join(stranger, child.id(), 3);
        var api = stranger.api();
        var shown = api.get(PROJECTS + child.id());
        assertThat(shown.at("/_links/parent/href").asString()).isEqualTo(URN);
        assertThat(shown.at("/_links/ancestors/0/href").asString()).isEqualTo(URN);
        assertThat(shown.at("/_embedded").has("parent")).isFalse();
        var sentBack = api.patch(PROJECTS + child.id(), shown.text());
        assertThat(sentBack.status()).as(sentBack.text()).isEqualTo(200);
        assertThat(admin.get(PROJECTS + child.id()).at("/_links/parent/href").asString())
                .isEqualTo(PROJECTS + secret);
    }

    @Test
    void a_member_logs_their_own_hours_and_not_those_of_others() {
        persons.join(stranger, secret, 4);
        var other = persons.add();
        persons.join(other, secret, 4);
        var api = stranger.api();
        var own = api.post("/api/v3/time_entries", hours(""));
        assertThat(own.status()).as(own.text()).isEqualTo(201);
        assertThat(own.at("/_links/user/href").asString())
                .isEqualTo("/api/v3/users/" + stranger.id());
        assertThat(api.patch(TIME_ENTRIES + own.id(), "{\"hours\": \"PT2H\"}").status())
                .isEqualTo(200);
        var forOther = ", \"user\": {\"href\": \"/api/v3/users/" + other.id() + "\"}";
        assertThat(api.post("/api/v3/time_entries", hours(forOther)).status()).isEqualTo(403);
        assertThat(
                        api.patch(
                                        TIME_ENTRIES + own.id(),
                                        "{\"_links\": {%s}}".formatted(forOther.substring(2)))
                                .status())
                .isEqualTo(403);
        assertThat(admin.post("/api/v3/time_entries", hours(forOther)).status()).isEqualTo(201);
        assertThat(api.delete(TIME_ENTRIES + own.id()).status()).isEqualTo(204);
    }

    @Test
    void who_creates_a_project_administrates_it() {
        var joined =
                admin.post(
                        "/api/v3/memberships",
                        """
                        {"_links": {"principal": {"href": "/api/v3/users/%d"},
                          "roles": [{"href": "/api/v3/roles/6"}]}}
                        """
                                .formatted(stranger.id()));
        assertThat(joined.status()).as(joined.text()).isEqualTo(201);
        var events = RecordedEvents.from(server);
        var created = stranger.api().post("/api/v3/projects", "{\"name\": \"Own project\"}");
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        assertThat(events.types()).containsExactly("project.created", "membership.created");
        assertThat(created.at("/_links").has("updateImmediately")).isTrue();
        assertThat(created.at("/_links").has("delete")).isFalse();
        assertThat(stranger.api().post("/api/v3/projects", "{}").status()).isEqualTo(422);
        assertThat(persons.add().api().post("/api/v3/projects", "{}").status()).isEqualTo(403);
    }

    private String hours(String moreLinks) {
        return """
        {"spentOn": "2026-03-04", "hours": "PT1H",
         "_links": {"entity": {"href": "/api/v3/work_packages/%d"}%s}}
        """
                .formatted(work, moreLinks);
    }
}
