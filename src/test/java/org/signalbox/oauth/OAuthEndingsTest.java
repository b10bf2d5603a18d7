package org.signalbox.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.signalbox.account.SecretHash;
import org.signalbox.store.Database;
import org.signalbox.store.Micros;
import org.signalbox.testing.Api;
import org.signalbox.testing.Persons;
import org.signalbox.testing.RunningServer;
import org.signalbox.testing.Visitor;

/** What ends a grant and what does not, also when two come at the same moment. */
@Tag("api")
class OAuthEndingsTest {
    private static final int AT_ONCE = 6;
    private static final String REVOKED = "oauth_authorisation.revoked";
    private static final String GRANTS = "oauth_grant where application_id = :id";
    private static final String TOKENS =
            "oauth_token t join oauth_grant g on g.id = t.grant_id where g.application_id = :id";

    private final RunningServer server = RunningServer.shared();
    private final Persons persons = new Persons(server);
    private final Persons.Person person = persons.add();
    private final Visitor visitor = new Visitor(server);
    private final Client client = Client.confidential(server);

    @Test
    void whoever_asks_about_a_used_refresh_token_ends_nothing() {
        var first = client.redeem(signedIn());
        String used = first.at("/refresh_token").asString();
        var second = client.refresh(used);
        var question = Map.of("token", used);

        for (Client asking : List.of(client, Client.confidential(server))) {
            assertThat(asking.post("/oauth/introspect", question).text())
                    .isEqualTo("{\"active\":false}");
        }
        assertThat(Client.confidential(server).post("/oauth/revoke", question).status())
                .isEqualTo(401);
        assertThat(client.me(second.at("/access_token").asString()).status()).isEqualTo(200);
        assertThat(audited(REVOKED)).isZero();

        assertThat(client.post("/oauth/revoke", question).status()).isEqualTo(200);
        assertThat(client.me(second.at("/access_token").asString()).status()).isEqualTo(401);
    }

    @Test
    void a_refresh_token_used_by_two_at_once_ends_the_grant_and_is_written_down() throws Exception {
        var tokens = client.redeem(signedIn());
        String refresh = tokens.at("/refresh_token").asString();

        List<Api.Answer> answers = atOnce(() -> client.refresh(refresh));

        assertEnded(answers);
        assertThat(client.me(tokens.at("/access_token").asString()).status()).isEqualTo(401);
    }

    @Test
    void a_code_used_by_two_at_once_ends_the_grant_and_is_written_down() throws Exception {
        String code = signedIn();

        List<Api.Answer> answers = atOnce(() -> client.redeem(code));

        assertEnded(answers);
    }

    @Test
    void who_comes_second_between_the_look_and_the_use_ends_the_grant() {
        var grants = server.bean(Grants.class);
        String code = signedIn();
        Grant.Found byCode = grants.byCode(code).orElseThrow();
        assertThat(grants.redeem(byCode.grant().id(), fresh("a"))).isTrue();
        assertThat(grants.redeem(byCode.grant().id(), fresh("b"))).isFalse();
        assertThat(audited(REVOKED)).isEqualTo(1);

        String refresh = client.redeem(client.code(visitor)).at("/refresh_token").asString();
        String id = grants.byRefreshToken(refresh).orElseThrow().grant().id();
        assertThat(grants.rotate(id, SecretHash.of(refresh), fresh("c"))).isTrue();
        assertThat(grants.rotate(id, SecretHash.of(refresh), fresh("d"))).isFalse();
        assertThat(audited(REVOKED)).isEqualTo(2);
        assertThat(grants.rotate(id, SecretHash.of(refresh), fresh("e"))).isFalse();
        assertThat(audited(REVOKED)).isEqualTo(2);
    }

    @Test
    void what_expired_is_removed_and_what_was_renewed_stays() {
        visitor.signIn(person.login(), Persons.PASSWORD);
        var forgotten = Client.open(server);
        forgotten.redeem(forgotten.code(visitor));
        var unanswered = Client.open(server);
        assertThat(visitor.get(unanswered.authorize(Map.of())).header("Location"))
                .contains("/oauth/consent?");
        Instant past = Instant.now().minusSeconds(60);
        Instant soon = Instant.now().plusSeconds(60);
        var tokens = client.redeem(client.code(visitor));
        setEnd(client, "access", past);
        setEnd(client, "refresh", soon);
        setEnd(client, soon);
        var renewed = client.refresh(tokens.at("/refresh_token").asString());
        assertThat(renewed.status()).as(renewed.text()).isEqualTo(200);
        setEnd(forgotten, "access", past);
        setEnd(forgotten, "refresh", past);
        setEnd(forgotten, past);
        setEnd(unanswered, past);

        server.bean(ExpiredGrants.class).pass();

        assertThat(count(GRANTS, forgotten)).isZero();
        assertThat(count(GRANTS, unanswered)).isZero();
        assertThat(count(TOKENS, forgotten)).isZero();
        assertThat(count(TOKENS, client)).isEqualTo(3);
        assertThat(count(GRANTS + " and expires_at > " + Micros.of(soon), client)).isEqualTo(1);
        assertThat(client.me(renewed.at("/access_token").asString()).status()).isEqualTo(200);
        assertThat(client.refresh(renewed.at("/refresh_token").asString()).status()).isEqualTo(200);
    }

