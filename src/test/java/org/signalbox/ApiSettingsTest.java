package org.signalbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.signalbox.testing.Api;
import org.signalbox.testing.Persons;
import org.signalbox.testing.RunningServer;
import org.signalbox.testing.Visitor;

/** What administrators set about the API, and that it holds with the next request. */
@Tag("api")
class ApiSettingsTest {
    private static final String PAGE = "/admin/settings/api";
    private static final String ORIGIN = "http://portal.example.com:8081";
    private static final String ALLOW_ORIGIN = "Access-Control-Allow-Origin";

    private static RunningServer server;
    private static Visitor visitor;
    private static Api api;

    @BeforeAll
    static void start() {
        server = RunningServer.start(Map.of());
        api = server.api();
        visitor = new Visitor(server);
        assertThat(visitor.signIn("admin", RunningServer.ADMIN_PASSWORD).status()).isEqualTo(302);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @AfterEach
    void as_it_was() {
        saved(
                Map.of(
                        "rest_api_enabled", "1",
                        "apiv3_max_page_size", "1000",
                        "apiv3_docs_enabled", "1",
                        "apiv3_cors_enabled", "0",
                        "apiv3_cors_origins", ""));
        assertThat(server.surprises()).isZero();
    }

    @Test
    void without_the_rest_web_service_applications_are_refused_and_pages_go_on() {
        saved(Map.of("rest_api_enabled", "0"));

        Api.Answer refused = api.get("/api/v3/projects");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.header("Content-Type")).isEqualTo("application/hal+json;charset=utf-8");
        assertThat(refused.at("/errorIdentifier").asString())
                .isEqualTo("urn:openproject-org:api:v3:errors:MissingPermission");
        assertThat(refused.at("/message").asString())
                .startsWith("The REST web service is switched off.");
        assertThat(refused.header("Link")).contains("service-desc");
        assertThat(basic("/api/v3/users/me").status()).isEqualTo(403);
        Api.Answer rm = api.anonymous().get("/rm/api/v1/users?auth=" + RunningServer.ADMIN_TOKEN);
        assertThat(rm.status()).isEqualTo(403);
        assertThat(rm.header("Content-Type")).isEqualTo("application/json;charset=utf-8");
        assertThat(rm.text()).contains("switched off");
        Api.Answer awork = api.get("/awork/api/v1/webhooks");
        assertThat(awork.status()).isEqualTo(403);
        assertThat(awork.text()).contains("switched off");

        assertThat(api.anonymous().get("/api/v3/projects").status()).isEqualTo(401);
        assertThat(api.as("opapi-wrong").get("/api/v3/projects").status()).isEqualTo(401);
        assertThat(api.anonymous().get("/api/v3/spec.json").status()).isEqualTo(200);
        assertThat(visitor.get("/api/v3/projects").status()).isEqualTo(200);
        assertThat(visitor.get("/admin/settings/webhooks").status()).isEqualTo(200);
        assertThat(visitor.get(PAGE).text())
                .contains("The REST web service is off: applications get 403.");

        saved(Map.of("rest_api_enabled", "1"));
        assertThat(api.get("/api/v3/projects").status()).isEqualTo(200);
    }

    @Test
    void without_the_rest_web_service_strangers_are_refused_where_they_were_let_in() {
        try (var open = RunningServer.start(Map.of("signalbox.login-required", "false"))) {
            var admin = new Visitor(open);
            admin.signIn("admin", RunningServer.ADMIN_PASSWORD);
            assertThat(open.api().anonymous().get("/api/v3/projects").status()).isEqualTo(200);

            assertThat(send(admin, Map.of("rest_api_enabled", "0")).status()).isEqualTo(302);

            assertThat(open.api().anonymous().get("/api/v3/projects").status()).isEqualTo(403);
            assertThat(open.api().anonymous().get("/api/v3/spec.json").status()).isEqualTo(200);
            assertThat(admin.get("/api/v3/projects").status()).isEqualTo(200);
        }
    }

    @Test
    void no_list_gives_more_than_the_largest_page() {
        for (int i = 0; i < 60; i++) {
            assertThat(api.post("/api/v3/projects", "{\"name\": \"P%d\"}".formatted(i)).status())
                    .isEqualTo(201);
        }
        assertThat(api.get("/api/v3/projects?pageSize=-1").at("/count").asInt()).isEqualTo(60);

        saved(Map.of("apiv3_max_page_size", "50"));

        Api.Answer all = api.get("/api/v3/projects?pageSize=-1");
        assertThat(all.at("/count").asInt()).isEqualTo(50);
        assertThat(all.at("/pageSize").asInt()).isEqualTo(50);
        assertThat(all.at("/total").asInt()).isEqualTo(60);
        assertThat(api.get("/api/v3/projects?pageSize=9999").at("/count").asInt()).isEqualTo(50);
        assertThat(api.get("/api/v3/projects").at("/pageSize").asInt()).isEqualTo(20);
        assertThat(api.get("/api/v3/events?pageSize=1000").at("/count").asInt()).isEqualTo(50);
        assertThat(api.get("/api/v3/events").at("/pageSize").asInt()).isEqualTo(50);
        assertThat(api.get("/rm/api/v1/projects?per_page=500").at("/paging/per_page").asInt())
                .isEqualTo(50);
        assertThat(api.get("/awork/api/v1/webhooks?pageSize=500").header("aw-pagesize"))
                .isEqualTo("50");
        assertThat(api.get("/api/v3/configuration").at("/maximumAPIV3PageSize").asInt())
                .isEqualTo(50);
    }

