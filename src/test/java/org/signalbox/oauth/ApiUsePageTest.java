package org.signalbox.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.signalbox.testing.Api;
import org.signalbox.testing.Persons;
import org.signalbox.testing.RunningServer;
import org.signalbox.testing.Visitor;

/** The page about the API says how much it is used. */
@Tag("api")
class ApiUsePageTest {
    private static final Pattern FIGURE =
            Pattern.compile("<span class=\"big\">([^<]+)</span> <span class=\"quiet\">([^<]+)<");
    private static final Pattern ROW =
            Pattern.compile("<dt>[^<]*</dt>\\s*<dd>(?:<a [^>]*>)?([^<]+)<");
    private static final Pattern CHART =
            Pattern.compile("<svg viewBox=\"0 0 288.0 54.0\"[^>]*aria-label=\"([^\"]+)\"");

    @Test
    void it_tells_requests_refusals_tokens_and_clients_also_after_a_restart() {
        RunningServer server = RunningServer.start(Map.of());
        assertThat(page(server, "en")).contains("<span class=\"big\">0</span>");
        assertThat(found(CHART, page(server, "en"), 1))
                .containsExactly("No request in the last 24 hours.");

        Client client = Client.confidential(server);
        Persons.Person person = new Persons(server).add();
        var visitor = new Visitor(server);
        visitor.signIn(person.login(), Persons.PASSWORD);
        var tokens = client.redeem(client.code(visitor));
        long before = requests(page(server, "en"));
        Api api = server.api();
        assertThat(client.me(tokens.at("/access_token").asString()).status()).isEqualTo(200);
        assertThat(api.get("/api/v3/projects").status()).isEqualTo(200);
        assertThat(api.get("/api/v3/projects/0").status()).isEqualTo(404);
        assertThat(api.as("opapi-wrong").get("/api/v3/projects").status()).isEqualTo(401);
        assertThat(api.as("opapi-wrong").get("/awork/api/v1/webhooks").status()).isEqualTo(401);
        assertThat(api.anonymous().get("/rm/api/v1/users").status()).isEqualTo(401);
        assertThat(visitor.get("/api/v3/webhooks").status()).isEqualTo(403);

        check(page(server, "en"), before + 7, "requests", "4: 3 × 401, 1 × 403");
        server = server.restart();
        check(page(server, "de"), before + 7, "Anfragen", "4: 3 × 401, 1 × 403");
        assertThat(found(CHART, page(server, "de"), 1).getFirst())
                .contains("4 abgewiesen oder gescheitert");
        assertThat(server.surprises()).isZero();
        server.close();
    }

    private static void check(String page, long requests, String words, String refused) {
        assertThat(requests(page)).isEqualTo(requests);
        assertThat(found(FIGURE, page, 2)).containsExactly(words);
        assertThat(found(ROW, page.substring(page.indexOf("use_title")), 1))
                .startsWith(refused)
                .endsWith("1", "1");
        assertThat(page).contains("class=\"up\"", "class=\"down\"");
    }

    private static long requests(String page) {
        return Long.parseLong(found(FIGURE, page, 1).getFirst());
    }

    private static String page(RunningServer server, String language) {
        var admin = new Visitor(server);
        admin.signIn("admin", RunningServer.ADMIN_PASSWORD);
        String csrf = Visitor.csrf(admin.get("/admin/settings/api"));
        admin.post("/language", Map.of("language", language, "_csrf", csrf));
        return admin.get("/admin/settings/api").text();
    }

    private static List<String> found(Pattern pattern, String page, int group) {
        return pattern.matcher(page).results().map(one -> one.group(group)).toList();
    }
}
