package org.signalbox.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LoginLimitTest {
    private Instant now = Instant.parse("2026-03-04T10:00:00Z");
    private final LoginLimit limit = new LoginLimit(() -> now);

    @Test
    void five_guesses_at_a_login_from_an_address_are_let_through() {
        for (int i = 0; i < LoginLimit.PER_BOTH_MAX; i++) {
            assertThat(limit.attempt("ana", "10.0.0.1")).isEmpty();
        }

        assertThat(limit.attempt("ana", "10.0.0.1")).contains(Duration.ofMinutes(5));
        assertThat(limit.attempt("ben", "10.0.0.1")).isEmpty();
        assertThat(limit.attempt("ana", "10.0.0.2")).as("herself, from elsewhere").isEmpty();
    }

    @Test
    void guesses_at_a_login_from_everywhere_end_too() {
        for (int i = 0; i < LoginLimit.PER_LOGIN_MAX; i++) {
            assertThat(limit.attempt("ana", "10.0.%d.%d".formatted(i / 250, i % 250))).isEmpty();
        }

        assertThat(limit.attempt("ana", "10.1.0.1")).contains(Duration.ofMinutes(5));
        assertThat(limit.attempt("ben", "10.1.0.1")).isEmpty();
    }

    @Test
    void the_wait_ends_five_minutes_after_the_first_guess_whatever_was_tried_since() {
        for (int i = 0; i < LoginLimit.PER_BOTH_MAX; i++) {
            limit.attempt("ana", "10.0.0.1");
        }
        now = now.plusSeconds(61);
        assertThat(limit.attempt("ana", "10.0.0.1")).contains(Duration.ofSeconds(239));
        now = now.plusSeconds(239);
        assertThat(limit.attempt("ana", "10.0.0.1")).isEmpty();
    }

    @Test
    void thirty_guesses_from_an_address_are_let_through_whomever_they_are_at() {
        for (int i = 0; i < LoginLimit.PER_ADDRESS_MAX; i++) {
            assertThat(limit.attempt("login" + i, "10.0.0.1")).isEmpty();
        }

        assertThat(limit.attempt("another", "10.0.0.1")).isPresent();
        assertThat(limit.attempt("another", "10.0.0.2")).isEmpty();
    }

    @Test
    void who_knows_the_password_does_not_count() {
        for (int i = 0; i < 2 * LoginLimit.PER_LOGIN_MAX; i++) {
            assertThat(limit.attempt("ana", "10.0.0.1")).isEmpty();
            limit.succeeded("ana", "10.0.0.1");
        }
    }

    @Test
    void a_success_does_not_wash_the_address_clean() {
        for (int i = 0; i < LoginLimit.PER_ADDRESS_MAX - 1; i++) {
            limit.attempt("login" + i, "10.0.0.1");
        }
        limit.attempt("mallory", "10.0.0.1");
        limit.succeeded("mallory", "10.0.0.1");

        assertThat(limit.attempt("login", "10.0.0.1")).isEmpty();
        assertThat(limit.attempt("login", "10.0.0.1")).isPresent();
    }

    @Test
    void the_wait_is_told_in_whole_minutes() {
        assertThat(new Passwords.Outcome.TooMany(Duration.ofSeconds(239)).words())
                .isEqualTo("Too many attempts. Try again in 4 minutes.");
        assertThat(new Passwords.Outcome.TooMany(Duration.ofMillis(1)).words())
                .isEqualTo("Too many attempts. Try again in 1 minute.");
    }
}