    @Test
    void a_form_with_mistakes_comes_back_as_it_was_filled_in() {
        Api.Answer refused =
                send(
                        visitor,
                        Map.of(
                                "apiv3_max_page_size",
                                "49",
                                "apiv3_cors_enabled",
                                "1",
                                "apiv3_cors_origins",
                                "https://right.example\r\nhttps://a.example/x\r\nhttps://*.b"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text())
                .contains("Enter a number of 50 or more.")
                .contains(
                        "Line 2: https://a.example/x has a path. Write only scheme, host and port.")
                .contains("Line 3: a wildcard is not possible, list each origin.")
                .contains("value=\"49\"")
                .contains("https://right.example")
                .contains("What you entered is kept.");
        assertThat(api.get("/api/v3/configuration").at("/maximumAPIV3PageSize").asInt())
                .isEqualTo(1000);
    }

    @Test
    void who_opened_the_form_before_somebody_else_saved_is_told() {
        String csrf = Visitor.csrf(visitor.get(PAGE));
        String seen = version(visitor);
        var persons = new Persons(server);
        Persons.Person jonas = persons.add(true);
        var other = new Visitor(server);
        other.signIn(jonas.login(), Persons.PASSWORD);
        assertThat(send(other, Map.of("apiv3_max_page_size", "500")).status()).isEqualTo(302);

        Api.Answer stale =
                visitor.post(
                        PAGE,
                        Map.of(
                                "_method",
                                "patch",
                                "_csrf",
                                csrf,
                                "version",
                                seen,
                                "settings[apiv3_max_page_size]",
                                "200"));

        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.text())
                .contains("Person " + jonas.login() + " changed these settings")
                .contains("Save mine")
                .contains("value=\"200\"");
        assertThat(api.get("/api/v3/configuration").at("/maximumAPIV3PageSize").asInt())
                .isEqualTo(500);
        saved(Map.of("apiv3_max_page_size", "200"));
        assertThat(api.get("/api/v3/configuration").at("/maximumAPIV3PageSize").asInt())
                .isEqualTo(200);
    }

    @Test
    void each_change_is_in_the_audit_log_and_on_its_page() {
        saved(Map.of("apiv3_max_page_size", "600"));

        var entry = api.get("/api/v3/audit_log_entries?pageSize=1").at("/_embedded/elements/0");
        assertThat(entry.at("/action").asString()).isEqualTo("setting.changed");
        assertThat(entry.at("/changes/apiv3_max_page_size/old").asInt()).isEqualTo(1000);
        assertThat(entry.at("/changes/apiv3_max_page_size/new").asInt()).isEqualTo(600);
        assertThat(entry.at("/changes").size()).isEqualTo(1);
        assertThat(entry.at("/via").asString()).isEqualTo("session");
        assertThat(visitor.get("/admin/settings/audit_log?action=setting.changed").text())
                .contains("apiv3_max_page_size")
                .contains("600");
        assertThat(visitor.get("/admin/settings/audit_log?action=group.deleted").text())
                .contains("No entry matches.");
    }

    @Test
    void the_pages_are_for_administrators() {
        Persons.Person somebody = new Persons(server).add();
        var other = new Visitor(server);
        other.signIn(somebody.login(), Persons.PASSWORD);

        assertThat(other.get(PAGE).status()).isEqualTo(403);
        assertThat(other.get("/admin/settings/audit_log").status()).isEqualTo(403);
        assertThat(new Visitor(server).get(PAGE).header("Location")).isEqualTo("/login");
    }

    @Test
    void the_documentation_is_there_unless_it_is_switched_off() {
        Api.Answer page = api.anonymous().get("/api/docs");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Security-Policy"))
                .contains("script-src 'self'")
                .doesNotContain("unsafe");
        assertThat(page.text()).contains("/api/v3/spec.json").contains("/api/v3/spec.yml");
        assertThat(page.text()).doesNotContain("://").doesNotContain("name=\"csrf\"");
        assertThat(page.header("Set-Cookie")).isEmpty();
        assertThat(visitor.get("/api/docs").text()).contains("X-CSRF-TOKEN");

        saved(Map.of("apiv3_docs_enabled", "0"));

        assertThat(api.anonymous().get("/api/docs").status()).isEqualTo(404);
        assertThat(visitor.get("/api/docs").status()).isEqualTo(404);
        assertThat(api.get("/api/v3/spec.json").status()).isEqualTo(200);
    }

