package org.signalbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.signalbox.testing.Api;
import org.signalbox.testing.Persons;
import org.signalbox.testing.RecordedEvents;
import org.signalbox.testing.RunningServer;
import tools.jackson.databind.JsonNode;

/** What somebody finds who is not signed in, on a server where one need not be. */
@Tag("api")
class AnonymousTest {
    private static final String ROOT = "/api/v3";
    private static final String URN = "urn:openproject-org:api:v3:undisclosed";

    private static RunningServer server;
    private static Api admin;
    private static Api nobody;
    private static Persons persons;
    private static Persons.Person ana;
    private static long open;
    private static long hidden;
    private static long client;
    private static long work;
    private static long hiddenWork;

    @BeforeAll
    static void build_a_public_and_a_private_project() {
        server = RunningServer.start(Map.of("signalbox.login-required", "false"));
        admin = server.api();
        nobody = admin.anonymous();
        persons = new Persons(server);
        ana = persons.add();
        open = persons.project(true);
        hidden = persons.project(false);
        client = created("/clients", "{\"name\": \"Client of ours\"}");
        for (long project : new long[] {open, hidden}) {
            persons.join(ana, project, 4);
            var path = ROOT + "/projects/" + project;
            var links =
                    "{\"_links\": {\"client\": {\"href\": \"/api/v3/clients/%d\"}}}"
                            .formatted(client);
            assertThat(admin.patch(path, links).status()).isEqualTo(200);
            created(
                    "/versions",
                    "{\"name\": \"V\", \"_links\": {\"definingProject\": {\"href\": \"%s\"}}}"
                            .formatted(path));
        }
        work = work(open);
        hiddenWork = work(hidden);
        created(
                "/work_packages/" + work + "/relations",
                "{\"type\": \"relates\", \"_links\": {\"to\": {\"href\": \"/api/v3/work_packages/%d\"}}}"
                        .formatted(hiddenWork));
    }

    private static long work(long project) {
        long id =
                created(
                        "/projects/" + project + "/work_packages",
                        """
                        {"subject": "Work", "_links": {"assignee": {"href": "/api/v3/users/%d"}}}
                        """
                                .formatted(ana.id()));
        created(
                "/time_entries",
                """
                {"spentOn": "2026-03-04", "hours": "PT1H",
                 "_links": {"entity": {"href": "/api/v3/work_packages/%d"}}}
                """
                        .formatted(id));
        created("/work_packages/" + id + "/activities", "{\"comment\": {\"raw\": \"Said\"}}");
        return id;
    }

    private static long created(String path, String body) {
        var answer = admin.post(ROOT + path, body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.id();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "projects, 1",
        "work_packages, 1",
        "versions, 1",
        "relations, 0",
        "time_entries, 0",
        "clients, 0",
        "memberships, 0",
        "principals, 0",
        "absences, 0",
        "assignments, 0"
    })
    void lists_and_totals_know_what_is_public(String list, int total) {
        var all = nobody.get(ROOT + "/" + list + "?filters=%5B%5D");
        assertThat(all.at("/total").asInt(-1)).as(all.text()).isEqualTo(total);
        assertThat(all.at("/_embedded/elements").size()).isEqualTo(total);
        var counted = nobody.get(ROOT + "/" + list + "?filters=%5B%5D&pageSize=0");
        assertThat(counted.at("/total").asInt(-1)).isEqualTo(total);
    }

    @Test
    void what_is_private_does_not_exist() {
        var missing = nobody.get(ROOT + "/projects/999999").text();
        for (String path :
                List.of(
                        "/projects/" + hidden,
                        "/projects/" + hidden + "/work_packages",
                        "/work_packages/" + hiddenWork,
                        "/work_packages/" + hiddenWork + "/activities",
                        "/clients/" + client,
                        "/users/" + ana.id(),
                        "/users/" + ana.login(),
                        "/users/me")) {
            var answer = nobody.get(ROOT + path);
            assertThat(answer.status()).as(path).isEqualTo(404);
            assertThat(answer.text()).isEqualTo(missing);
        }
    }

