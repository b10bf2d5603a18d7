package org.signalbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.signalbox.testing.Persons;
import org.signalbox.testing.RunningServer;
import org.signalbox.testing.Visitor;

@Tag("api")
class SignInTest {
    private static final String ADMIN_PAGE = "/admin/settings/webhooks?format=standard";

    private final RunningServer server = RunningServer.shared();
    private final Persons persons = new Persons(server);
    private final Visitor visitor = new Visitor(server);

    @Test
    void whoever_signs_in_comes_to_the_page_asked_for() {
        var asked = visitor.get(ADMIN_PAGE);
        assertThat(asked.status()).isEqualTo(302);
        assertThat(asked.header("Location")).isEqualTo("/login");

        var in = visitor.signIn("ADMIN", RunningServer.ADMIN_PASSWORD);

        assertThat(in.status()).isEqualTo(302);
        assertThat(in.header("Location")).isEqualTo(ADMIN_PAGE);
    }

    @Test
    void whoever_is_not_known_gets_no_session_however_much_they_ask_for() {
        var asked = visitor.get(ADMIN_PAGE + "&x=" + "y".repeat(50_000));
        assertThat(asked.status()).isEqualTo(302);
        assertThat(asked.header("Set-Cookie"))
                .hasSizeLessThan(200)
                .doesNotContain("JSESSIONID")
                .contains("HttpOnly");

        var in = visitor.signIn("admin", RunningServer.ADMIN_PASSWORD);

        assertThat(in.header("Location")).isEqualTo("/");
    }

    @Test
    void a_forged_cookie_leads_to_no_other_site() {
        for (String elsewhere :
                List.of("//evil.example/", "/\\evil.example", "https://evil.example", "/\tx")) {
            String csrf = Visitor.csrf(visitor.get("/login"));
            String forged =
                    Base64.getUrlEncoder()
                            .encodeToString(elsewhere.getBytes(StandardCharsets.UTF_8));
            var in =
                    server.api()
                            .anonymous()
                            .send(
                                    "POST",
                                    "/login",
                                    "username=admin&password=%s&_csrf=%s"
                                            .formatted(
                                                    RunningServer.ADMIN_PASSWORD.replace(' ', '+'),
                                                    csrf),
                                    Map.of(
                                            "Content-Type",
                                            "application/x-www-form-urlencoded",
                                            "Cookie",
                                            "JSESSIONID=%s; asked=%s"
                                                    .formatted(
                                                            visitor.session().getValue(), forged)));
            assertThat(in.status()).isEqualTo(302);
            assertThat(in.header("Location")).as(elsewhere).isEqualTo("/");
        }
    }

    @Test
    void the_session_changes_its_name_and_is_kept_from_scripts_and_other_sites() {
        visitor.get("/login");
        String before = visitor.session().getValue();

        var in = visitor.signIn("admin", RunningServer.ADMIN_PASSWORD);

        assertThat(visitor.session().getValue()).isNotEqualTo(before);
        assertThat(in.header("Set-Cookie")).contains("HttpOnly").contains("SameSite=Lax");
    }

    @Test
    void a_wrong_password_and_an_unknown_login_sound_the_same() {
        String name = persons.add().login();
        assertThat(visitor.signIn(name, "wrong").header("Location")).isEqualTo("/login");
        assertThat(visitor.get("/login").text())
                .contains("Login or password is wrong.")
                .contains("value=\"" + name + "\"");
        assertThat(visitor.get("/login").text()).doesNotContain("Login or password is wrong.");

        visitor.signIn("nobody".repeat(100), "wrong".repeat(100));
        assertThat(visitor.get("/login").text()).contains("Login or password is wrong.");
    }

    @Test
    void guessing_ends_after_five_attempts() {
        var person = persons.add();
        for (int i = 0; i < 5; i++) {
            visitor.signIn(person.login(), "guess " + i);
        }

        visitor.signIn(person.login(), Persons.PASSWORD);

        assertThat(visitor.get("/login").text())
                .containsPattern("Too many attempts\\. Try again in [1-5] minutes?\\.");
    }

    @Test
    void the_form_needs_its_token() {
        visitor.get("/login");

        var forged =
                visitor.post(
                        "/login",
                        Map.of("username", "admin", "password", RunningServer.ADMIN_PASSWORD));

        assertThat(forged.status()).isEqualTo(403);
        assertThat(visitor.get("/api/v3/users/me").status()).isEqualTo(401);
    }