    @Test
    void a_page_of_an_allowed_origin_may_read_every_answer() {
        saved(Map.of("apiv3_cors_enabled", "1", "apiv3_cors_origins", ORIGIN + "\r\nhttp://b:1"));

        for (String path :
                List.of(
                        "/api/v3",
                        "/api/v3/nothing",
                        "/rm/api/v1/users",
                        "/awork/api/v1/webhooks")) {
            Api.Answer nobody = api.anonymous().send("GET", path, null, Map.of("Origin", ORIGIN));
            assertThat(nobody.status()).as(path).isEqualTo(401);
            assertThat(nobody.header(ALLOW_ORIGIN)).as(path).isEqualTo(ORIGIN);
            assertThat(nobody.header("Access-Control-Allow-Credentials")).isEqualTo("true");
            assertThat(nobody.headers().allValues("Vary"))
                    .anyMatch(vary -> vary.contains("Origin"));
        }
        Api.Answer known = api.send("GET", "/api/v3/users/me", null, Map.of("Origin", ORIGIN));
        assertThat(known.status()).isEqualTo(200);
        assertThat(known.header(ALLOW_ORIGIN)).isEqualTo(ORIGIN);
        assertThat(known.header("Access-Control-Allow-Methods"))
                .isEqualTo("GET,HEAD,POST,PUT,PATCH,DELETE,OPTIONS");
        for (String path : List.of("/api/v3", "/oauth/token", "/.well-known/nothing")) {
            Api.Answer question = question(path, ORIGIN);
            assertThat(question.status()).as(path).isEqualTo(200);
            assertThat(question.text()).isEmpty();
            assertThat(question.header(ALLOW_ORIGIN)).isEqualTo(ORIGIN);
            assertThat(question.header("Access-Control-Allow-Headers"))
                    .isEqualTo("authorization, x-anything");
            assertThat(question.header("Access-Control-Allow-Methods")).contains("PATCH");
            assertThat(question.header("Access-Control-Max-Age")).isEqualTo("7200");
        }
    }

    @Test
    void other_origins_and_other_paths_are_told_nothing() {
        saved(Map.of("apiv3_cors_enabled", "1", "apiv3_cors_origins", ORIGIN));

        for (String origin :
                List.of("http://portal.example.com", "http://PORTAL.example.com:8081", "null")) {
            Api.Answer answer = api.send("GET", "/api/v3/users/me", null, Map.of("Origin", origin));
            assertThat(answer.status()).as(origin).isEqualTo(200);
            assertNothingSaid(answer);
            assertThat(answer.headers().allValues("Vary"))
                    .anyMatch(vary -> vary.contains("Origin"));
            Api.Answer question = question("/api/v3", origin);
            assertThat(question.status()).as(origin).isEqualTo(200);
            assertThat(question.text()).isEmpty();
            assertNothingSaid(question);
        }
        assertNothingSaid(api.anonymous().send("GET", "/login", null, Map.of("Origin", ORIGIN)));
        assertNothingSaid(api.anonymous().send("GET", "/api/docs", null, Map.of("Origin", ORIGIN)));

        for (String consent : List.of("/oauth/consent", "/oauth/%63onsent", "/oauth/consent;x=1")) {
            String asked = consent + "?client_id=a&state=b";
            assertNothingSaid(visitor.get(asked, "Origin", ORIGIN));
            assertNothingSaid(question(asked, ORIGIN));
        }

        saved(Map.of("apiv3_cors_enabled", "0"));
        assertNothingSaid(api.send("GET", "/api/v3", null, Map.of("Origin", ORIGIN)));
        assertThat(visitor.get(PAGE).text()).contains(ORIGIN);
    }

    private static void assertNothingSaid(Api.Answer answer) {
        assertThat(answer.headers().map().keySet())
                .noneMatch(name ->
                        name.toLowerCase(java.util.Locale.ROOT).startsWith("access-control"));
    }

    private static Api.Answer question(String path, String origin) {
        return api.anonymous()
                .send(
                        "OPTIONS",
                        path,
                        null,
                        Map.of(
                                "Origin", origin,
                                "Access-Control-Request-Method", "PATCH",
                                "Access-Control-Request-Headers", "authorization, x-anything"));
    }

    private static Api.Answer basic(String path) {
        var pair =
                Base64.getEncoder()
                        .encodeToString(
                                ("apikey:" + RunningServer.ADMIN_TOKEN)
                                        .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return api.anonymous().send("GET", path, null, Map.of("Authorization", "Basic " + pair));
    }

    private static void saved(Map<String, String> settings) {
        Api.Answer answer = send(visitor, settings);
        assertThat(answer.status()).as(answer.text()).isEqualTo(302);
    }

    private static Api.Answer send(Visitor by, Map<String, String> settings) {
        var form = new HashMap<String, String>();
        form.put("_method", "patch");
        form.put("_csrf", Visitor.csrf(by.get(PAGE)));
        form.put("version", version(by));
        settings.forEach((name, value) -> form.put("settings[" + name + "]", value));
        return by.post(PAGE, form);
    }

    private static String version(Visitor by) {
        String page = by.get(PAGE).text();
        return page.replaceFirst("(?s).*name=\"version\" value=\"(\\d+)\".*", "$1");
    }
}
