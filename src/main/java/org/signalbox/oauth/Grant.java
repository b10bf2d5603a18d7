package org.signalbox.oauth;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Leave for an application to act for somebody, from the first request on.
 *
 * @param userId whom it acts for
 * @param request what the application asked for; null where nobody was asked
 * @param expiresAt when nothing that came of it can be used any more
 */
record Grant(
        String id,
        long applicationId,
        long userId,
        Kind kind,
        Set<String> scopes,
        @Nullable Request request,
        Instant createdAt,
        Instant expiresAt) {

    /** How it came to be. */
    enum Kind {
        AUTHORIZATION_CODE("authorization_code"),
        CLIENT_CREDENTIALS("client_credentials");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** The word in the protocol and in the database. */
        String word() {
            return word;
        }

        static Kind ofWord(String word) {
            return word.equals(CLIENT_CREDENTIALS.word) ? CLIENT_CREDENTIALS : AUTHORIZATION_CODE;
        }
    }

    /**
     * What an application asked for when it sent somebody here.
     *
     * @param challenge of PKCE, by S256
     */
    record Request(
            @Nullable String redirectUri, @Nullable String state, @Nullable String challenge) {}

    /** A token to be stored. */
    record Token(String hash, Instant issuedAt, Instant expiresAt) {}

    /** What an application gets at once; the refresh token is null where it gets none. */
    record Tokens(Token access, @Nullable Token refresh) {
        Instant expiresAt() {
            return refresh == null ? access.expiresAt() : refresh.expiresAt();
        }
    }

    /** Whose a grant was that is no more. */
    record Ended(long applicationId, long userId) {}

    /**
     * A grant as one of its tokens or its code leads to it.
     *
     * @param used whether that one can be used once, and was
     */
    record Found(Grant grant, Instant issuedAt, Instant expiresAt, boolean used) {}
}