    @Test
    void a_form_of_an_earlier_session_is_out_of_date_which_is_no_lack_of_rights() {
        visitor.signIn("admin", RunningServer.ADMIN_PASSWORD);
        visitor.get("/admin/settings/overview");

        var sent =
                visitor.post(
                        "/theme",
                        Map.of("theme", "dark", "_csrf", "of-another-session"),
                        "Accept",
                        "text/html");

        assertThat(sent.status()).isEqualTo(403);
        assertThat(sent.text())
                .contains("This page is out of date")
                .doesNotContain("You may not see this page");
        assertThat(visitor.get("/theme", "Accept", "text/html").text())
                .contains("This address only takes what a form sends");
    }

    @Test
    void a_session_reads_the_api_and_writes_with_the_token_of_its_page() {
        visitor.signIn("admin", RunningServer.ADMIN_PASSWORD);
        String token = Visitor.csrf(visitor.get("/login"));
        String body = "{\"language\": \"en\"}";

        assertThat(visitor.get("/api/v3/users/me").at("/login").asString()).isEqualTo("admin");
        var forged = visitor.send("PATCH", "/api/v3/users/me", body);
        assertThat(forged.status()).isEqualTo(403);
        assertThat(forged.at("/errorIdentifier").asString()).endsWith("MissingPermission");
        assertThat(visitor.send("PATCH", "/api/v3/users/me", body, "X-CSRF-TOKEN", token).status())
                .isEqualTo(200);
    }

    @Test
    void an_ordinary_user_is_kept_from_the_administration() {
        visitor.signIn(persons.add().login(), Persons.PASSWORD);

        assertThat(visitor.get("/admin/settings/webhooks").status()).isEqualTo(403);
    }

    @Test
    void who_is_locked_is_out_at_once() {
        var person = persons.add();
        visitor.signIn(person.login(), Persons.PASSWORD);
        assertThat(visitor.get("/api/v3/users/me").status()).isEqualTo(200);

        server.api().post("/api/v3/users/" + person.id() + "/lock", "");

        assertThat(visitor.get("/api/v3/users/me").status()).isEqualTo(401);
        visitor.signIn(person.login(), Persons.PASSWORD);
        assertThat(visitor.get("/login").text()).contains("Login or password is wrong.");
    }

    @Test
    void who_has_a_new_password_has_to_sign_in_again() {
        var person = persons.add();
        visitor.signIn(person.login(), Persons.PASSWORD);

        server.api()
                .patch("/api/v3/users/" + person.id(), "{\"password\": \"another long password\"}");

        assertThat(visitor.get("/api/v3/users/me").status()).isEqualTo(401);
        visitor.signIn(person.login(), "another long password");
        assertThat(visitor.get("/api/v3/users/me").status()).isEqualTo(200);
    }

    @Test
    void signing_out_ends_the_session() {
        visitor.signIn("admin", RunningServer.ADMIN_PASSWORD);
        String token = Visitor.csrf(visitor.get("/login"));

        assertThat(visitor.post("/logout", Map.of("_csrf", token)).header("Location"))
                .isEqualTo("/login");
        assertThat(visitor.get("/api/v3/users/me").status()).isEqualTo(401);
    }

    @Test
    void a_script_whose_session_ended_is_sent_to_the_form() {
        var read = visitor.get(ADMIN_PAGE, "HX-Request", "true");
        assertThat(read.status()).isEqualTo(401);
        assertThat(read.header("HX-Redirect")).isEqualTo("/login");

        var written = visitor.post("/admin/settings/webhooks", Map.of(), "HX-Request", "true");
        assertThat(written.header("HX-Redirect")).isEqualTo("/login");
    }

    @Test
    void pages_allow_nothing_inline_and_no_frames() {
        var form = visitor.get("/login");

        assertThat(form.header("Content-Security-Policy"))
                .startsWith("default-src 'none'; script-src 'self'; style-src 'self'")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe-inline")
                .doesNotContain("form-action");
        assertThat(visitor.get("/webjars/none").header("Content-Security-Policy"))
                .endsWith("form-action 'self'");
        assertThat(form.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(form.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(form.header("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(form.header("Cache-Control")).contains("no-store");
    }

    @Test
    void probes_need_no_login() {
        assertThat(visitor.get("/health/live").status()).isEqualTo(200);
        assertThat(visitor.get("/health/ready").status()).isEqualTo(200);
    }
}
