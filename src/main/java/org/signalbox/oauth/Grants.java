package org.signalbox.oauth;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.signalbox.account.SecretHash;
import org.signalbox.store.Database;
import org.signalbox.store.Tx;
import org.springframework.stereotype.Component;

/**
 * Grants from the first request to the last token. Whatever is used a second time, a code or a
 * refresh token, ends its grant with all tokens.
 */
@Component
final class Grants {
    static final String ACCESS = "access";
    static final String REFRESH = "refresh";

    private final Database database;
    private final GrantStore store;
    private final InstantSource time;
    private final OAuthAudit audit;

    Grants(Database database, GrantStore store, InstantSource time, OAuthAudit audit) {
        this.database = database;
        this.store = store;
        this.time = time;
        this.audit = audit;
    }

    /** The grant whose person was asked under that state and has not answered yet. */
    Optional<Grant.Found> byState(String state) {
        return database.read(view -> store.byState(view, SecretHash.of(state)))
                .filter(found -> time.instant().isBefore(found.expiresAt()));
    }

    Optional<Grant.Found> byCode(String code) {
        return unused(database.read(view -> store.byCode(view, SecretHash.of(code))));
    }

    Optional<Grant.Found> byAccessToken(String token) {
        return database.read(view -> store.byToken(view, ACCESS, SecretHash.of(token)));
    }

    Optional<Grant.Found> byRefreshToken(String token) {
        return unused(aboutRefreshToken(token));
    }

    /** The same where nobody uses it, but only asks about it. */
    Optional<Grant.Found> aboutRefreshToken(String token) {
        return database.read(view -> store.byToken(view, REFRESH, SecretHash.of(token)));
    }

    /** Stores that somebody is asked. */
    void ask(Grant grant, String state) {
        database.run(tx -> store.insert(tx, grant, SecretHash.of(state), null));
    }

    /** Stores a grant of somebody who need not be asked again. */
    void begin(Grant grant, String code) {
        database.run(tx -> store.insert(tx, grant, null, SecretHash.of(code)));
    }

    /** Stores a grant that has its token already. */
    void begin(Grant grant, Grant.Tokens tokens) {
        database.run(tx -> {
            store.insert(tx, grant, null, null);
            store.add(tx, grant.id(), ACCESS, tokens.access());
        });
    }

    /** The person said yes; false when they had answered already. */
    boolean approve(String id, Set<String> scopes, String code, Instant expiresAt) {
        return database.write(tx -> store.approve(tx, id, scopes, SecretHash.of(code), expiresAt));
    }

    /** Gives tokens for the code; false, and the end of the grant, when it was used meanwhile. */
    boolean redeem(String id, Grant.Tokens tokens) {
        return database.write(tx -> {
            if (!store.useCode(tx, id, time.instant(), tokens.expiresAt())) {
                copied(tx, id);
                return false;
            }
            add(tx, id, tokens);
            return true;
        });
    }

    /** Gives tokens for a refresh token; false, and the end of the grant, when it was used. */
    boolean rotate(String id, String refreshHash, Grant.Tokens tokens) {
        return database.write(tx -> {
            if (!store.hold(tx, id, tokens.expiresAt())) {
                return false;
            }
            if (!store.useRefresh(tx, id, refreshHash, time.instant())) {
                copied(tx, id);
                return false;
            }
            add(tx, id, tokens);
            return true;
        });
    }

    /** Makes one access token useless. */
    void forgetAccessToken(String token) {
        database.run(tx -> store.deleteToken(tx, SecretHash.of(token)));
    }

    /** Makes all useless that came of the grant. */
    void end(String id) {
        database.run(tx -> store.delete(tx, id));
    }

    private void add(Tx tx, String id, Grant.Tokens tokens) {
        store.add(tx, id, ACCESS, tokens.access());
        Grant.@Nullable Token refresh = tokens.refresh();
        if (refresh != null) {
            store.add(tx, id, REFRESH, refresh);
        }
    }

    private Optional<Grant.Found> unused(Optional<Grant.Found> found) {
        if (found.isPresent() && found.get().used()) {
            database.run(tx -> copied(tx, found.get().grant().id()));
            return Optional.empty();
        }
        return found;
    }

    /** Somebody else has the code or the refresh token, too: so nobody is to use it any more. */
    private void copied(Tx tx, String id) {
        store.delete(tx, id).ifPresent(gone -> audit.copied(tx, gone));
    }
}
