package org.signalbox.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.signalbox.hal.Refusal;
import org.signalbox.loop.Surprises;
import org.signalbox.store.Database;
import org.signalbox.testing.TestDatabases;

@Tag("api")
class ApiTokensTest {
    private final Database database = TestDatabases.open();
    private final ApiTokenStore store = new ApiTokenStore();
    private final UserStore users = new UserStore();
    private final TokenUse use = new TokenUse(database, store, new Surprises());
    private Instant now = Instant.parse("2026-03-04T10:00:00Z");
    private final ApiTokens tokens = node(use);
    private Actor ana = Actor.system();

    @BeforeEach
    void add_ana() {
        long id = database.write(tx -> users.insert(tx, person("ana")));
        ana = new Actor(database.read(view -> users.find(view, id)).orElseThrow());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void only_the_hash_is_stored() {
        var issued = tokens.create(ana, ana.user().id(), "laptop", null);

        assertThat(issued.secret()).matches("opapi-[0-9a-f]{64}");
        String stored =
                database.read(view ->
                        view.sql("select token_hash from api_token")
                                .query((rs, _) -> rs.getString(1))
                                .single());
        assertThat(stored).hasSize(64).isNotEqualTo(issued.secret().substring(6));
    }

    @Test
    void a_token_tells_who_asks() {
        var issued = tokens.create(ana, ana.user().id(), "laptop", null);

        assertThat(tokens.authenticate(issued.secret()))
                .isEqualTo(
                        new TokenCheck.Accepted(new Actor(ana.user(), Door.token("laptop", null))));
        assertThat(tokens.authenticate(issued.secret() + "0")).isEqualTo(new TokenCheck.Unknown());
    }

    @Test
    void a_revoked_token_is_useless_at_once() {
        var issued = tokens.create(ana, ana.user().id(), "laptop", null);
        assertThat(tokens.authenticate(issued.secret())).isInstanceOf(TokenCheck.Accepted.class);

        tokens.revoke(ana, ana.user().id(), issued.token().id());

        assertThat(tokens.authenticate(issued.secret())).isEqualTo(new TokenCheck.Unknown());
        assertThat(tokens.of(ana, ana.user().id())).isEmpty();
    }

    @Test
    void another_node_follows_within_ten_seconds() {
        var issued = tokens.create(ana, ana.user().id(), "laptop", null);
        assertThat(tokens.authenticate(issued.secret())).isInstanceOf(TokenCheck.Accepted.class);
        node(use).revoke(ana, ana.user().id(), issued.token().id());

        now = now.plusSeconds(10);

        assertThat(tokens.authenticate(issued.secret())).isEqualTo(new TokenCheck.Unknown());
    }

    @Test
    void a_token_ends_when_it_expires() {
        var issued = tokens.create(ana, ana.user().id(), "laptop", now.plus(Duration.ofSeconds(5)));
        assertThat(tokens.authenticate(issued.secret())).isInstanceOf(TokenCheck.Accepted.class);

        now = now.plusSeconds(5);

        assertThat(tokens.authenticate(issued.secret())).isEqualTo(new TokenCheck.Unknown());
    }

    @Test
    void the_last_use_is_written_later_and_together() {
        var issued = tokens.create(ana, ana.user().id(), "laptop", null);
        tokens.authenticate(issued.secret());
        now = now.plusSeconds(3);
        tokens.authenticate(issued.secret());
        assertThat(tokens.of(ana, ana.user().id()).getFirst().lastUsedAt()).isNull();

        use.write();

        assertThat(tokens.of(ana, ana.user().id()).getFirst().lastUsedAt()).isEqualTo(now);
    }

    @Test
    void nobody_makes_or_sees_a_token_of_somebody_else() {
        long other = database.write(tx -> users.insert(tx, person("ben")));

        assertThatThrownBy(() -> tokens.create(ana, other, "mine now", null))
                .isInstanceOf(Refusal.Forbidden.class);
        assertThatThrownBy(() -> tokens.of(ana, other)).isInstanceOf(Refusal.Forbidden.class);
    }

    @Test
    void nobody_revokes_a_token_of_somebody_else_or_learns_that_it_is_there() {
        long other = database.write(tx -> users.insert(tx, person("ben")));
        Actor ben = new Actor(database.read(view -> users.find(view, other)).orElseThrow());
        var theirs = tokens.create(ben, other, "phone", null);

        assertThatThrownBy(() -> tokens.revoke(ana, ana.user().id(), theirs.token().id()))
                .isInstanceOf(Refusal.NotFound.class);
        for (long id : new long[] {theirs.token().id(), 987_654}) {
            assertThatThrownBy(() -> tokens.revoke(ana, other, id))
                    .isInstanceOf(Refusal.Forbidden.class);
        }
        assertThat(tokens.of(ben, other)).hasSize(1);
    }

    @Test
    void a_token_that_ends_makes_none_that_lasts_longer() {
        long id = ana.user().id();
        Instant end = now.plusSeconds(60);
        var issued = tokens.create(ana, id, "laptop", end);
        var shown = (TokenCheck.Accepted) tokens.authenticate(issued.secret());

        assertThat(tokens.create(shown.actor(), id, "for good", null).token().expiresAt())
                .isEqualTo(end);
        Instant later = end.plusSeconds(1);
        assertThat(tokens.create(shown.actor(), id, "more", later).token().expiresAt())
                .isEqualTo(end);
        Instant sooner = end.minusSeconds(1);
        assertThat(tokens.create(shown.actor(), id, "less", sooner).token().expiresAt())
                .isEqualTo(sooner);
    }

    @Test
    void a_token_needs_a_name_and_a_future() {
        assertThatThrownBy(() -> tokens.create(ana, ana.user().id(), " ", null))
                .hasMessage("Name can't be blank.");
        assertThatThrownBy(() -> tokens.create(ana, ana.user().id(), "old", now))
                .hasMessage("Expires at must be in the future.");
    }

    private ApiTokens node(TokenUse noted) {
        return new ApiTokens(
                database,
                () -> now,
                store,
                users,
                new TokenCache(),
                noted,
                new RandomWords(new SecureRandom()),
                (_, _, _) -> {});
    }

    private User person(String login) {
        return new User(
                0,
                login,
                login,
                "Example",
                login + "@example.org",
                false,
                UserStatus.ACTIVE,
                "en",
                Employment.UNKNOWN,
                now,
                now);
    }
}
