package org.signalbox.admin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.signalbox.testing.Api;
import org.signalbox.testing.Reply;
import org.signalbox.testing.RunningServer;
import org.signalbox.testing.ScriptedReceiver;

/** An administrator registers a program; somebody lets it act for them, and takes that back. */
@Tag("browser")
class OAuthBrowserTest {
    @RegisterExtension static final Chromium chromium = new Chromium();

    /** From RFC 7636, appendix B. */
    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    private static final ScriptedReceiver program = ScriptedReceiver.start();
    private static final RunningServer server = RunningServer.start(Map.of());

    @AfterAll
    static void stop() {
        server.close();
        program.close();
    }

    @Test
    void a_program_is_registered_allowed_used_and_sent_away() {
        program.on("/back", Reply.answer(200, "Welcome back"));
        String back = program.url("/back").toString();
        String clientId;
        try (Visit visit = new Visit(chromium, server, Visit.wide())) {
            visit.signIn();
            visit.open("/admin/settings/oauth");
            assertThat(visit.heading("No OAuth applications yet")).isVisible();
            visit.picture("oauth-applications-empty-1280");
            visit.link("Application").click();
            visit.field("Name").fill("Time tracker");
            visit.field("Redirect URIs").fill(back);
            visit.page.getByLabel(Pattern.compile("^Public")).check();
            visit.picture("oauth-form-1280");
            visit.assertUsable();
            visit.button("Create").click();
            assertThat(visit.heading("Time tracker")).isVisible();
            visit.assertUsable();
            clientId = visit.page.locator("#client_id").textContent();
        }

        try (Visit visit = new Visit(chromium, server, Visit.narrow())) {
            visit.open(asking(clientId, back));
            visit.field("Login").fill("admin");
            visit.field("Password").fill(RunningServer.ADMIN_PASSWORD);
            visit.button("Sign in").click();
            assertThat(visit.heading("Allow Time tracker?")).isVisible();
            visit.picture("oauth-consent-390");
            visit.assertUsable();
            visit.button("Allow").click();
            visit.page.waitForURL(Pattern.compile(Pattern.quote(back) + ".*"));
            String token = token(clientId, back, visit.page.url());
            assertThat(server.api().as(token).get("/api/v3/users/me").status()).isEqualTo(200);

            visit.open("/my/authorised_applications");
            visit.picture("authorised-applications-390");
            visit.assertUsable();
            visit.page
                    .getByRole(AriaRole.LINK)
                    .filter(new FilterOptions().setHasText("Revoke…"))
                    .click();
            visit.button("Revoke").click();
            assertThat(visit.page.getByText("Time tracker may not act for you any more."))
                    .isVisible();
            assertThat(server.api().as(token).get("/api/v3/users/me").status()).isEqualTo(401);
        }
    }

    private static String asking(String clientId, String back) {
        return "/oauth/authorize?response_type=code&client_id="
                + clientId
                + "&redirect_uri="
                + URLEncoder.encode(back, StandardCharsets.UTF_8)
                + "&scope=api_v3&state=xyz&code_challenge_method=S256&code_challenge="
                + CHALLENGE;
    }

    private static String token(String clientId, String back, String url) {
        String query = URI.create(url).getRawQuery();
        assertThat(query).contains("state=xyz");
        String code = query.replaceFirst(".*\\bcode=([^&]+).*", "$1");
        Api.Answer answer =
                server.api()
                        .anonymous()
                        .send(
                                "POST",
                                "/oauth/token",
                                "grant_type=authorization_code&client_id="
                                        + clientId
                                        + "&code="
                                        + code
                                        + "&redirect_uri="
                                        + URLEncoder.encode(back, StandardCharsets.UTF_8)
                                        + "&code_verifier="
                                        + VERIFIER,
                                Map.of("Content-Type", "application/x-www-form-urlencoded"));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.at("/access_token").asString();
    }
}
