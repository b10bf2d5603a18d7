package org.signalbox.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.signalbox.testing.Api;
import org.signalbox.testing.Persons;
import org.signalbox.testing.RecordedEvents;
import org.signalbox.testing.RunningServer;
import tools.jackson.databind.JsonNode;

/** What happens to a work package and what is said about it, over HTTP. */
@Tag("api")
class ActivitiesTest {
    private static final String WORK_PACKAGES = "/api/v3/work_packages/";
    private static final String ACTIVITIES = "/api/v3/activities/";

    private final RunningServer server = RunningServer.shared();
    private final Api admin = server.api();
    private final Persons persons = new Persons(server);
    private long project;
    private long work;

    @BeforeEach
    void add_a_work_package() {
        project = persons.project(false);
        work =
                admin.post(
                                "/api/v3/projects/" + project + "/work_packages",
                                "{\"subject\": \"Prune <trees>\", \"estimatedTime\": \"PT1H30M\"}")
                        .id();
    }

    @Test
    void a_creation_is_the_first_activity() {
        var first = activities(admin).get(0);
        assertThat(activities(admin)).hasSize(1);
        assertThat(first.path("_type").asString()).isEqualTo("Activity");
        assertThat(first.path("version").asInt()).isEqualTo(1);
        assertThat(first.at("/comment/raw").asString()).isEmpty();
        assertThat(first.path("internal").asBoolean()).isFalse();
        assertThat(first.at("/_links/user").toString()).isEqualTo("{\"href\":\"/api/v3/users/1\"}");
        assertThat(first.at("/_links/workPackage/title").asString()).isEqualTo("Prune <trees>");
        assertThat(first.has("_embedded")).isFalse();
        assertThat(raw(first))
                .contains("Subject set to Prune <trees>", "Type set to Task", "Work set to 1h 30m");
        assertThat(html(first))
                .contains("<strong>Subject</strong> set to <i>Prune &lt;trees&gt;</i>");
    }

    @Test
    void every_change_leaves_an_activity_with_titles_as_they_were() {
        var changed =
                admin.patch(
                        WORK_PACKAGES + work,
                        """
                        {"lockVersion": 0, "description": {"raw": "North side"}, "percentageDone": 30,
                         "estimatedTime": null, "duration": "P1D",
                         "_links": {"status": {"href": "/api/v3/statuses/7"},
                                    "assignee": {"href": "/api/v3/users/1"}}}
                        """);
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        assertThat(
                        admin.patch(
                                        WORK_PACKAGES + work,
                                        """
                                        {"lockVersion": 1, "_links": {"assignee": {"href": null}}}
                                        """)
                                .status())
                .isEqualTo(200);
        var all = activities(admin);
        assertThat(all).hasSize(3);
        assertThat(raw(all.get(1)))
                .containsExactlyInAnyOrder(
                        "Description set",
                        "% Complete set to 30%",
                        "Work removed: 1h 30m",
                        "Duration set to 1 day",
                        "Status changed from New to In progress",
                        "Assignee set to Signalbox Admin");
        assertThat(raw(all.get(2))).containsExactly("Assignee removed: Signalbox Admin");
        assertThat(all.get(2).path("version").asInt()).isEqualTo(3);
        assertThat(all.get(1).at("/details/0/format").asString()).isEqualTo("custom");
    }

    @Test
    void what_changes_nothing_or_is_refused_leaves_no_activity() {
        admin.patch(WORK_PACKAGES + work, "{\"lockVersion\": 0, \"subject\": \"Prune <trees>\"}");
        admin.patch(WORK_PACKAGES + work, "{\"lockVersion\": 7, \"subject\": \"x\"}");
        admin.patch(WORK_PACKAGES + work, "{\"lockVersion\": 0, \"subject\": \"\"}");
        assertThat(activities(admin)).hasSize(1);
    }

    @Test
    void a_comment_is_an_activity_and_an_event() {
        var events = RecordedEvents.from(server);
        var said = comment(admin, "Almost *done*", false);
        assertThat(said.status()).as(said.text()).isEqualTo(201);
        assertThat(said.header("Location")).isEqualTo(ACTIVITIES + said.id());
        assertThat(said.at("/_type").asString()).isEqualTo("Activity::Comment");
        assertThat(said.at("/version").asInt()).isEqualTo(2);
        assertThat(said.at("/comment/format").asString()).isEqualTo("markdown");
        assertThat(said.at("/comment/html").asString()).contains("<em>done</em>");
        assertThat(said.at("/details").size()).isZero();
        assertThat(said.at("/_links/update/method").asString()).isEqualTo("patch");
        assertThat(activities(admin).getLast()).as("in the list").isEqualTo(said.body());
        var alone = admin.get(ACTIVITIES + said.id());
        assertThat(alone.at("/comment")).isEqualTo(said.at("/comment"));
        assertThat(alone.at("/_embedded/workPackage/id").asLong()).isEqualTo(work);
        assertThat(alone.at("/_embedded/emojiReactions/total").asInt()).isZero();
        assertThat(admin.get(WORK_PACKAGES + work).at("/lockVersion").asInt()).isZero();

        assertThat(events.types()).containsExactly("work_package.commented");
        var event = events.lastEvent("work_package.commented");
        assertThat(event.subject().toString()).isEqualTo("activity:" + said.id());
        assertThat(event.projectId()).isEqualTo(project);
        assertThat(
                        events.last("work_package.commented")
                                .at("/subject/activity/internal")
                                .asBoolean())
                .isFalse();
    }

