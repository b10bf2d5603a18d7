package org.signalbox.oauth;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.signalbox.account.Actor;
import org.signalbox.account.SecretHash;
import org.signalbox.account.User;
import org.signalbox.account.Users;
import org.signalbox.hal.Refusal;
import org.signalbox.store.Database;
import org.signalbox.store.Tx;
import org.signalbox.store.View;
import org.springframework.stereotype.Component;

/** The applications that administrators registered. */
@Component
public final class Applications {
    private static final int NAME_LENGTH_MAX = 255;

    private final Database database;
    private final ApplicationStore store;
    private final GrantStore grants;
    private final Users users;
    private final Secrets secrets;
    private final InstantSource time;
    private final OAuthAudit audit;
    private final ApplicationUse use;

    Applications(
            Database database,
            ApplicationStore store,
            GrantStore grants,
            Users users,
            Secrets secrets,
            InstantSource time,
            OAuthAudit audit,
            ApplicationUse use) {
        this.database = database;
        this.store = store;
        this.grants = grants;
        this.users = users;
        this.secrets = secrets;
        this.time = time;
        this.audit = audit;
        this.use = use;
    }

    /** All, by name. */
    public List<Application> list(Actor actor) {
        actor.requireAdmin();
        return database.read(store::all);
    }

    /** How many applications showed a token since then. */
    public long countUsedSince(Actor actor, Instant since) {
        actor.requireAdmin();
        return use.countSince(since);
    }

    public Application show(Actor actor, long id) {
        actor.requireAdmin();
        return database.read(view -> store.find(view, id)).orElseThrow(Refusal.NotFound::new);
    }

    /** Registers an application; a confidential one gets a secret. */
    public Application.Saved create(Actor actor, Application.Input input) {
        actor.requireAdmin();
        String secret = input.confidential() ? secrets.clientSecret() : null;
        String clientId = secrets.clientId();
        return database.write(tx -> {
            Instant now = time.instant();
            Application wanted =
                    checked(tx, input, blank(clientId, secret == null ? null : now, now));
            long id = store.insert(tx, wanted, secret == null ? null : SecretHash.of(secret));
            Application.Saved saved = saved(tx, id, secret);
            audit.created(tx, actor, saved.application());
            return saved;
        });
    }

    /**
     * Changes an application; one that becomes confidential gets a secret, and what people allowed
     * to the other kind ends.
     *
     * @param seen when it had been changed last, as far as the actor knows
     * @throws Refusal.Conflict if it was changed after that
     */
    public Application.Saved change(Actor actor, long id, Instant seen, Application.Input input) {
        actor.requireAdmin();
        String fresh = secrets.clientSecret();
        return database.write(tx -> {
            Application before = store.find(tx, id).orElseThrow(Refusal.NotFound::new);
            if (!before.updatedAt().equals(seen)) {
                throw new Refusal.Conflict("The application has changed meanwhile.");
            }
            Application after = checked(tx, input, before);
            store.update(tx, after);
            if (!Objects.equals(before.user(), after.user())) {
                grants.deleteOfApplication(tx, id, Grant.Kind.CLIENT_CREDENTIALS);
            }
            String secret = input.confidential() && !before.confidential() ? fresh : null;
            if (before.confidential() != input.confidential()) {
                grants.deleteOfApplication(tx, id, Grant.Kind.AUTHORIZATION_CODE);
                String hash = secret == null ? null : SecretHash.of(secret);
                store.setSecret(tx, id, hash, time.instant());
            }
            Application.Saved saved = saved(tx, id, secret);
            audit.changed(tx, actor, before, saved.application());
            return saved;
        });
    }

    /** Gives it another secret; the one before is useless at once. */
    public Application.Saved renewSecret(Actor actor, long id) {
        actor.requireAdmin();
        String secret = secrets.clientSecret();
        return database.write(tx -> {
            Application before = store.find(tx, id).orElseThrow(Refusal.NotFound::new);
            if (!before.confidential()) {
                throw new Refusal.Invalid("confidential", "A public application has no secret.");
            }
            store.setSecret(tx, id, SecretHash.of(secret), time.instant());
            audit.renewed(tx, actor, before);
            return saved(tx, id, secret);
        });
    }

    /** Removes it with everything that people allowed it. */
    public void delete(Actor actor, long id) {
        actor.requireAdmin();
        database.run(tx -> {
            Application gone = store.find(tx, id).orElseThrow(Refusal.NotFound::new);
            store.delete(tx, id);
            audit.deleted(tx, actor, gone);
        });
    }

    private Application.Saved saved(View view, long id, @Nullable String secret) {
        return new Application.Saved(store.find(view, id).orElseThrow(), secret);
    }

    private static Application blank(String clientId, @Nullable Instant secretSince, Instant now) {
        return new Application(0, "", clientId, secretSince, List.of(), null, true, now, now);
    }

    /** The application as the input wants it to be. */
    private Application checked(Tx tx, Application.Input input, Application known) {
        List<Refusal.Invalid> wrong = new ArrayList<>();
        checkName(input.name(), wrong);
        List<String> redirectUris = redirectUris(input, wrong);
        Application.ActingUser user = user(tx, input, known.user(), wrong);
        if (wrong.size() == 1) {
            throw wrong.getFirst();
        }
        if (!wrong.isEmpty()) {
            throw new Refusal.Several(wrong);
        }
        return new Application(
                known.id(),
                input.name().strip(),
                known.clientId(),
                known.secretSince(),
                redirectUris,
                user,
                input.enabled(),
                known.createdAt(),
                time.instant());
    }

    private static void checkName(String name, List<Refusal.Invalid> wrong) {
        if (name.isBlank()) {
            wrong.add(new Refusal.Invalid("name", "Name can't be blank."));
        } else if (name.length() > NAME_LENGTH_MAX) {
            wrong.add(
                    new Refusal.Invalid(
                            "name",
                            "Name is too long (maximum is %d characters)."
                                    .formatted(NAME_LENGTH_MAX)));
        }
    }

    private static List<String> redirectUris(Application.Input input, List<Refusal.Invalid> wrong) {
        try {
            List<String> found = RedirectUris.read(input.redirectUris());
            if (found.isEmpty() && input.userLogin().isBlank()) {
                wrong.add(
                        new Refusal.Invalid(
                                "redirectUris",
                                "Write at least one redirect URI, or name a user it acts for."));
            }
            return found;
        } catch (Refusal.Invalid invalid) {
            wrong.add(invalid);
            return List.of();
        }
    }

    /** Who is chosen already stays so also while they are locked; somebody else must be active. */
    private Application.@Nullable ActingUser user(
            View view,
            Application.Input input,
            Application.@Nullable ActingUser chosen,
            List<Refusal.Invalid> wrong) {
        String login = input.userLogin().strip();
        if (login.isEmpty()) {
            return null;
        }
        if (!input.confidential()) {
            wrong.add(
                    new Refusal.Invalid(
                            "user", "A public application has no secret to act for a user with."));
            return null;
        }
        if (chosen != null && chosen.login().equals(login)) {
            return chosen;
        }
        User user = users.find(view, login).filter(User::active).orElse(null);
        if (user == null) {
            wrong.add(new Refusal.Invalid("user", "There is no active user with this login."));
            return null;
        }
        return new Application.ActingUser(user.id(), user.login(), user.name(), user.active());
    }
}
