package org.signalbox.audit;

import static java.time.temporal.ChronoUnit.MILLIS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.signalbox.testing.Encoded.encoded;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.signalbox.testing.Api;
import org.signalbox.testing.Persons;
import org.signalbox.testing.RunningServer;
import org.signalbox.testing.Visitor;
import tools.jackson.databind.JsonNode;

@Tag("api")
class AuditLogTest {
    private static final String PATH = "/api/v3/audit_log_entries";
    private static final String SECRET = "whsec_c2lnbmFsYm94LWF1ZGl0LXRlc3Qta2V5";
    private static final String HEADER_VALUE = "Key 4711-never-to-be-seen";

    private final RunningServer server = RunningServer.shared();
    private final Api api = server.api();
    private final Persons persons = new Persons(server);

    /** An administrator of this test's own, so that what they do can be told from the rest. */
    private final Persons.Person mira = persons.add(true);

    @Test
    void an_entry_says_who_what_when_and_from_where() {
        Instant before = Instant.now();
        long webhook = webhook();

        JsonNode entry = only("webhook.created");

        assertThat(entry.at("/_type").asString()).isEqualTo("AuditLogEntry");
        assertThat(entry.at("/_links/user/href").asString())
                .isEqualTo("/api/v3/users/" + mira.id());
        assertThat(entry.at("/userName").asString()).isEqualTo("Person " + mira.login());
        assertThat(entry.at("/via").asString()).isEqualTo("token");
        assertThat(entry.at("/viaName").asString()).isEqualTo("tests");
        assertThat(entry.at("/address").asString()).isEqualTo("127.0.0.1");
        assertThat(entry.at("/subjectType").asString()).isEqualTo("Webhook");
        assertThat(entry.at("/subjectId").asString()).isEqualTo("" + webhook);
        assertThat(entry.at("/subjectName").asString()).isEqualTo("Hook of " + mira.login());
        assertThat(entry.at("/changes/url/new").asString()).isEqualTo("https://example.org/hook");
        assertThat(entry.at("/changes/url/old").isNull()).isTrue();
        assertThat(entry.at("/changes/secret").asString()).isEqualTo("changed");
        assertThat(entry.at("/changes/headerValue").asString()).isEqualTo("changed");
        Instant made = Instant.parse(entry.at("/createdAt").asString());
        assertThat(made).isBetween(before.truncatedTo(MILLIS), Instant.now());
        assertThat(api.get(entry.at("/_links/self/href").asString()).body()).isEqualTo(entry);
    }

    @Test
    void a_change_tells_the_fields_before_and_after_and_nothing_else() {
        String webhook = "/api/v3/webhooks/" + webhook();

        ok(
                mira.api()
                        .patch(
                                webhook,
                                "{\"name\": \"H %s\", \"concurrency\": 3, \"headerValue\": \"other %s\"}"
                                        .formatted(mira.login(), HEADER_VALUE)));
        ok(mira.api().patch(webhook, "{\"concurrency\": 3}"));

        JsonNode changes = only("webhook.updated").at("/changes");
        assertThat(changes.propertyNames())
                .containsExactlyInAnyOrder("name", "concurrency", "headerValue");
        assertThat(changes.at("/name/old").asString()).isEqualTo("Hook of " + mira.login());
        assertThat(changes.at("/name/new").asString()).isEqualTo("H " + mira.login());
        assertThat(changes.at("/concurrency/old").asInt()).isEqualTo(16);
        assertThat(changes.at("/concurrency/new").asInt()).isEqualTo(3);
        assertThat(changes.at("/headerValue").asString()).isEqualTo("changed");
    }

    @Test
    void everything_that_is_done_to_a_webhook_is_written_down() {
        String webhook = "/api/v3/webhooks/" + webhook();

        ok(mira.api().post(webhook + "/pause", "{}"));
        ok(mira.api().post(webhook + "/resume", "{}"));
        ok(mira.api().post(webhook + "/skip_backlog", "{}"));
        ok(mira.api().post(webhook + "/rotate_secret", "{\"secret\": \"%s\"}".formatted(SECRET)));
        persons.project(false);
        ok(mira.api().post(webhook + "/replay", "{\"since\": \"2026-01-01T00:00:00Z\"}"));
        assertThat(mira.api().delete(webhook).status()).isEqualTo(204);

        assertThat(actions())
                .containsExactly(
                        "webhook.deleted",
                        "webhook.replayed",
                        "webhook.secret_rotated",
                        "webhook.skipped",
                        "webhook.resumed",
                        "webhook.paused",
                        "webhook.created");
        assertThat(only("webhook.replayed").at("/changes/count/new").asLong()).isPositive();
        assertThat(only("webhook.secret_rotated").at("/changes/secret").asString())
                .isEqualTo("changed");
        assertThat(only("webhook.deleted").at("/changes/url/old").asString())
                .isEqualTo("https://example.org/hook");
    }

