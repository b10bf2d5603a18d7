package org.signalbox.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.signalbox.account.Actor;
import org.signalbox.setting.Options;
import org.signalbox.setting.OptionsDraft;
import org.signalbox.testing.Persons;
import org.signalbox.testing.RunningServer;
import org.signalbox.testing.Visitor;

/** The server stops between two steps of an application, or the REST web service is off. */
@Tag("api")
class OAuthRestartTest {
    private RunningServer server = RunningServer.start(Map.of());
    private final Persons.Person person = new Persons(server).add();
    private Client client = Client.confidential(server);

    @AfterEach
    void stop() {
        assertThat(server.surprises()).isZero();
        server.close();
    }

    @Test
    void whatever_step_an_application_is_at_it_goes_on_after_a_restart() {
        String asking = client.authorize(Map.of());
        String state = Client.parameter(signedIn().get(asking), "state");
        restart();
        var answered =
                signedIn()
                        .post(
                                "/oauth/authorize",
                                Map.of(
                                        "client_id",
                                        client.clientId,
                                        "state",
                                        state,
                                        "scope",
                                        "api_v3"));
        assertThat(answered.header("Location")).startsWith(Client.BACK + "?");
        restart();
        var tokens = client.redeem(Client.parameter(answered, "code"));
        assertThat(tokens.status()).as(tokens.text()).isEqualTo(200);
        restart();

        String access = tokens.at("/access_token").asString();
        assertThat(client.me(access).at("/login").asString()).isEqualTo(person.login());
        String refresh = tokens.at("/refresh_token").asString();
        assertThat(client.refresh(refresh).status()).isEqualTo(200);
        assertThat(client.refresh(refresh).at("/error").asString()).isEqualTo("invalid_grant");
        assertThat(client.me(access).status()).isEqualTo(401);
    }

    @Test
    void without_the_rest_web_service_applications_get_nothing_and_can_give_back() {
        Visitor visitor = signedIn();
        var tokens = client.redeem(client.code(visitor));
        String access = tokens.at("/access_token").asString();
        String refresh = tokens.at("/refresh_token").asString();
        rest(false);

        for (String path : new String[] {"/api/v3/users/me", "/rm/api/v1/users"}) {
            var refused = server.api().as(access).get(path);
            assertThat(refused.status()).as(path).isEqualTo(403);
            assertThat(refused.text()).contains("switched off");
        }
        var nothing = client.refresh(refresh);
        assertThat(nothing.status()).isEqualTo(403);
        assertThat(nothing.at("/error").asString()).isEqualTo("access_denied");
        assertThat(nothing.at("/error_description").asString()).contains("switched off");
        for (Visitor asked : new Visitor[] {visitor, new Visitor(server)}) {
            var unasked = asked.get(client.authorize(Map.of()));
            assertThat(unasked.status()).isEqualTo(403);
            assertThat(unasked.at("/error").asString()).isEqualTo("access_denied");
            var page = asked.get(client.authorize(Map.of()), "Accept", "text/html,*/*;q=0.8");
            assertThat(page.status()).isEqualTo(403);
            assertThat(page.header("Content-Type")).startsWith("text/html");
            assertThat(page.text())
                    .contains("No application gets access at present", "switched off")
                    .doesNotContain("did not ask properly");
        }
        assertThat(client.post("/oauth/revoke", Map.of("token", access)).status()).isEqualTo(200);

        rest(true);
        assertThat(client.me(access).status()).isEqualTo(401);
        var renewed = client.refresh(refresh);
        assertThat(renewed.status()).as(renewed.text()).isEqualTo(200);
        assertThat(client.me(renewed.at("/access_token").asString()).status()).isEqualTo(200);
    }

    private Visitor signedIn() {
        var visitor = new Visitor(server);
        visitor.signIn(person.login(), Persons.PASSWORD);
        return visitor;
    }

    private void restart() {
        server = server.restart();
        client = client.at(server);
    }

    private void rest(boolean enabled) {
        var options = server.bean(Options.class);
        var saved = options.saved(Actor.system());
        var now = OptionsDraft.of(saved.options());
        var draft =
                new OptionsDraft(
                        enabled,
                        now.maxPageSize(),
                        now.docsEnabled(),
                        now.corsEnabled(),
                        now.corsOrigins());
        assertThat(options.change(Actor.system(), draft, saved.version())).isEmpty();
    }
}
