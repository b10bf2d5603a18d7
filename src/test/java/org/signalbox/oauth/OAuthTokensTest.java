package org.signalbox.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.signalbox.account.Actor;
import org.signalbox.account.Users;
import org.signalbox.store.Database;
import org.signalbox.testing.Api;
import org.signalbox.testing.Persons;
import org.signalbox.testing.RunningServer;
import org.signalbox.testing.Visitor;

/** What applications do with their tokens, and what ends them, over HTTP. */
@Tag("api")
class OAuthTokensTest {
    private final RunningServer server = RunningServer.shared();
    private final Persons persons = new Persons(server);
    private final Persons.Person person = persons.add();
    private final Visitor visitor = new Visitor(server);

    @Test
    void a_refresh_token_is_used_once_and_its_return_ends_the_whole_family() {
        for (Client client : List.of(Client.confidential(server), Client.open(server))) {
            var first = client.redeem(signedIn(client));
            var second = client.refresh(first.at("/refresh_token").asString());
            assertThat(second.status()).as(second.text()).isEqualTo(200);
            assertThat(second.at("/refresh_token").asString())
                    .isNotEqualTo(first.at("/refresh_token").asString());
            assertThat(client.me(second.at("/access_token").asString()).status()).isEqualTo(200);

            var reused = client.refresh(first.at("/refresh_token").asString());

            assertThat(reused.status()).isEqualTo(400);
            assertThat(reused.at("/error").asString()).isEqualTo("invalid_grant");
            assertThat(client.refresh(second.at("/refresh_token").asString()).status())
                    .isEqualTo(400);
            assertThat(client.me(first.at("/access_token").asString()).status()).isEqualTo(401);
            assertThat(client.me(second.at("/access_token").asString()).status()).isEqualTo(401);
        }
    }

    @Test
    void a_refresh_token_is_worth_nothing_to_another_application() {
        var client = Client.open(server);
        var tokens = client.redeem(signedIn(client));

        var stolen = Client.open(server).refresh(tokens.at("/refresh_token").asString());

        assertThat(stolen.at("/error").asString()).isEqualTo("invalid_grant");
        assertThat(client.refresh(tokens.at("/refresh_token").asString()).status()).isEqualTo(200);
    }