    @Test
    void an_application_that_can_no_longer_keep_a_secret_has_to_ask_again() {
        var tokens = client.redeem(signedIn());

        client.change(Client.input(false, "", true));

        assertThat(client.me(tokens.at("/access_token").asString()).status()).isEqualTo(401);
        client.secret = "";
        assertThat(client.refresh(tokens.at("/refresh_token").asString()).at("/error").asString())
                .isEqualTo("invalid_grant");
        assertThat(visitor.get(client.authorize(Map.of())).header("Location"))
                .contains("/oauth/consent?");
    }

    @Test
    void an_application_whose_user_is_locked_can_still_be_disabled() {
        var acting = Client.actingFor(server, person.login());
        server.api().post("/api/v3/users/" + person.id() + "/lock", "");
        var admin = new Visitor(server);
        admin.signIn("admin", RunningServer.ADMIN_PASSWORD);
        assertThat(admin.get("/admin/settings/oauth/" + acting.id).text())
                .contains("Person " + person.login() + " (locked)");

        acting.change(Client.input(true, person.login(), false));

        assertThat(admin.get("/admin/settings/oauth/" + acting.id).text()).contains("Disabled");
        assertThat(acting.token(Map.of("grant_type", "client_credentials")).status())
                .isEqualTo(401);
    }

    @Test
    void who_allowed_something_is_written_down_with_where_they_were() {
        client.redeem(signedIn());

        String entry =
                "audit_entry where action = 'oauth_authorisation.granted' and subject_id = '%d'"
                        .formatted(client.id);
        assertThat(count(entry)).isEqualTo(1);
        assertThat(
                        count(
                                entry
                                        + " and address = '127.0.0.1' and door = 'session'"
                                        + " and user_id = "
                                        + person.id()))
                .isEqualTo(1);
    }

    private String signedIn() {
        visitor.signIn(person.login(), Persons.PASSWORD);
        return client.code(visitor);
    }

    /** One of them got tokens, which are worth nothing, as all others had copies. */
    private void assertEnded(List<Api.Answer> answers) {
        var got = answers.stream().filter(answer -> answer.status() == 200).toList();
        assertThat(got).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.status() == 400))
                .hasSize(AT_ONCE - 1)
                .allMatch(answer -> answer.at("/error").asString().equals("invalid_grant"));
        assertThat(client.me(got.getFirst().at("/access_token").asString()).status())
                .isEqualTo(401);
        assertThat(audited(REVOKED)).isEqualTo(1);
        assertThat(server.surprises()).isZero();
    }

    private static List<Api.Answer> atOnce(Callable<Api.Answer> request)
            throws InterruptedException, ExecutionException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<Api.Answer>();
            for (Future<Api.Answer> answer :
                    threads.invokeAll(Collections.nCopies(AT_ONCE, request))) {
                answers.add(answer.get());
            }
            return answers;
        }
    }

    private Grant.Tokens fresh(String name) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        return new Grant.Tokens(
                new Grant.Token(name + client.clientId, now, now.plusSeconds(60)), null);
    }

    private void setEnd(Client whose, Instant end) {
        server.bean(Database.class)
                .run(tx ->
                        tx.sql(
                                        "update oauth_grant set expires_at = :end where application_id = :id")
                                .param("end", Micros.of(end))
                                .param("id", whose.id)
                                .update());
    }

    private void setEnd(Client whose, String kind, Instant end) {
        server.bean(Database.class)
                .run(tx ->
                        tx.sql(
                                        """
                                        update oauth_token set expires_at = :end
                                         where kind = :kind and grant_id in
                                           (select id from oauth_grant where application_id = :id)
                                        """)
                                .param("end", Micros.of(end))
                                .param("kind", kind)
                                .param("id", whose.id)
                                .update());
    }

    /** How often this was done to the application. */
    private long audited(String action) {
        return count(
                "audit_entry where subject_type = 'OAuthApplication' and subject_id = '%d'"
                                .formatted(client.id)
                        + " and action = '%s'".formatted(action));
    }

    private long count(String from) {
        return server.bean(Database.class)
                .read(view -> view.sql("select count(*) from " + from).query(Long.class).single());
    }

    private long count(String from, Client whose) {
        return server.bean(Database.class)
                .read(view ->
                        view.sql("select count(*) from " + from)
                                .param("id", whose.id)
                                .query(Long.class)
                                .single());
    }
}