    @Test
    void an_archived_project_is_not_public() {
        long archived = persons.project(true);
        var path = ROOT + "/projects/" + archived;
        assertThat(nobody.get(path).status()).isEqualTo(200);

        assertThat(admin.patch(path, "{\"active\": false}").status()).isEqualTo(200);

        assertThat(nobody.get(path).status()).isEqualTo(404);
    }

    @Test
    void a_project_shows_neither_people_nor_clients_nor_ways_to_change_it() {
        var project = nobody.get(ROOT + "/projects/" + open);
        assertThat(project.status()).as(project.text()).isEqualTo(200);
        assertThat(project.at("/_links/client/href").asString()).isEqualTo(URN);
        assertThat(project.at("/_embedded").has("client")).isFalse();
        assertNothingToDo(project);
        assertNobodyNamed(project);
        assertThat(project.text()).doesNotContain("Client of ours");
    }

    @Test
    void work_shows_neither_people_nor_hidden_work_nor_ways_to_change_it() {
        var shown = nobody.get(ROOT + "/work_packages/" + work);
        assertThat(shown.status()).as(shown.text()).isEqualTo(200);
        assertThat(shown.at("/_links/author/href").asString()).isEqualTo(URN);
        assertThat(shown.at("/_links/assignee/href").asString()).isEqualTo(URN);
        assertThat(shown.at("/_links").has("watch")).isFalse();
        assertThat(shown.at("/spentTime").isMissingNode()).isTrue();
        assertThat(shown.at("/_embedded/relations/total").asInt(0)).isZero();
        assertNothingToDo(shown);
        assertNobodyNamed(shown);
        var said = nobody.get(ROOT + "/work_packages/" + work + "/activities");
        assertThat(said.text()).contains("Said");
        assertNobodyNamed(said);
        assertNobodyNamed(nobody.get(ROOT + "/work_packages?groupBy=assignee&showSums=true"));
        var standard = nobody.get(ROOT + "/queries/default");
        assertThat(standard.at("/_embedded/results/total").asInt()).isEqualTo(1);
        assertThat(standard.at("/_links/user/href").asString()).isEqualTo(URN);
    }

    @Test
    void filters_do_not_tell_what_is_hidden() {
        assertThat(found("work_packages", "project", hidden)).isZero();
        assertThat(found("work_packages", "project", open)).isEqualTo(1);
        assertThat(found("work_packages", "assignee", ana.id())).isZero();
        assertThat(found("work_packages", "relates", hiddenWork)).isZero();
        assertThat(found("projects", "id", hidden)).isZero();
        assertThat(found("projects", "client", client)).isZero();
        assertThat(found("projects", "principal", ana.id())).isZero();
    }

    private static int found(String list, String filter, long id) {
        var filters =
                "[{\"%s\": {\"operator\": \"=\", \"values\": [\"%d\"]}}]".formatted(filter, id);
        var answer =
                nobody.get(
                        "%s/%s?filters=%s"
                                .formatted(
                                        ROOT,
                                        list,
                                        URLEncoder.encode(filters, StandardCharsets.UTF_8)));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.at("/total").asInt();
    }