    @Test
    void an_application_acts_in_its_own_name_for_the_user_chosen_for_it() {
        var client = Client.actingFor(server, person.login());
        var ask = Map.of("grant_type", "client_credentials");

        var answer = client.token(ask);

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.at("/scope").asString()).isEqualTo("api_v3");
        assertThat(answer.body().has("refresh_token")).isFalse();
        var me = client.me(answer.at("/access_token").asString());
        assertThat(me.at("/login").asString()).isEqualTo(person.login());
        var other = Client.confidential(server).token(ask);
        assertThat(other.status()).isEqualTo(400);
        assertThat(other.at("/error").asString()).isEqualTo("unauthorized_client");
        assertThat(Client.open(server).token(ask).status()).isEqualTo(401);
    }

    @Test
    void an_application_makes_nothing_that_outlasts_what_it_was_allowed() {
        var client = Client.actingFor(server, person.login());
        String token =
                client.token(Map.of("grant_type", "client_credentials"))
                        .at("/access_token")
                        .asString();

        int before = ownTokens();
        var refused =
                server.api().as(token).post("/api/v3/users/me/api_tokens", "{\"name\":\"Mine\"}");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(ownTokens()).isEqualTo(before);
    }

    private int ownTokens() {
        return person.api().get("/api/v3/users/me/api_tokens").at("/total").asInt();
    }

    @Test
    void a_token_for_something_else_is_known_but_not_enough() {
        var client = Client.actingFor(server, person.login());
        String token =
                client.token(Map.of("grant_type", "client_credentials"))
                        .at("/access_token")
                        .asString();
        server.bean(Database.class)
                .run(tx ->
                        tx.sql("update oauth_grant set scopes = '' where application_id = :id")
                                .param("id", client.id)
                                .update());

        var refused = client.me(token);

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.at("/errorIdentifier").asString()).endsWith("Unauthenticated");
        assertThat(refused.header("WWW-Authenticate"))
                .startsWith("Bearer realm=\"OpenProject API\"")
                .endsWith("error=\"insufficient_scope\"");
    }

    @Test
    void a_token_that_is_given_back_is_worth_nothing() {
        var client = Client.confidential(server);
        var tokens = client.redeem(signedIn(client));
        String access = tokens.at("/access_token").asString();

        assertThat(revoke(client, access).status()).isEqualTo(200);
        assertThat(client.me(access).status()).isEqualTo(401);
        assertThat(client.me(access).header("WWW-Authenticate"))
                .endsWith("error=\"invalid_token\"");
        var renewed = client.refresh(tokens.at("/refresh_token").asString());
        assertThat(renewed.status()).isEqualTo(200);

        assertThat(revoke(client, renewed.at("/refresh_token").asString()).status()).isEqualTo(200);
        assertThat(client.me(renewed.at("/access_token").asString()).status()).isEqualTo(401);
        assertThat(revoke(client, "nothing").status()).isEqualTo(200);
    }

    @Test
    void public_applications_give_their_tokens_back_too_and_only_theirs() {
        var client = Client.open(server);
        String access = client.redeem(signedIn(client)).at("/access_token").asString();

        assertThat(revoke(Client.open(server), access).status()).isEqualTo(401);
        assertThat(client.me(access).status()).isEqualTo(200);
        assertThat(revoke(client, access).status()).isEqualTo(200);
        assertThat(client.me(access).status()).isEqualTo(401);
    }

    @Test
    void an_application_learns_about_its_own_tokens_alone() {
        var client = Client.confidential(server);
        String access = client.redeem(signedIn(client)).at("/access_token").asString();
        var question = Map.of("token", access);

        var known = client.post("/oauth/introspect", question);
        assertThat(known.at("/active").asBoolean()).as(known.text()).isTrue();
        assertThat(known.at("/client_id").asString()).isEqualTo(client.clientId);
        assertThat(known.at("/scope").asString()).isEqualTo("api_v3");
        assertThat(known.at("/exp").asLong()).isGreaterThan(known.at("/iat").asLong());
        assertThat(client.post("/oauth/introspect", Map.of("token", "nothing")).text())
                .isEqualTo("{\"active\":false}");
        assertThat(Client.confidential(server).post("/oauth/introspect", question).text())
                .isEqualTo("{\"active\":false}");

        assertThat(client.send("/oauth/introspect", question, Map.of()).status()).isEqualTo(401);
        assertThat(Client.open(server).post("/oauth/introspect", question).status()).isEqualTo(401);
    }

    @Test
    void the_secret_is_taken_from_the_header_too_and_a_wrong_one_is_refused() {
        var client = Client.actingFor(server, person.login());
        var ask = Map.of("grant_type", "client_credentials");

        var right = client.send("/oauth/token", ask, basic(client.clientId, client.secret));
        assertThat(right.status()).as(right.text()).isEqualTo(200);
        var wrong = client.send("/oauth/token", ask, basic(client.clientId, "wrong"));
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.text()).isEqualTo("{\"error\":\"invalid_client\"}");
        assertThat(wrong.header("WWW-Authenticate")).startsWith("Basic ");
        var nobody = client.send("/oauth/token", ask, Map.of());
        assertThat(nobody.status()).isEqualTo(401);
        assertThat(nobody.at("/error").asString()).isEqualTo("invalid_client");
        server.bean(Applications.class).renewSecret(Actor.system(), client.id);
        assertThat(client.token(ask).status()).as("the secret before").isEqualTo(401);
    }

    @Test
    void an_application_that_is_disabled_is_out_at_once() {
        var client = Client.confidential(server);
        var tokens = client.redeem(signedIn(client));

        client.disable();

        assertThat(client.me(tokens.at("/access_token").asString()).status()).isEqualTo(401);
        var refreshed = client.refresh(tokens.at("/refresh_token").asString());
        assertThat(refreshed.status()).isEqualTo(401);
        assertThat(visitor.get(client.authorize(Map.of())).status()).isEqualTo(400);
    }

    @Test
    void an_application_whose_person_is_locked_or_deleted_is_out_at_once() {
        var client = Client.open(server);
        var tokens = client.redeem(signedIn(client));
        String access = tokens.at("/access_token").asString();
        String asAnother = client.authorize(Map.of());

        server.api().post("/api/v3/users/" + person.id() + "/lock", "");

        var locked = client.me(access);
        assertThat(locked.status()).isEqualTo(401);
        assertThat(locked.header("WWW-Authenticate")).contains("The user account is locked");
        assertThat(client.refresh(tokens.at("/refresh_token").asString()).at("/error").asString())
                .isEqualTo("invalid_grant");
        assertThat(visitor.get(asAnother).header("Location")).isEqualTo("/login");

        server.api().delete("/api/v3/users/" + person.id());
        assertThat(client.me(access).header("WWW-Authenticate"))
                .endsWith("error=\"invalid_token\"");
    }

    @Test
    void what_is_allowed_taken_back_and_ended_is_written_down() {
        var client = Client.confidential(server);
        var first = client.redeem(signedIn(client));
        client.refresh(first.at("/refresh_token").asString());
        client.refresh(first.at("/refresh_token").asString());
        server.bean(Allowances.class).revoke(actor(), client.id);
        server.bean(Applications.class).renewSecret(Actor.system(), client.id);
        client.disable();
        server.bean(Applications.class).delete(Actor.system(), client.id);

        assertThat(audited(client))
                .containsExactly(
                        "oauth_application.created",
                        "oauth_authorisation.granted",
                        "oauth_authorisation.revoked",
                        "oauth_authorisation.revoked",
                        "oauth_application.secret_renewed",
                        "oauth_application.updated",
                        "oauth_application.deleted");
    }

    @Test
    void a_token_is_no_password_for_other_doors() {
        var client = Client.actingFor(server, persons.add(true).login());
        String token =
                client.token(Map.of("grant_type", "client_credentials"))
                        .at("/access_token")
                        .asString();

        var basic = server.api().send("GET", "/api/v3/users/me", null, basic("apikey", token));

        assertThat(basic.status()).isEqualTo(401);
        assertThat(server.api().as(token).get("/rm/api/v1/users").status()).isEqualTo(200);
        assertThat(server.api().as(token).get("/awork/api/v1/webhooks").status()).isEqualTo(200);
    }

    private String signedIn(Client client) {
        visitor.signIn(person.login(), Persons.PASSWORD);
        return client.code(visitor);
    }

    private static Api.Answer revoke(Client client, String token) {
        return client.post("/oauth/revoke", Map.of("token", token));
    }

    private List<String> audited(Client client) {
        return server.bean(Database.class)
                .read(view ->
                        view.sql(
                                        """
                                        select action from audit_entry
                                         where subject_type = 'OAuthApplication'
                                           and subject_id = :id
                                         order by id
                                        """)
                                .param("id", Long.toString(client.id))
                                .query((rs, _) -> rs.getString(1))
                                .list());
    }

    private Actor actor() {
        return server.bean(Database.class)
                .read(view -> server.bean(Users.class).find(view, person.id()))
                .map(Actor::new)
                .orElseThrow();
    }

    private static Map<String, String> basic(String user, String password) {
        String pair = user + ":" + password;
        return Map.of(
                "Authorization",
                "Basic "
                        + Base64.getEncoder()
                                .encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
    }
}
