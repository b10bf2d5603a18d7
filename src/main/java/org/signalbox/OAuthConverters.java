package org.signalbox;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.signalbox.oauth.OAuthTokens;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AccessTokenAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AccessTokenAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.web.authentication.OAuth2AuthorizationCodeRequestAuthenticationConverter;
import org.springframework.security.oauth2.server.authorization.web.authentication.OAuth2ClientCredentialsAuthenticationConverter;
import org.springframework.security.web.authentication.AuthenticationConverter;

/** How requests of applications are read, where it differs from what the framework does. */
final class OAuthConverters {
    private static final Set<String> SCOPES = Set.of(OAuthTokens.SCOPE);

    private OAuthConverters() {}

    /** Who asks for no scope asks for the one there is. */
    static AuthenticationConverter authorization() {
        var plain = new OAuth2AuthorizationCodeRequestAuthenticationConverter();
        return request -> {
            Authentication read = plain.convert(request);
            return read instanceof OAuth2AuthorizationCodeRequestAuthenticationToken asked
                            && asked.getScopes().isEmpty()
                    ? new OAuth2AuthorizationCodeRequestAuthenticationToken(
                            asked.getAuthorizationUri(),
                            asked.getClientId(),
                            (Authentication) asked.getPrincipal(),
                            asked.getRedirectUri(),
                            asked.getState(),
                            SCOPES,
                            asked.getAdditionalParameters())
                    : read;
        };
    }

    /** The same for an application that asks in its own name. */
    static AuthenticationConverter clientCredentials() {
        var plain = new OAuth2ClientCredentialsAuthenticationConverter();
        return request -> {
            Authentication read = plain.convert(request);
            return read instanceof OAuth2ClientCredentialsAuthenticationToken asked
                            && asked.getScopes().isEmpty()
                    ? new OAuth2ClientCredentialsAuthenticationToken(
                            (Authentication) asked.getPrincipal(),
                            SCOPES,
                            asked.getAdditionalParameters())
                    : read;
        };
    }

    /** A public application that renews or gives back its tokens: it names itself, no more. */
    static @Nullable Authentication publicClient(HttpServletRequest request) {
        String clientId = request.getParameter(OAuth2ParameterNames.CLIENT_ID);
        boolean renews =
                AuthorizationGrantType.REFRESH_TOKEN
                        .getValue()
                        .equals(request.getParameter(OAuth2ParameterNames.GRANT_TYPE));
        boolean givesBack = request.getRequestURI().equals(OAuthServer.REVOKE);
        boolean alone =
                request.getHeader(HttpHeaders.AUTHORIZATION) == null
                        && request.getParameter(OAuth2ParameterNames.CLIENT_SECRET) == null;
        return clientId != null && alone && (renews || givesBack)
                ? new PublicClients.Claim(clientId)
                : null;
    }

    /** Says too when the token was made, and how long it lives from then on. */
    static void withCreation(OAuth2AccessTokenAuthenticationContext context) {
        OAuth2AccessTokenAuthenticationToken given = context.getAuthentication();
        Instant issuedAt = given.getAccessToken().getIssuedAt();
        Instant expiresAt = given.getAccessToken().getExpiresAt();
        if (issuedAt != null && expiresAt != null) {
            context.getAccessTokenResponse()
                    .additionalParameters(
                            Map.of(
                                    OAuth2ParameterNames.EXPIRES_IN,
                                    Duration.between(issuedAt, expiresAt).toSeconds(),
                                    "created_at",
                                    issuedAt.getEpochSecond()));
        }
    }
}