    @Test
    void an_empty_comment_is_refused() {
        for (String body :
                new String[] {
                    "{}",
                    "{\"comment\": {\"raw\": \"\"}}",
                    "{\"comment\": {\"raw\": \" \"}}",
                    "{\"comment\": 5}"
                }) {
            var refused = admin.post(WORK_PACKAGES + work + "/activities", body);
            assertThat(refused.status()).as(body).isEqualTo(422);
            assertThat(refused.at("/_embedded/details/attribute").asString()).isEqualTo("comment");
        }
        assertThat(activities(admin)).hasSize(1);
    }

    @Test
    void comments_at_the_same_time_are_all_kept() throws Exception {
        var calls = new ArrayList<Callable<Integer>>();
        for (int i = 0; i < 8; i++) {
            calls.add(() -> comment(admin, "At once", false).status());
        }
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (var answer : threads.invokeAll(calls)) {
                assertThat(answer.get()).isEqualTo(201);
            }
        }
        assertThat(activities(admin))
                .extracting(activity -> activity.path("version").asInt())
                .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9);
    }

    @Test
    void a_comment_is_changed_by_its_author_and_by_who_may_edit_those_of_others() {
        var author = member(4);
        var other = member(4);
        long said = comment(author.api(), "Furst", false).id();
        var events = RecordedEvents.from(server);
        var better = author.api().patch(ACTIVITIES + said, "{\"comment\": {\"raw\": \"First\"}}");
        assertThat(better.status()).as(better.text()).isEqualTo(200);
        assertThat(better.at("/comment/raw").asString()).isEqualTo("First");
        assertThat(better.at("/version").asInt()).isEqualTo(2);
        var refused = other.api().patch(ACTIVITIES + said, "{\"comment\": {\"raw\": \"No\"}}");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(other.api().get(ACTIVITIES + said).at("/_links").has("update")).isFalse();
        var byAdmin = member(3).api().patch(ACTIVITIES + said, "{\"comment\": {\"raw\": \"Ok\"}}");
        assertThat(byAdmin.status()).isEqualTo(200);
        assertThat(byAdmin.at("/_links/user/href").asString())
                .isEqualTo("/api/v3/users/" + author.id());
        var readOnly = author.api().patch(ACTIVITIES + said, "{\"internal\": true}");
        assertThat(readOnly.status()).isEqualTo(422);
        assertThat(events.types()).doesNotContain("work_package.commented");
        assertThat(author.api().patch(ACTIVITIES + said, "{\"comment\": \"\"}").status())
                .isEqualTo(422);
    }

    @Test
    void words_on_a_mere_change_are_a_comment() {
        long first = activities(admin).get(0).path("id").asLong();
        var events = RecordedEvents.from(server);
        var said = admin.patch(ACTIVITIES + first, "{\"comment\": {\"raw\": \"Because\"}}");
        assertThat(said.at("/_type").asString()).isEqualTo("Activity::Comment");
        assertThat(said.at("/details").size()).isPositive();
        assertThat(events.types()).containsExactly("work_package.commented");
    }

    @Test
    void internal_comments_exist_for_project_admins_only() {
        var lead = member(3);
        var member = member(4);
        var events = RecordedEvents.from(server);
        var said = comment(lead.api(), "Between us", true);
        assertThat(said.status()).as(said.text()).isEqualTo(201);
        assertThat(said.at("/internal").asBoolean()).isTrue();
        assertThat(
                        events.last("work_package.commented")
                                .at("/subject/activity/internal")
                                .asBoolean())
                .isTrue();
        assertThat(activities(lead.api())).hasSize(2);

        var api = member.api();
        assertThat(activities(api)).hasSize(1);
        var path = ACTIVITIES + said.id();
        var missing = api.get(ACTIVITIES + 999_999).text();
        for (String hidden : new String[] {path, path + "/emoji_reactions"}) {
            assertThat(api.get(hidden).status()).isEqualTo(404);
            assertThat(api.get(hidden).text()).isEqualTo(missing);
        }
        assertThat(api.patch(path, "{\"comment\": {\"raw\": \"x\"}}").status()).isEqualTo(404);
        var toggle = api.patch(path + "/emoji_reactions", "{\"reaction\": \"heart\"}");
        assertThat(toggle.status()).isEqualTo(404);
        lead.api().patch(path + "/emoji_reactions", "{\"reaction\": \"heart\"}");
        var reactions = WORK_PACKAGES + work + "/activities_emoji_reactions";
        assertThat(api.get(reactions).at("/total").asInt()).isZero();
        assertThat(lead.api().get(reactions).at("/total").asInt()).isEqualTo(1);
        assertThat(comment(api, "Me too", true).status()).isEqualTo(403);
        assertThat(comment(api, "Me too", false).status()).isEqualTo(201);
    }

    @Test
    void a_reader_reads_and_a_stranger_finds_nothing() {
        var reader = member(5).api();
        assertThat(activities(reader)).hasSize(1);
        assertThat(comment(reader, "May I?", false).status()).isEqualTo(403);
        assertThat(reader.get(WORK_PACKAGES + work).at("/_links").has("addComment")).isFalse();
        assertThat(member(4).api().get(WORK_PACKAGES + work).at("/_links/addComment").toString())
                .contains("/activities", "post");
        long first = activities(admin).get(0).path("id").asLong();
        var stranger = persons.add().api();
        for (String path :
                new String[] {WORK_PACKAGES + work + "/activities", ACTIVITIES + first}) {
            assertThat(stranger.get(path).status()).as(path).isEqualTo(404);
        }
        assertThat(comment(stranger, "Hello", false).status()).isEqualTo(404);
    }

    @Test
    void people_one_does_not_know_are_not_named() {
        admin.patch(
                WORK_PACKAGES + work,
                """
                {"lockVersion": 0, "_links": {"assignee": {"href": "/api/v3/users/1"}}}
                """);
        var reader = member(5).api();
        var change = activities(reader).get(1);
        assertThat(raw(change)).containsExactly("Assignee set to (undisclosed)");
        assertThat(change.at("/_links/user/href").asString())
                .isEqualTo("urn:openproject-org:api:v3:undisclosed");
        assertThat(change.toString()).doesNotContain("Signalbox Admin");
    }

    @Test
    void a_reaction_comes_and_goes() {
        var member = member(4);
        long said = comment(admin, "Done", false).id();
        var path = ACTIVITIES + said + "/emoji_reactions";
        admin.patch(path, "{\"reaction\": \"thumbs_up\"}");
        var both = member.api().patch(path, "{\"reaction\": \"thumbs_up\"}");
        assertThat(both.status()).as(both.text()).isEqualTo(200);
        var reaction = both.at("/_embedded/elements/0");
        assertThat(reaction.path("_type").asString()).isEqualTo("EmojiReaction");
        assertThat(reaction.path("id").asString()).isEqualTo(said + "-thumbs_up");
        assertThat(reaction.path("emoji").asString()).isEqualTo("\uD83D\uDC4D");
        assertThat(reaction.path("reactionsCount").asInt()).isEqualTo(2);
        assertThat(reaction.at("/_links/reactable/href").asString()).isEqualTo(ACTIVITIES + said);
        assertThat(reaction.at("/_links/reactingUsers/1/href").asString())
                .isEqualTo("/api/v3/users/" + member.id());
        var one = admin.patch(path, "{\"reaction\": \"thumbs_up\"}");
        assertThat(one.at("/_embedded/elements/0/reactionsCount").asInt()).isEqualTo(1);
        assertThat(admin.get(path).text()).isEqualTo(one.text());
        assertThat(admin.patch(path, "{\"reaction\": \"shrug\"}").status()).isEqualTo(400);
        var refused = member(5).api().patch(path, "{\"reaction\": \"heart\"}");
        assertThat(refused.status()).isEqualTo(403);
    }

    @Test
    void activities_go_with_the_work_package_and_with_the_project() {
        long said = comment(admin, "Soon gone", false).id();
        admin.patch(ACTIVITIES + said + "/emoji_reactions", "{\"reaction\": \"eyes\"}");
        assertThat(admin.delete(WORK_PACKAGES + work).status()).isEqualTo(204);
        assertThat(admin.get(ACTIVITIES + said).status()).isEqualTo(404);

        add_a_work_package();
        long other = comment(admin, "Gone too", false).id();
        admin.patch(ACTIVITIES + other + "/emoji_reactions", "{\"reaction\": \"eyes\"}");
        assertThat(admin.delete("/api/v3/projects/" + project).status()).isEqualTo(204);
        assertThat(admin.get(ACTIVITIES + other).status()).isEqualTo(404);
    }

    private Persons.Person member(int role) {
        var person = persons.add();
        persons.join(person, project, role);
        return person;
    }

    private Api.Answer comment(Api api, String text, boolean internal) {
        return api.post(
                WORK_PACKAGES + work + "/activities",
                "{\"comment\": {\"raw\": \"%s\"}, \"internal\": %s}".formatted(text, internal));
    }

    private List<JsonNode> activities(Api api) {
        var answer = api.get(WORK_PACKAGES + work + "/activities");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.body().has("pageSize")).isFalse();
        return answer.at("/_embedded/elements").valueStream().toList();
    }

    private static List<String> raw(JsonNode activity) {
        return details(activity, "raw");
    }

    private static List<String> html(JsonNode activity) {
        return details(activity, "html");
    }

    private static List<String> details(JsonNode activity, String part) {
        return activity.path("details")
                .valueStream()
                .map(detail -> detail.path(part).asString())
                .toList();
    }
}
