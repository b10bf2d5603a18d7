package org.signalbox.oauth;

import static java.util.Objects.requireNonNull;

import java.security.Principal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.signalbox.store.Database;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.stereotype.Component;

/** Between a {@link Grant} and what the protocol has for it. */
@Component
final class Translation {
    private static final String ENDPOINT = "/oauth/authorize";
    private static final String REQUEST = OAuth2AuthorizationRequest.class.getName();

    /** How long somebody may think about it. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Database database;
    private final ApplicationStore applications;
    private final RegisteredApplications clients;
    private final InstantSource time;

    Translation(
            Database database,
            ApplicationStore applications,
            RegisteredApplications clients,
            InstantSource time) {
        this.database = database;
        this.applications = applications;
        this.clients = clients;
        this.time = time;
    }

    /** What is known of a grant, without any token; null when its application is gone. */
    OAuth2Authorization.@Nullable Builder builder(Grant grant) {
        RegisteredClient client = clients.findById(Long.toString(grant.applicationId()));
        if (client == null) {
            return null;
        }
        String name = Long.toString(grant.userId());
        var builder =
                OAuth2Authorization.withRegisteredClient(client)
                        .id(grant.id())
                        .principalName(name)
                        .authorizationGrantType(new AuthorizationGrantType(grant.kind().word()))
                        .authorizedScopes(grant.scopes())
                        .attribute(
                                Principal.class.getName(),
                                UsernamePasswordAuthenticationToken.authenticated(
                                        name, null, List.of()));
        Grant.Request request = grant.request();
        if (request != null) {
            builder.attribute(REQUEST, request(client, request));
        }
        return builder;
    }

    /** Somebody who is asked. */
    Grant asked(OAuth2Authorization authorization) {
        return given(authorization, time.instant().plus(PATIENCE));
    }

    /** Somebody who need not be asked. */
    Grant allowed(OAuth2Authorization authorization, Instant expiresAt) {
        return given(authorization, expiresAt);
    }

    /** An application that acts for the user that was chosen for it. */
    Grant unasked(OAuth2Authorization authorization, Instant expiresAt) {
        long application = Long.parseLong(authorization.getRegisteredClientId());
        Application.ActingUser user =
                database.read(view -> applications.find(view, application))
                        .map(Application::user)
                        .orElseThrow();
        return new Grant(
                authorization.getId(),
                application,
                user.id(),
                Grant.Kind.CLIENT_CREDENTIALS,
                authorization.getAuthorizedScopes(),
                null,
                time.instant(),
                expiresAt);
    }

    static Instant start(OAuth2Token token) {
        return requireNonNull(token.getIssuedAt());
    }

    static Instant end(OAuth2Token token) {
        return requireNonNull(token.getExpiresAt());
    }

    private Grant given(OAuth2Authorization authorization, Instant expiresAt) {
        OAuth2AuthorizationRequest request =
                requireNonNull(authorization.getAttribute(REQUEST), "a request came before");
        return new Grant(
                authorization.getId(),
                Long.parseLong(authorization.getRegisteredClientId()),
                Long.parseLong(authorization.getPrincipalName()),
                Grant.Kind.AUTHORIZATION_CODE,
                request.getScopes(),
                new Grant.Request(
                        request.getRedirectUri(),
                        request.getState(),
                        (String)
                                request.getAdditionalParameters()
                                        .get(PkceParameterNames.CODE_CHALLENGE)),
                time.instant(),
                expiresAt);
    }

    private static OAuth2AuthorizationRequest request(
            RegisteredClient client, Grant.Request request) {
        Map<String, Object> pkce = new HashMap<>();
        if (request.challenge() != null) {
            pkce.put(PkceParameterNames.CODE_CHALLENGE, request.challenge());
            pkce.put(PkceParameterNames.CODE_CHALLENGE_METHOD, "S256");
        }
        return OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(ENDPOINT)
                .clientId(client.getClientId())
                .redirectUri(request.redirectUri())
                .scopes(client.getScopes())
                .state(request.state())
                .additionalParameters(pkce)
                .build();
    }
}
