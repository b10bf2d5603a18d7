package org.signalbox.account;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.signalbox.hal.Refusal;
import org.signalbox.store.Database;
import org.signalbox.store.Tx;
import org.signalbox.store.View;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Checks and hashes passwords. Both are slow on purpose and never happen inside a write.
 *
 * <p>A wrong guess costs the same time and sounds the same whether the login exists, has no
 * password, is locked, or only the password is wrong.
 */
@Component
public final class Passwords {
    private static final int LOGIN_LENGTH_MAX = 256;
    private static final int LENGTH_MIN = 10;

    /** What bcrypt takes in. */
    private static final int BYTES_MAX = 72;

    /** What became of an attempt to sign in. */
    public sealed interface Outcome {
        /** The password is right and the person may come in. */
        record Right(User user) implements Outcome {}

        /** Not with these. */
        record Wrong() implements Outcome {}

        /** Not before this time has passed; nothing was checked. */
        record TooMany(Duration delay) implements Outcome {
            /** The delay as it is told: in whole minutes, at least one. */
            public long minutes() {
                return Math.max(1, delay.plusSeconds(59).toMinutes());
            }

            /** For the person who tries. */
            public String words() {
                long minutes = minutes();
                return "Too many attempts. Try again in %d %s."
                        .formatted(minutes, minutes == 1 ? "minute" : "minutes");
            }
        }
    }

    private final Database database;
    private final InstantSource time;
    private final UserStore store;
    private final LoginLimit limit;
    private final FirstLogin firstLogin;
    private final PasswordEncoder encoder =
            PasswordEncoderFactories.createDelegatingPasswordEncoder();
    private final String nobodysHash;

    Passwords(
            Database database,
            InstantSource time,
            UserStore store,
            LoginLimit limit,
            FirstLogin firstLogin,
            RandomWords words) {
        this.database = database;
        this.time = time;
        this.store = store;
        this.limit = limit;
        this.firstLogin = firstLogin;
        this.nobodysHash = encode(words.password());
    }

    /**
     * Checks what somebody typed, unless there were too many wrong guesses.
     *
     * @param address where the attempt comes from
     */
    public Outcome check(String login, String password, String address) {
        String key = UserStore.key(login.substring(0, Math.min(LOGIN_LENGTH_MAX, login.length())));
        Optional<Duration> wait = limit.attempt(key, address);
        if (wait.isPresent()) {
            return new Outcome.TooMany(wait.get());
        }
        Optional<User> user = database.read(view -> store.findByLogin(view, key));
        boolean right = encoder.matches(password, user.flatMap(this::hashOf).orElse(nobodysHash));
        if (!right || tooLong(password) || user.isEmpty() || !user.get().active()) {
            return new Outcome.Wrong();
        }
        limit.succeeded(key, address);
        return new Outcome.Right(user.get());
    }

    /** The person who signed in at that moment, unless they were locked or have a new password. */
    public Optional<User> stillSignedIn(long userId, Instant since) {
        return database.read(view ->
                store.find(view, userId)
                        .filter(User::active)
                        .filter(_ -> !changedAfter(view, userId, since)));
    }

    /** Hashes a new password, and refuses one that is easy to guess or too long for a hash. */
    String hash(String password) {
        if (password.codePointCount(0, password.length()) < LENGTH_MIN) {
            throw new Refusal.Invalid(
                    "password",
                    "Password is too short (minimum is %d characters).".formatted(LENGTH_MIN));
        }
        if (tooLong(password)) {
            throw new Refusal.Invalid(
                    "password", "Password is too long (maximum is %d bytes).".formatted(BYTES_MAX));
        }
        return encode(password);
    }

    /** Hashes a password that an operator chose. */
    String encode(String password) {
        return String.valueOf(encoder.encode(password));
    }

    static boolean tooLong(String password) {
        return password.getBytes(StandardCharsets.UTF_8).length > BYTES_MAX;
    }

    /** Refuses unless that is the person's password. */
    void confirm(User user, @Nullable String password, String address) {
        Outcome outcome =
                password == null ? new Outcome.Wrong() : check(user.login(), password, address);
        switch (outcome) {
            case Outcome.Right _ -> {}
            case Outcome.Wrong _ ->
                    throw new Refusal.Invalid("currentPassword", "Current password is wrong.");
            case Outcome.TooMany tooMany ->
                    throw new Refusal.Invalid("currentPassword", tooMany.words());
        }
    }

    /** Stores the hash of a new password. Who is signed in with the old one no longer is. */
    void change(Tx tx, User user, String hash) {
        store.setPassword(tx, user.id(), hash, time.instant());
        tx.afterCommit(() -> firstLogin.forget(user.login()));
    }

    private boolean changedAfter(View view, long userId, Instant since) {
        return store.passwordChangedAt(view, userId).filter(since::isBefore).isPresent();
    }

    private Optional<String> hashOf(User user) {
        return database.read(view -> store.passwordHash(view, user.id()));
    }
}
