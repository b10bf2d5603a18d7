package org.signalbox.account;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.signalbox.hal.Refusal;
import org.signalbox.store.Database;
import org.signalbox.store.Tx;
import org.springframework.stereotype.Component;

/**
 * API tokens: made once, shown once, kept as a hash. One's own, or as an administrator anybody's.
 */
@Component
public final class ApiTokens {
    /** How the tokens made here begin, so that they are recognised where they leak. */
    public static final String PREFIX = "opapi-";

    private static final int NAME_LENGTH_MAX = 255;

    private final Database database;
    private final InstantSource time;
    private final ApiTokenStore store;
    private final UserStore users;
    private final TokenCache cache;
    private final TokenUse use;
    private final RandomWords words;
    private final AuditTrail audit;

    ApiTokens(
            Database database,
            InstantSource time,
            ApiTokenStore store,
            UserStore users,
            TokenCache cache,
            TokenUse use,
            RandomWords words,
            AuditTrail audit) {
        this.database = database;
        this.time = time;
        this.store = store;
        this.users = users;
        this.cache = cache;
        this.use = use;
        this.words = words;
        this.audit = audit;
    }

    /**
     * Makes a token for that user. Who shows an API token that ends gets none that lasts longer.
     *
     * @throws Refusal.Forbidden also for an application: what it was allowed for a while would last
     */
    public ApiToken.Issued create(
            Actor actor, long userId, String name, @Nullable Instant expiresAt) {
        if (actor.door().kind() == Door.Kind.OAUTH) {
            throw new Refusal.Forbidden();
        }
        String secret = words.apiToken();
        ApiToken token =
                database.write(tx -> {
                    requireOwn(actor, userId);
                    if (users.find(tx, userId).isEmpty()) {
                        throw new Refusal.NotFound();
                    }
                    check(name, expiresAt);
                    Instant end = earlier(expiresAt, actor.door().until());
                    return insert(tx, actor, userId, name, end, secret);
                });
        return new ApiToken.Issued(token, secret);
    }

    /** The tokens of that user which were not revoked. */
    public List<ApiToken> of(Actor actor, long userId) {
        requireOwn(actor, userId);
        return database.read(view -> store.ofUser(view, userId));
    }

    /** One of them. */
    public ApiToken of(Actor actor, long userId, long id) {
        return of(actor, userId).stream()
                .filter(token -> token.id() == id)
                .findFirst()
                .orElseThrow(Refusal.NotFound::new);
    }

    /** Makes a token of that user useless, at once. */
    public void revoke(Actor actor, long userId, long id) {
        database.run(tx -> {
            requireOwn(actor, userId);
            ApiToken token =
                    store.find(tx, id)
                            .filter(found -> found.userId() == userId)
                            .orElseThrow(Refusal.NotFound::new);
            store.revoke(tx, id, time.instant());
            audit.append(tx, actor, deed(tx, AuditAction.TOKEN_REVOKED, token));
            recheck(tx);
        });
    }

    /** How many tokens somebody showed since then. */
    public long countUsedSince(Actor actor, Instant since) {
        actor.requireAdmin();
        return use.countSince(since);
    }

    /** Finds out who presents this token. */
    public TokenCheck authenticate(String secret) {
        Instant now = time.instant();
        String hash = SecretHash.of(secret);
        var known =
                cache.get(hash, now, () -> database.read(view -> store.byHash(view, hash)))
                        .filter(owned -> !expired(owned, now))
                        .orElse(null);
        if (known == null) {
            return new TokenCheck.Unknown();
        }
        if (!known.owner().active()) {
            return new TokenCheck.Locked();
        }
        use.note(known.tokenId(), now);
        return new TokenCheck.Accepted(
                new Actor(known.owner(), Door.token(known.name(), known.expiresAt())));
    }

    /** Stores a token whose secret is known already. */
    ApiToken insert(
            Tx tx,
            Actor actor,
            long userId,
            String name,
            @Nullable Instant expiresAt,
            String secret) {
        var token = new ApiToken(0, userId, name.strip(), time.instant(), null, expiresAt, null);
        ApiToken stored = store.insert(tx, token, SecretHash.of(secret));
        Deed deed = deed(tx, AuditAction.TOKEN_CREATED, stored);
        audit.append(tx, actor, expiresAt == null ? deed : deed.with("expiresAt", expiresAt));
        return stored;
    }

    private Deed deed(Tx tx, AuditAction action, ApiToken token) {
        String owner = users.find(tx, token.userId()).map(User::name).orElse("");
        return Deed.of(action, "ApiToken", token.id(), token.name()).with("user", owner);
    }

    /** Takes everything away from somebody who goes. */
    void deleteOf(Tx tx, long userId) {
        store.deleteOf(tx, userId);
        recheck(tx);
    }

    /** Lets the next use of each token look at its owner anew. */
    void recheck(Tx tx) {
        tx.afterCommit(cache::forgetAll);
    }

    private void check(String name, @Nullable Instant expiresAt) {
        if (name.isBlank()) {
            throw new Refusal.Invalid("name", "Name can't be blank.");
        }
        if (name.length() > NAME_LENGTH_MAX) {
            throw new Refusal.Invalid(
                    "name",
                    "Name is too long (maximum is %d characters).".formatted(NAME_LENGTH_MAX));
        }
        if (expiresAt != null && !expiresAt.isAfter(time.instant())) {
            throw new Refusal.Invalid("expiresAt", "Expires at must be in the future.");
        }
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }

    private static void requireOwn(Actor actor, long userId) {
        if (!actor.isAdmin() && !actor.is(userId)) {
            throw new Refusal.Forbidden();
        }
    }

    private static boolean expired(ApiTokenStore.Owned owned, Instant now) {
        Instant expiresAt = owned.expiresAt();
        return expiresAt != null && !now.isBefore(expiresAt);
    }
}
