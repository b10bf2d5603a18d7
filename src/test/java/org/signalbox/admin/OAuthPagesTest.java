package org.signalbox.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.signalbox.testing.Api;
import org.signalbox.testing.Persons;
import org.signalbox.testing.RunningServer;
import org.signalbox.testing.Visitor;

/** The pages about access by programs, over HTTP. */
@Tag("api")
class OAuthPagesTest {
    private static final String APPLICATIONS = "/admin/settings/oauth";
    private static final String TOKENS = "/my/access_tokens";
    private static final String ALLOWED = "/my/authorised_applications";
    private static final Pattern SECRET = Pattern.compile("value=\"(sbcs-[0-9a-f]{64})\"");
    private static final Pattern TOKEN = Pattern.compile("value=\"(opapi-[0-9a-f]{64})\"");
    private static final Pattern CLIENT_ID = Pattern.compile("id=\"client_id\">([0-9a-f]{32})<");

    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([^\"]+)\"");

    private final RunningServer server = RunningServer.shared();
    private final Persons persons = new Persons(server);
    private final Visitor visitor = new Visitor(server);

    @Test
    void an_application_is_registered_and_its_secret_shown_once() {
        signInAsAdministrator();

        String path = created(Map.of("name", "Invoices", "user", persons.add().login()));

        var page = visitor.get(path);
        String secret = found(SECRET, page);
        assertThat(page.text()).contains("Invoices").contains("https://time.example.com/back");
        assertThat(visitor.get(path).text()).doesNotContain(secret).contains("A secret is set");
        assertThat(visitor.get(APPLICATIONS).text()).contains("Invoices");
        String clientId = found(CLIENT_ID, page);
        assertThat(tokenStatus(clientId, secret)).isEqualTo(200);

        var renewed = send(path + "/secret", path + "/secret", Map.of());
        assertThat(renewed.header("Location")).endsWith(path);
        String fresh = found(SECRET, visitor.get(path));
        assertThat(tokenStatus(clientId, secret)).isEqualTo(401);
        assertThat(tokenStatus(clientId, fresh)).isEqualTo(200);
    }

    @Test
    void an_application_is_changed_and_deleted() {
        signInAsAdministrator();
        String path = created(Map.of("name", "Payroll"));

        var form = change(path, Map.of("name", "Payroll 2", "kind", "public"));
        form.remove("enabled");
        send(path + "/edit", path, form);

        var page = visitor.get(path).text();
        assertThat(page).contains("Payroll 2").contains("Public").contains("Disabled");
        assertThat(visitor.get(path + "/delete").text()).contains("all its tokens go");
        send(path + "/delete", path, Map.of("_method", "delete"));
        assertThat(visitor.get(path).status()).isEqualTo(404);
    }

    @Test
    void a_form_opened_before_somebody_disabled_the_application_does_not_enable_it_again() {
        signInAsAdministrator();
        String path = created(Map.of("name", "Leaked"));
        var mine = change(path, Map.of("name", "Renamed"));
        var theirs = change(path, Map.of("name", "Leaked"));
        theirs.remove("enabled");
        assertThat(send(path + "/edit", path, theirs).status()).isEqualTo(302);

        var stale = send(path + "/edit", path, mine);

        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.text())
                .contains("This application was changed at", "value=\"Renamed\"")
                .contains("<td>Renamed</td><td>Leaked</td>", "<td>On</td><td>Off</td>");
        assertThat(visitor.get(path).text()).contains("Leaked", "Disabled");
        mine.put("seen", seen(stale));
        assertThat(send(path + "/edit", path, mine).status()).isEqualTo(302);
        assertThat(visitor.get(path).text()).contains("Renamed", "Active");
    }

    @Test
    void what_makes_no_sense_is_said_at_its_field_and_kept() {
        signInAsAdministrator();

        refused(Map.of("name", " "), "Give it a name.");
        refused(Map.of("redirect_uris", ""), "Write at least one redirect URI");
        refused(Map.of("redirect_uris", "/back"), "Line 1: /back is not absolute");
        refused(
                Map.of("redirect_uris", "https://a.example/x\nhttp://a.example/x"),
                "Line 2: http is for this machine only");
        refused(Map.of("redirect_uris", "https://a.example/x#y"), "a fragment (#) is not possible");
        refused(Map.of("redirect_uris", "javascript:alert(1)"), "the scheme javascript is not");
        refused(Map.of("redirect_uris", "com.example.app:back"), "write a slash after");
        refused(Map.of("redirect_uris", "https:///x"), "the host is missing");
        refused(Map.of("user", "nobody-of-this-name"), "There is no active user with this login.");
        refused(
                Map.of("user", persons.add().login(), "kind", "public"),
                "A public application has no secret to act for a user with.");
        var page = refused(Map.of("name", "", "redirect_uris", "ftp://x"), "2 fields need");
        assertThat(page).contains("ftp://x</textarea>");
        created(
                Map.of(
                        "name",
                        "Everywhere",
                        "redirect_uris",
                        "http://localhost:8123/a\nhttp://[::1]/b\ncom.example.app:/back"));
    }

    @Test
    void what_makes_no_sense_is_said_in_german_too() {
        Persons.Person person = persons.add(true);
        person.api().patch("/api/v3/users/" + person.id(), "{\"language\": \"de\"}");
        visitor.signIn(person.login(), Persons.PASSWORD);

        Map.of(
                        "https:///x", "Zeile 1: der Rechnername fehlt.",
                        "", "Geben Sie mindestens eine Weiterleitungs-URI an",
                        "javascript:alert(1)", "das Schema javascript ist nicht möglich")
                .forEach((uris, words) -> {
                    var form = form(Map.of("redirect_uris", uris));
                    assertThat(send(APPLICATIONS + "/new", APPLICATIONS, form).text())
                            .contains(words);
                });
    }

