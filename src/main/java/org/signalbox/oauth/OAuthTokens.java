package org.signalbox.oauth;

import java.time.Instant;
import java.time.InstantSource;
import org.signalbox.account.Actor;
import org.signalbox.account.Door;
import org.signalbox.account.SecretHash;
import org.signalbox.account.TokenCheck;
import org.signalbox.account.Users;
import org.signalbox.store.Database;
import org.springframework.stereotype.Component;

/**
 * Finds out for whom an application asks. Each time anew: a token that was revoked, an application
 * that was disabled and a person who was locked are out at once, on every node.
 */
@Component
public final class OAuthTokens {
    /** What an application may do with a token: all that its person may do with the API. */
    public static final String SCOPE = "api_v3";

    private final Database database;
    private final GrantStore store;
    private final Users users;
    private final ApplicationUse use;
    private final InstantSource time;

    OAuthTokens(
            Database database,
            GrantStore store,
            Users users,
            ApplicationUse use,
            InstantSource time) {
        this.database = database;
        this.store = store;
        this.users = users;
        this.use = use;
        this.time = time;
    }

    /** Whether it looks like an access token of ours. */
    public static boolean isOne(String token) {
        return token.startsWith(Secrets.ACCESS);
    }

    /** Finds out who presents this access token. */
    public TokenCheck authenticate(String token) {
        Instant now = time.instant();
        String hash = SecretHash.of(token);
        return database.read(view -> {
            var holder = store.holder(view, hash).filter(known -> now.isBefore(known.expiresAt()));
            if (holder.isEmpty()) {
                return new TokenCheck.Unknown();
            }
            var user = users.find(view, holder.get().userId());
            if (user.isEmpty()) {
                return new TokenCheck.Unknown();
            }
            if (!user.get().active()) {
                return new TokenCheck.Locked();
            }
            if (!holder.get().scopes().contains(SCOPE)) {
                return new TokenCheck.TooNarrow();
            }
            use.note(holder.get().applicationId(), now);
            return new TokenCheck.Accepted(
                    new Actor(user.get(), Door.oauth(holder.get().application())));
        });
    }
}
