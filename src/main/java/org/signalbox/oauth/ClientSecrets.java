package org.signalbox.oauth;

import org.jspecify.annotations.Nullable;
import org.signalbox.account.SecretHash;
import org.springframework.security.crypto.password.PasswordEncoder;

/** How the secrets of applications are compared with what is kept of them. */
public final class ClientSecrets implements PasswordEncoder {

    @Override
    public @Nullable String encode(@Nullable CharSequence secret) {
        return secret == null ? null : SecretHash.of(secret.toString());
    }

    @Override
    public boolean matches(@Nullable CharSequence secret, @Nullable String hash) {
        return secret != null && hash != null && SecretHash.matches(secret.toString(), hash);
    }
}