    @Test
    void only_administrators_see_applications_and_everybody_their_own_pages() {
        visitor.signIn(persons.add().login(), Persons.PASSWORD);

        assertThat(visitor.get(APPLICATIONS).status()).isEqualTo(403);
        assertThat(visitor.get(APPLICATIONS + "/new").status()).isEqualTo(403);
        assertThat(visitor.get(TOKENS).text()).contains("My access tokens");
        assertThat(visitor.get(ALLOWED).text())
                .contains("You have not allowed any application to act for you.")
                .doesNotContain("OAuth applications");
    }

    @Test
    void a_token_is_made_shown_once_used_and_revoked() {
        var person = persons.add();
        visitor.signIn(person.login(), Persons.PASSWORD);
        String day = LocalDate.now(ZoneOffset.UTC).plusDays(2).toString();

        send(TOKENS, TOKENS, Map.of("name", "Laptop", "expires", day));

        var page = visitor.get(TOKENS);
        String token = found(TOKEN, page);
        assertThat(page.text()).contains("Laptop").contains("never");
        assertThat(visitor.get(TOKENS).text()).doesNotContain(token);
        var me = server.api().as(token).get("/api/v3/users/me");
        assertThat(me.at("/login").asString()).isEqualTo(person.login());
        var listed =
                server.api()
                        .as(token)
                        .get("/api/v3/users/me/api_tokens")
                        .at("/_embedded/elements/1");
        assertThat(listed.at("/name").asString()).isEqualTo("Laptop");
        assertThat(listed.at("/expiresAt").asString()).isNotEmpty();

        String path = TOKENS + "/" + listed.at("/id").asLong();
        assertThat(visitor.get(path + "/revoke").text()).contains("Revoke Laptop");
        send(path + "/revoke", path, Map.of("_method", "delete"));
        assertThat(server.api().as(token).get("/api/v3/users/me").status()).isEqualTo(401);
    }

    @Test
    void a_token_needs_a_name_and_a_day_to_come() {
        visitor.signIn(persons.add().login(), Persons.PASSWORD);

        var nameless = send(TOKENS, TOKENS, Map.of("name", " "));
        assertThat(nameless.status()).isEqualTo(422);
        assertThat(nameless.text()).contains("Give it a name.");
        var past = send(TOKENS, TOKENS, Map.of("name", "Old", "expires", "2001-01-01"));
        assertThat(past.text()).contains("Expires at must be in the future.");
        var odd = send(TOKENS, TOKENS, Map.of("name", "Odd", "expires", "soon"));
        assertThat(odd.text()).contains("Enter a date.").contains("value=\"Odd\"");
    }

    @Test
    void nobody_reaches_tokens_of_others() {
        var other = persons.add();
        long id =
                other.api()
                        .get("/api/v3/users/me/api_tokens")
                        .at("/_embedded/elements/0/id")
                        .asLong();
        visitor.signIn(persons.add().login(), Persons.PASSWORD);

        assertThat(visitor.get(TOKENS + "/" + id + "/revoke").status()).isEqualTo(404);
        var forged = send(TOKENS, TOKENS + "/" + id, Map.of("_method", "delete"));
        assertThat(forged.status()).isEqualTo(404);
        assertThat(other.api().get("/api/v3/users/me").status()).isEqualTo(200);
    }

    private void signInAsAdministrator() {
        visitor.signIn("admin", RunningServer.ADMIN_PASSWORD);
    }

    private String created(Map<String, String> fields) {
        var answer = send(APPLICATIONS + "/new", APPLICATIONS, form(fields));
        assertThat(answer.status()).as(answer.text()).isEqualTo(302);
        return answer.header("Location");
    }

    private String refused(Map<String, String> fields, String words) {
        var answer = send(APPLICATIONS + "/new", APPLICATIONS, form(fields));
        assertThat(answer.status()).as(fields.toString()).isEqualTo(422);
        assertThat(answer.text()).contains(words).contains("The application was not created");
        return answer.text();
    }

    /** The form of an application as it stands now. */
    private Map<String, String> change(String path, Map<String, String> fields) {
        Map<String, String> form = form(fields);
        form.put("_method", "patch");
        form.put("seen", seen(visitor.get(path + "/edit")));
        return form;
    }

    private static String seen(Api.Answer page) {
        return found(SEEN, page);
    }

    private static Map<String, String> form(Map<String, String> fields) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("name", "Time tracker");
        form.put("redirect_uris", "https://time.example.com/back");
        form.put("kind", "confidential");
        form.put("enabled", "1");
        form.putAll(fields);
        return form;
    }

    private Api.Answer send(String page, String path, Map<String, String> fields) {
        Map<String, String> form = new LinkedHashMap<>(fields);
        form.put("_csrf", Visitor.csrf(visitor.get(page)));
        return visitor.post(path, form);
    }

    private int tokenStatus(String clientId, String secret) {
        return server.api()
                .anonymous()
                .send(
                        "POST",
                        "/oauth/token",
                        "grant_type=client_credentials&client_id=%s&client_secret=%s"
                                .formatted(clientId, secret),
                        Map.of("Content-Type", "application/x-www-form-urlencoded"))
                .status();
    }

    private static String found(Pattern pattern, Api.Answer page) {
        var matcher = pattern.matcher(page.text());
        assertThat(matcher.find()).as(page.text()).isTrue();
        return matcher.group(1);
    }
}
