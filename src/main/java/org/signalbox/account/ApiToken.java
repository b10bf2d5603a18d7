package org.signalbox.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An API token as it can be shown: without its secret, which nobody knows any more.
 *
 * @param lastUsedAt to the minute
 * @param expiresAt null when it does not expire
 */
public record ApiToken(
        long id,
        long userId,
        String name,
        Instant createdAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant expiresAt,
        @Nullable Instant revokedAt) {

    /** A new token with its secret: the only moment at which it can be seen. */
    public record Issued(ApiToken token, String secret) {}
}