    @Test
    void nothing_is_written() {
        var events = RecordedEvents.from(server);
        var path = ROOT + "/work_packages/" + work;
        var before = admin.get(path + "/activities").text();
        for (var answer :
                List.of(
                        nobody.patch(path, "{\"lockVersion\": 0, \"subject\": \"Mine\"}"),
                        nobody.delete(path),
                        nobody.post(path + "/activities", "{\"comment\": {\"raw\": \"I\"}}"),
                        nobody.post(
                                path + "/watchers",
                                "{\"user\": {\"href\": \"/api/v3/users/%d\"}}".formatted(ana.id())),
                        nobody.post(
                                ROOT + "/projects/" + open + "/work_packages",
                                "{\"subject\": \"Mine\"}"),
                        nobody.post(
                                ROOT + "/time_entries",
                                """
                                {"spentOn": "2026-03-04", "hours": "PT1H", "_links": {"entity":
                                  {"href": "/api/v3/work_packages/%d"}}}
                                """
                                        .formatted(work)),
                        nobody.post(
                                ROOT + "/absences",
                                "{\"from\": \"2026-03-04\", \"to\": \"2026-03-05\"}"),
                        nobody.post(ROOT + "/queries", "{\"name\": \"Mine\"}"),
                        nobody.post(ROOT + "/projects", "{\"name\": \"Mine\"}"),
                        nobody.patch(ROOT + "/projects/" + open, "{\"name\": \"Mine\"}"),
                        nobody.delete(ROOT + "/projects/" + open))) {
            assertThat(answer.status()).as(answer.text()).isEqualTo(403);
            assertThat(answer.at("/errorIdentifier").asString()).endsWith(":MissingPermission");
        }
        assertThat(nobody.patch(ROOT + "/projects/" + hidden, "{\"name\": \"Mine\"}").status())
                .isEqualTo(404);
        assertThat(nobody.delete(ROOT + "/work_packages/" + hiddenWork).status()).isEqualTo(404);
        assertThat(admin.get(path + "/activities").text()).isEqualTo(before);
        assertThat(events.all()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "events",
                "webhooks",
                "users",
                "placeholder_users",
                "groups",
                "notifications"
            })
    void what_is_for_some_is_not_for_nobody(String path) {
        var answer = nobody.get(ROOT + "/" + path);
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.at("/_embedded").has("elements")).isFalse();
    }

    @Test
    void preferences_need_somebody_whose_they_are() {
        for (var answer :
                List.of(
                        nobody.get(ROOT + "/my_preferences"),
                        nobody.get(ROOT + "//my_preferences/"),
                        nobody.patch(ROOT + "/my_preferences", "{}"))) {
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.at("/errorIdentifier").asString()).endsWith(":Unauthenticated");
            assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer realm=");
        }
    }

    @Test
    void the_root_names_no_user() {
        var root = nobody.get(ROOT);
        assertThat(root.at("/_type").asString()).isEqualTo("Root");
        assertThat(root.at("/_links").has("user")).isFalse();
        assertThat(root.at("/_links").has("userPreferences")).isFalse();
        assertThat(root.at("/_links").has("webhooks")).isFalse();
        var configuration = nobody.get(ROOT + "/configuration");
        assertThat(configuration.at("/_links").has("userPreferences")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer opapi-wrong", "Bearer", "Negotiate abc", "Basic ?", ""})
    void bad_credentials_are_refused_all_the_same(String header) {
        var answer = nobody.send("GET", ROOT + "/projects", null, Map.of("Authorization", header));
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.at("/message").asString())
                .isEqualTo("You did not provide the correct credentials.");
    }

    @Test
    void login_and_password_do_not_count_as_nobody() {
        var pair = "admin:" + RunningServer.ADMIN_PASSWORD;
        var basic = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        assertThat(
                        nobody.send(
                                        "GET",
                                        ROOT + "/projects",
                                        null,
                                        Map.of("Authorization", "Basic " + basic))
                                .status())
                .isEqualTo(401);
    }

    @Test
    void who_is_signed_in_and_no_member_sees_more() {
        var stranger = persons.add().api();
        var shown = stranger.get(ROOT + "/work_packages/" + work);
        assertThat(shown.at("/_links/assignee/href").asString())
                .isEqualTo(ROOT + "/users/" + ana.id());
        assertThat(shown.at("/_links").has("watch")).isTrue();
        assertThat(stranger.get(ROOT + "/clients/" + client).status()).isEqualTo(200);
        assertThat(stranger.get(ROOT + "/users/me").status()).isEqualTo(200);
        assertThat(stranger.get(ROOT + "/projects/" + hidden).status()).isEqualTo(404);
    }

    @Test
    void the_description_says_that_credentials_may_be_missing() {
        var either = nobody.get(ROOT + "/spec.json").at("/security");
        assertThat(either.valueStream()).anyMatch(JsonNode::isEmpty);
    }

    private static void assertNothingToDo(Api.Answer answer) {
        answer.at("/_links")
                .forEachEntry((name, link) ->
                        assertThat(link.path("method").asString("get")).as(name).isEqualTo("get"));
    }

    private static void assertNobodyNamed(Api.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.text())
                .doesNotContain(ana.login())
                .doesNotContain("/users/")
                .doesNotContain("Signalbox Admin");
    }
}
