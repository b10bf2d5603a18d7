package org.signalbox.oauth;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A program that may ask people to act for them, without its secret, which nobody knows any more.
 *
 * @param clientId how it names itself
 * @param secretSince when its secret was made; null for a public one, which has none
 * @param redirectUris where people are sent back to
 * @param user whom it acts for without anybody being asked; null when it does not
 */
public record Application(
        long id,
        String name,
        String clientId,
        @Nullable Instant secretSince,
        List<String> redirectUris,
        @Nullable ActingUser user,
        boolean enabled,
        Instant createdAt,
        Instant updatedAt) {

    /** Whether it can keep a secret. */
    public boolean confidential() {
        return secretSince != null;
    }

    /** The user of an application. */
    public record ActingUser(long id, String login, String name, boolean active) {}

    /** What an administrator decides about an application. */
    public record Input(
            String name,
            String redirectUris,
            boolean confidential,
            String userLogin,
            boolean enabled) {}

    /**
     * An application that was just saved.
     *
     * @param secret the new secret, which can be seen this once; null when there is none
     */
    public record Saved(Application application, @Nullable String secret) {}
}