    @Test
    void what_is_done_to_people_groups_memberships_and_tokens_is_written_down() {
        Api api = mira.api();
        String user = "/api/v3/users/" + created("/api/v3/users", person()).id();
        ok(api.patch(user, "{\"firstName\": \"Zoë\", \"password\": \"another long password\"}"));
        ok(api.post(user + "/lock", "{}"));
        ok(api.delete(user + "/lock"));
        Api.Answer token = created(user + "/api_tokens", "{\"name\": \"phone\"}");
        assertThat(api.delete(user + "/api_tokens/" + token.id()).status()).isEqualTo(204);
        String name = "of " + mira.login();
        String group = "/api/v3/groups/" + created("/api/v3/groups", named("G " + name)).id();
        ok(api.patch(group, "{\"_links\": {\"members\": [{\"href\": \"%s\"}]}}".formatted(user)));
        String holder =
                "/api/v3/placeholder_users/"
                        + created("/api/v3/placeholder_users", named("P " + name)).id();
        ok(api.patch(holder, named("Q " + name)));
        Api.Answer membership =
                created("/api/v3/memberships", membership(persons.project(false), user));
        String self = "/api/v3/memberships/" + membership.id();
        ok(api.patch(self, "{\"_links\": {\"roles\": [{\"href\": \"/api/v3/roles/5\"}]}}"));
        for (String path : List.of(holder, group, user)) {
            assertThat(api.delete(path).status()).as(path).isEqualTo(202);
        }

        assertThat(actions())
                .containsExactly(
                        "user.deleted",
                        "membership.deleted",
                        "group.deleted",
                        "placeholder_user.deleted",
                        "membership.updated",
                        "membership.created",
                        "placeholder_user.updated",
                        "placeholder_user.created",
                        "group.updated",
                        "group.created",
                        "token.revoked",
                        "token.created",
                        "user.unlocked",
                        "user.locked",
                        "user.updated",
                        "user.created");
        JsonNode changed = only("user.updated").at("/changes");
        assertThat(changed.at("/firstName/old").asString()).isEqualTo("Ada");
        assertThat(changed.at("/firstName/new").asString()).isEqualTo("Zoë");
        assertThat(changed.at("/password").asString()).isEqualTo("changed");
        assertThat(only("group.updated").at("/changes/members/new/0/href").asString())
                .isEqualTo(user);
        assertThat(only("membership.updated").at("/changes/roles/new/0/title").asString())
                .isEqualTo("Reader");
        assertThat(only("token.created").at("/subjectName").asString()).isEqualTo("phone");
    }

    @Test
    void projects_and_days_that_come_and_go_are_written_down() {
        Api api = mira.api();
        String name = "Pier " + mira.login();
        long parent = created("/api/v3/projects", named(name)).id();
        String below =
                "{\"name\": \"%s 2\", \"_links\": {\"parent\": {\"href\": \"/api/v3/projects/%d\"}}}"
                        .formatted(name, parent);
        long child = created("/api/v3/projects", below).id();
        String project = "/api/v3/projects/" + parent;
        ok(api.patch("/api/v3/projects/" + child, "{\"active\": false}"));
        ok(api.patch("/api/v3/projects/" + child, "{\"active\": true}"));
        ok(api.patch(project, named(name + " 1")));
        assertThat(api.delete(project).status()).isEqualTo(204);
        String day = "2089-05-04";
        created(
                "/api/v3/days/non_working",
                "{\"date\": \"%s\", \"name\": \"Fair\"}".formatted(day));
        assertThat(api.delete("/api/v3/days/non_working/" + day).status()).isEqualTo(204);

        assertThat(actions().stream().filter(action -> !action.startsWith("membership.")))
                .containsExactly(
                        "non_working_day.deleted",
                        "non_working_day.created",
                        "project.deleted",
                        "project.deleted",
                        "project.unarchived",
                        "project.archived",
                        "project.created",
                        "project.created");
        JsonNode deleted = entries(filter("action", "=", "project.deleted"));
        assertThat(deleted.at("/0/subjectId").asString()).isEqualTo("" + parent);
        assertThat(deleted.at("/0/subjectName").asString()).isEqualTo(name + " 1");
        assertThat(deleted.at("/1/subjectId").asString()).isEqualTo("" + child);
        assertThat(only("non_working_day.deleted").at("/subjectId").asString()).isEqualTo(day);
        assertThat(only("non_working_day.deleted").at("/subjectName").asString()).isEqualTo("Fair");
    }

    @Test
    void no_secret_is_ever_in_it() {
        String webhook = "/api/v3/webhooks/" + webhook();
        Api.Answer rotated = mira.api().post(webhook + "/rotate_secret", "{}");
        String user = "/api/v3/users/" + created("/api/v3/users", person()).id();
        Api.Answer token = created(user + "/api_tokens", "{\"name\": \"phone\"}");
        ok(mira.api().patch(user, "{\"password\": \"another long password\"}"));

        String all = entries("").toString();

        assertThat(all)
                .doesNotContain(SECRET)
                .doesNotContain(HEADER_VALUE)
                .doesNotContain(rotated.at("/secret").asString("-"))
                .doesNotContain(token.at("/token").asString("-"))
                .doesNotContain(Persons.PASSWORD)
                .doesNotContain("another long password");
        assertThat(rotated.at("/secret").asString("-")).hasSizeGreaterThan(20);
    }

