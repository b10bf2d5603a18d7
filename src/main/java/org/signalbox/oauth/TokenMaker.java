package org.signalbox.oauth;

import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;
import org.springframework.stereotype.Component;

/**
 * Makes tokens that say nothing by themselves. Public applications get refresh tokens too: each can
 * be used only once.
 */
@Component
public final class TokenMaker implements OAuth2TokenGenerator<OAuth2Token> {
    private final Secrets secrets;
    private final InstantSource time;

    TokenMaker(Secrets secrets, InstantSource time) {
        this.secrets = secrets;
        this.time = time;
    }

    @Override
    public @Nullable OAuth2Token generate(OAuth2TokenContext context) {
        Instant now = time.instant();
        var settings = context.getRegisteredClient().getTokenSettings();
        if (OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
            return new OAuth2AccessToken(
                    OAuth2AccessToken.TokenType.BEARER,
                    secrets.accessToken(),
                    now,
                    now.plus(settings.getAccessTokenTimeToLive()),
                    context.getAuthorizedScopes());
        }
        boolean refresh = OAuth2TokenType.REFRESH_TOKEN.equals(context.getTokenType());
        boolean unasked =
                AuthorizationGrantType.CLIENT_CREDENTIALS.equals(
                        context.getAuthorizationGrantType());
        return refresh && !unasked
                ? new OAuth2RefreshToken(
                        secrets.refreshToken(), now, now.plus(settings.getRefreshTokenTimeToLive()))
                : null;
    }
}
