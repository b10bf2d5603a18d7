package org.signalbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.signalbox.testing.Api;
import org.signalbox.testing.Persons;
import org.signalbox.testing.Persons.Person;
import org.signalbox.testing.RunningServer;
import org.signalbox.testing.Visitor;

/** In which language and theme somebody sees the pages. */
@Tag("api")
class LooksTest {
    private static final String ASKED = "Accept-Language";

    private final RunningServer server = RunningServer.shared();
    private final Visitor visitor = new Visitor(server);

    @Test
    void before_the_sign_in_the_browser_is_asked() {
        assertThat(visitor.get("/login").text()).contains("<html lang=\"en\"", "Sign in");
        assertThat(visitor.get("/login", ASKED, "de-AT,en;q=0.5").text())
                .contains("<html lang=\"de\"", "Anmelden");
        assertThat(visitor.get("/login", ASKED, "fr,de;q=0.8,en;q=0.5").text())
                .contains("<html lang=\"de\"");
        assertThat(visitor.get("/login", ASKED, "fr").text()).contains("<html lang=\"en\"");
    }

    @Test
    void the_language_of_the_account_menu_is_kept_with_the_person_and_in_the_browser() {
        Person person = new Persons(server).add();
        visitor.signIn(person.login(), Persons.PASSWORD);
        Api.Answer page = visitor.get("/", ASKED, "de");
        assertThat(page.text()).doesNotContain("<html lang=\"de\"");

        Api.Answer chosen =
                visitor.post(
                        "/language",
                        Map.of("language", "de", "_csrf", token(visitor)),
                        "Referer",
                        server.url("/projects?page=2").toString());

        assertThat(chosen.status()).isEqualTo(302);
        assertThat(chosen.header("Location")).isEqualTo("/projects?page=2");
        assertThat(person.api().get("/api/v3/users/me").at("/language").asString()).isEqualTo("de");
        Visitor elsewhere = new Visitor(server);
        elsewhere.signIn(person.login(), Persons.PASSWORD);
        assertThat(elsewhere.get("/no/such/page", "Accept", "text/html").text())
                .contains("Diese Seite gibt es nicht");
        visitor.post("/logout", Map.of("_csrf", token(visitor)));
        assertThat(visitor.get("/login", ASKED, "en").text()).contains("<html lang=\"de\"");
    }

    @Test
    void a_language_that_there_is_not_changes_nothing() {
        Person person = new Persons(server).add();
        visitor.signIn(person.login(), Persons.PASSWORD);

        visitor.post("/language", Map.of("language", "tlh", "_csrf", token(visitor)));

        assertThat(person.api().get("/api/v3/users/me").at("/language").asString()).isEqualTo("en");
    }

    @Test
    void the_theme_is_kept_in_the_browser() {
        visitor.signIn("admin", RunningServer.ADMIN_PASSWORD);
        assertThat(visitor.get("/login").text()).doesNotContain("data-theme");

        visitor.post("/theme", Map.of("theme", "dark", "_csrf", token(visitor)));
        assertThat(visitor.get("/login").text()).contains("data-theme=\"dark\"");

        visitor.post("/theme", Map.of("theme", "system", "_csrf", token(visitor)));
        assertThat(visitor.get("/login").text()).doesNotContain("data-theme");
    }

    @Test
    void the_way_back_stays_on_this_server() {
        visitor.signIn("admin", RunningServer.ADMIN_PASSWORD);

        for (String from : new String[] {"https://evil.example//x", "//evil.example", "%%"}) {
            Api.Answer answer =
                    visitor.post(
                            "/theme",
                            Map.of("theme", "system", "_csrf", token(visitor)),
                            "Referer",
                            from);
            assertThat(answer.header("Location")).isEqualTo("/");
        }
    }

    @Test
    void the_way_back_from_a_form_that_was_refused_leads_to_what_is_above_it() {
        visitor.signIn("admin", RunningServer.ADMIN_PASSWORD);

        for (String from : new String[] {"/people/5", "/people/5?x=1", "/people/5/no/such"}) {
            Api.Answer answer =
                    visitor.post(
                            "/theme",
                            Map.of("theme", "system", "_csrf", token(visitor)),
                            "Referer",
                            server.url(from).toString());
            assertThat(answer.header("Location")).as(from).isEqualTo("/people");
        }
    }

    @Test
    void the_documentation_is_in_the_language_and_the_theme_that_were_chosen() {
        visitor.signIn("admin", RunningServer.ADMIN_PASSWORD);
        visitor.post("/theme", Map.of("theme", "dark", "_csrf", token(visitor)));

        assertThat(visitor.get("/api/docs").text())
                .contains("<html lang=\"en\" data-theme=\"dark\"");
        assertThat(new Visitor(server).get("/api/docs", ASKED, "de").text())
                .contains("<html lang=\"de\"");
    }

    private static String token(Visitor visitor) {
        return Visitor.csrf(visitor.get("/login"));
    }
}