    @Test
    void what_was_refused_is_not_in_it() {
        assertThat(mira.api().post("/api/v3/users", person().replace("Ada", "")).status())
                .isEqualTo(422);
        assertThat(mira.api().post("/api/v3/webhooks", "{\"name\": \"x\"}").status())
                .isEqualTo(422);
        assertThat(mira.api().delete("/api/v3/groups/987654321").status()).isEqualTo(404);

        assertThat(actions()).isEmpty();
    }

    @Test
    void somebody_at_a_page_came_by_their_session() {
        var visitor = new Visitor(server);
        assertThat(visitor.signIn(mira.login(), Persons.PASSWORD).status()).isEqualTo(302);
        String form = visitor.get("/admin/settings/webhooks/new").text();

        long hook = webhook();
        visitor.post(
                "/admin/settings/webhooks/" + hook + "/pause",
                Map.of("_csrf", Visitor.csrf(visitor.get("/admin/settings/webhooks/" + hook))));

        assertThat(form).isNotEmpty();
        JsonNode paused = only("webhook.paused");
        assertThat(paused.at("/via").asString()).isEqualTo("session");
        assertThat(paused.at("/viaName").isNull()).isTrue();
        assertThat(paused.at("/address").asString()).isEqualTo("127.0.0.1");
    }

    @Test
    void administrators_find_entries_and_others_see_none() {
        long hook = webhook();

        assertThat(entries(filter("action", "=", "webhook.created")).size()).isEqualTo(1);
        assertThat(entries(filter("action", "=", "webhook.deleted")).size()).isZero();
        assertThat(entries(filter("subjectId", "=", "" + hook)).size()).isEqualTo(1);
        assertThat(entries("{\"createdAt\": {\"operator\": \"t\", \"values\": []}}").size())
                .isEqualTo(1);
        assertThat(entries("{\"createdAt\": {\"operator\": \"<t-\", \"values\": [\"1\"]}}").size())
                .isZero();
        assertThat(
                        api.get(
                                        PATH
                                                + "?filters="
                                                + encoded("[" + filter("action", "=", "no") + "]"))
                                .status())
                .isEqualTo(400);
        assertThat(api.get(PATH + "?pageSize=1").at("/count").asInt()).isEqualTo(1);
        assertThat(persons.add().api().get(PATH).status()).isEqualTo(403);
        assertThat(persons.add().api().get(PATH + "/1").status()).isEqualTo(403);
        assertThat(api.anonymous().get(PATH).status()).isEqualTo(401);
        assertThat(api.get(PATH + "/987654321").status()).isEqualTo(404);
    }

    @Test
    void the_first_administrator_came_with_the_server() {
        JsonNode first = api.get(PATH + "/1").body();

        assertThat(first.at("/action").asString()).isEqualTo("user.created");
        assertThat(first.at("/via").asString()).isEqualTo("server");
        assertThat(first.at("/_links/user/href").isNull()).isTrue();
        assertThat(first.at("/address").isNull()).isTrue();
    }

    private long webhook() {
        return created(
                        "/api/v3/webhooks",
                        """
                        {"name": "Hook of %s", "url": "https://example.org/hook", "enabled": true,
                         "events": ["project:created"], "secret": "%s",
                         "headerName": "X-Key", "headerValue": "%s"}
                        """
                                .formatted(mira.login(), SECRET, HEADER_VALUE))
                .id();
    }

    private String person() {
        return """
        {"login": "of-%1$s", "firstName": "Ada", "lastName": "Example",
         "email": "of-%1$s@example.org", "status": "active", "password": "%2$s"}
        """
                .formatted(mira.login(), Persons.PASSWORD);
    }

    private static String named(String name) {
        return "{\"name\": \"%s\"}".formatted(name);
    }

    private static String membership(long project, String user) {
        return """
        {"_links": {"project": {"href": "/api/v3/projects/%d"},
          "principal": {"href": "%s"}, "roles": [{"href": "/api/v3/roles/4"}]}}
        """
                .formatted(project, user);
    }

    private Api.Answer created(String path, String json) {
        Api.Answer answer = mira.api().post(path, json);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer;
    }

    private static void ok(Api.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private List<String> actions() {
        return entries("").valueStream().map(entry -> entry.at("/action").asString()).toList();
    }

    private JsonNode only(String action) {
        JsonNode found = entries(filter("action", "=", action));
        assertThat(found.size()).as(action).isEqualTo(1);
        return found.get(0);
    }

    /** What this test's administrator did, newest first. */
    private JsonNode entries(String filter) {
        String mine = filter("user", "=", "" + mira.id());
        String all = filter.isEmpty() ? mine : mine + ", " + filter;
        Api.Answer answer = api.get(PATH + "?pageSize=100&filters=" + encoded("[" + all + "]"));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.at("/_embedded/elements");
    }

    private static String filter(String name, String operator, String value) {
        return "{\"%s\": {\"operator\": \"%s\", \"values\": [\"%s\"]}}"
                .formatted(name, operator, value);
    }
}
