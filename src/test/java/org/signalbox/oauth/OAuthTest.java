package org.signalbox.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.signalbox.testing.Encoded.encoded;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.signalbox.account.SecretHash;
import org.signalbox.store.Database;
import org.signalbox.testing.Api;
import org.signalbox.testing.Persons;
import org.signalbox.testing.RunningServer;
import org.signalbox.testing.Visitor;

/** Applications ask people for leave to act for them, over HTTP. */
@Tag("api")
class OAuthTest {
    private final RunningServer server = RunningServer.shared();
    private final Persons persons = new Persons(server);
    private final Persons.Person person = persons.add();
    private final Visitor visitor = new Visitor(server);

    @Test
    void somebody_signs_in_says_yes_and_the_application_asks_the_api_as_them() {
        var client = Client.confidential(server);
        String asking = client.authorize(Map.of());

        assertThat(visitor.get(asking).header("Location")).isEqualTo("/login");
        var in = visitor.signIn(person.login(), Persons.PASSWORD);
        assertThat(in.header("Location")).isEqualTo(asking);
        var asked = visitor.get(asking);
        assertThat(asked.header("Location")).contains("/oauth/consent?");
        var page = visitor.get(asked.header("Location").replaceFirst("^http://[^/]+", ""));
        assertThat(page.text())
                .contains("Allow Time tracker?")
                .contains(person.login())
                .contains("https://time.example.com");
        assertThat(page.header("Content-Security-Policy")).doesNotContain("form-action");

        var allowed = allow(client, Client.parameter(asked, "state"));

        assertThat(allowed.status()).isEqualTo(302);
        assertThat(allowed.header("Location")).startsWith(Client.BACK + "?");
        assertThat(Client.query(allowed)).containsEntry("state", "st&te 1");
        var answer = client.redeem(Client.parameter(allowed, "code"));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.text()).doesNotContain("\n").doesNotContain(": ");
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(answer.at("/token_type").asString()).isEqualTo("Bearer");
        assertThat(answer.at("/expires_in").asLong()).isEqualTo(7200);
        assertThat(answer.at("/scope").asString()).isEqualTo("api_v3");
        assertThat(answer.at("/created_at").asLong()).isPositive();
        var me = client.me(answer.at("/access_token").asString());
        assertThat(me.at("/login").asString()).isEqualTo(person.login());
    }

    @Test
    void only_hashes_are_stored() {
        var client = Client.confidential(server);
        var answer = client.redeem(signedIn(client));

        assertThat(stored("select token_hash from oauth_token"))
                .doesNotContain(answer.at("/access_token").asString())
                .contains(SecretHash.of(answer.at("/access_token").asString()));
        assertThat(stored("select coalesce(secret_hash, '') from oauth_application"))
                .doesNotContain(client.secret)
                .contains(SecretHash.of(client.secret));
    }

    @Test
    void a_public_application_must_use_pkce_by_s256() {
        var client = Client.open(server);
        visitor.signIn(person.login(), Persons.PASSWORD);

        var without =
                visitor.get(
                        client.authorize(
                                Map.of("code_challenge", "", "code_challenge_method", "")));
        assertThat(without.header("Location")).startsWith(Client.BACK);
        assertThat(Client.query(without))
                .containsEntry("error", "invalid_request")
                .containsEntry("state", "st&te 1")
                .doesNotContainKey("code");
        var plain =
                visitor.get(
                        client.authorize(
                                Map.of(
                                        "code_challenge",
                                        Client.VERIFIER,
                                        "code_challenge_method",
                                        "plain")));
        assertThat(Client.query(plain))
                .containsEntry("error", "invalid_request")
                .doesNotContainKey("code");

        String code = client.code(visitor);
        var guessed =
                client.token(
                        Map.of(
                                "grant_type",
                                "authorization_code",
                                "code",
                                code,
                                "redirect_uri",
                                Client.BACK,
                                "code_verifier",
                                "not-" + Client.VERIFIER));
        assertThat(guessed.status()).isEqualTo(400);
        assertThat(guessed.at("/error").asString()).isEqualTo("invalid_grant");
        assertThat(client.redeem(code).status()).isEqualTo(200);
    }

    @Test
    void a_public_application_asks_each_time_and_a_confidential_one_once() {
        visitor.signIn(person.login(), Persons.PASSWORD);
        var open = Client.open(server);
        open.redeem(open.code(visitor));
        assertThat(visitor.get(open.authorize(Map.of())).header("Location"))
                .contains("/oauth/consent?");

        var confidential = Client.confidential(server);
        confidential.redeem(confidential.code(visitor));
        assertThat(visitor.get(confidential.authorize(Map.of())).header("Location"))
                .startsWith(Client.BACK + "?code=");
    }

    @Test
    void nobody_is_sent_to_an_address_that_is_not_registered() {
        var client = Client.confidential(server);
        for (String elsewhere :
                List.of(
                        "https://evil.example.com/back",
                        Client.BACK + "/more",
                        Client.BACK + "?x=1",
                        "http://time.example.com/back")) {
            var refused =
                    visitor.get(
                            client.authorize(Map.of("redirect_uri", elsewhere)),
                            "Accept",
                            "text/html");
            assertThat(refused.status()).as(elsewhere).isEqualTo(400);
            assertThat(refused.header("Location")).isEmpty();
            assertThat(refused.text()).contains("This application did not ask properly");
        }
        var unknown = visitor.get(client.authorize(Map.of("client_id", "nobody")));
        assertThat(unknown.status()).isEqualTo(400);

        visitor.signIn(person.login(), Persons.PASSWORD);
        var anyPort =
                visitor.get(client.authorize(Map.of("redirect_uri", "http://127.0.0.1:4711/back")));
        assertThat(anyPort.header("Location")).contains("/oauth/consent?");
    }

    @Test
    void who_denies_is_sent_back_with_that_answer_and_the_state() {
        var client = Client.confidential(server);
        visitor.signIn(person.login(), Persons.PASSWORD);
        var asked = visitor.get(client.authorize(Map.of()));

        var denied =
                visitor.post(
                        "/oauth/authorize",
                        Map.of(
                                "client_id",
                                client.clientId,
                                "state",
                                Client.parameter(asked, "state")));

        assertThat(denied.header("Location")).startsWith(Client.BACK);
        assertThat(Client.query(denied))
                .containsEntry("error", "access_denied")
                .containsEntry("state", "st&te 1");
    }

    @Test
    void nobody_answers_for_somebody_else() {
        var client = Client.confidential(server);
        visitor.signIn(person.login(), Persons.PASSWORD);
        String state = Client.parameter(visitor.get(client.authorize(Map.of())), "state");
        var other = new Visitor(server);
        other.signIn(persons.add().login(), Persons.PASSWORD);

        var page =
                other.get(
                        "/oauth/consent?client_id=" + client.clientId + "&state=" + encoded(state));
        assertThat(page.status()).isEqualTo(404);
        var forged =
                other.post(
                        "/oauth/authorize",
                        Map.of("client_id", client.clientId, "state", state, "scope", "api_v3"));
        assertThat(forged.status()).isEqualTo(400);
        assertThat(allow(client, state).status()).isEqualTo(302);
        assertThat(allow(client, state).status()).as("a second answer").isEqualTo(400);
    }

    @Test
    void a_code_that_comes_twice_ends_what_came_of_it() {
        var client = Client.confidential(server);
        String code = signedIn(client);
        String token = client.redeem(code).at("/access_token").asString();
        assertThat(client.me(token).status()).isEqualTo(200);

        var again = client.redeem(code);

        assertThat(again.status()).isEqualTo(400);
        assertThat(again.at("/error").asString()).isEqualTo("invalid_grant");
        assertThat(client.me(token).status()).isEqualTo(401);
    }

    @Test
    void a_code_is_worth_nothing_to_another_application_or_for_another_address() {
        var client = Client.confidential(server);
        String code = signedIn(client);
        var moved =
                client.token(
                        Map.of(
                                "grant_type",
                                "authorization_code",
                                "code",
                                code,
                                "redirect_uri",
                                "http://127.0.0.1/back",
                                "code_verifier",
                                Client.VERIFIER));
        assertThat(moved.at("/error").asString()).isEqualTo("invalid_grant");

        assertThat(Client.confidential(server).redeem(code).at("/error").asString())
                .isEqualTo("invalid_grant");
        assertThat(client.redeem(code).at("/error").asString()).isEqualTo("invalid_grant");
    }

    @Test
    void only_the_scope_that_there_is_can_be_asked_for() {
        var client = Client.actingFor(server, person.login());
        var more = client.token(Map.of("grant_type", "client_credentials", "scope", "admin"));
        assertThat(more.at("/error").asString()).isEqualTo("invalid_scope");

        visitor.signIn(person.login(), Persons.PASSWORD);
        var openid = visitor.get(client.authorize(Map.of("scope", "openid api_v3")));
        assertThat(Client.query(openid)).containsEntry("error", "invalid_scope");
        var none = visitor.get(client.authorize(Map.of("scope", "")));
        assertThat(Client.query(none)).containsEntry("scope", "api_v3");
    }

    @Test
    void programs_find_out_by_themselves() {
        var known = server.api().anonymous().get("/.well-known/oauth-authorization-server");

        String base = "http://127.0.0.1:" + server.port();
        assertThat(known.status()).isEqualTo(200);
        assertThat(known.at("/issuer").asString()).isEqualTo(base);
        assertThat(known.at("/authorization_endpoint").asString())
                .isEqualTo(base + "/oauth/authorize");
        assertThat(known.at("/token_endpoint").asString()).isEqualTo(base + "/oauth/token");
        assertThat(known.at("/revocation_endpoint").asString()).isEqualTo(base + "/oauth/revoke");
        assertThat(known.at("/introspection_endpoint").asString())
                .isEqualTo(base + "/oauth/introspect");
        assertThat(known.at("/scopes_supported").toString()).isEqualTo("[\"api_v3\"]");
        assertThat(known.at("/code_challenge_methods_supported").toString())
                .isEqualTo("[\"S256\"]");
        assertThat(known.at("/grant_types_supported").toString())
                .isEqualTo("[\"authorization_code\",\"refresh_token\",\"client_credentials\"]");
        assertThat(known.body().has("jwks_uri")).isFalse();
        assertThat(known.text()).doesNotContain("dpop").doesNotContain("tls_client");

        var resource = server.api().anonymous().get("/.well-known/oauth-protected-resource");
        assertThat(resource.at("/resource").asString()).endsWith("/api/v3");
        assertThat(resource.at("/authorization_servers/0").asString()).isNotEmpty();
    }

    private String signedIn(Client client) {
        visitor.signIn(person.login(), Persons.PASSWORD);
        return client.code(visitor);
    }

    private Api.Answer allow(Client client, String state) {
        return visitor.post(
                "/oauth/authorize",
                Map.of("client_id", client.clientId, "state", state, "scope", "api_v3"));
    }

    private List<String> stored(String query) {
        return server.bean(Database.class)
                .read(view -> view.sql(query).query((rs, _) -> rs.getString(1)).list());
    }
}
