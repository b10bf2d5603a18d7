package org.signalbox.oauth;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.signalbox.store.Database;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.OAuth2TokenFormat;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.stereotype.Component;

/** The enabled applications, as the protocol knows them. */
@Component
public final class RegisteredApplications implements RegisteredClientRepository {
    private static final Duration CODE_LIFE = Duration.ofMinutes(10);

    private final Database database;
    private final ApplicationStore store;
    private final OAuthSettings settings;

    RegisteredApplications(Database database, ApplicationStore store, OAuthSettings settings) {
        this.database = database;
        this.store = store;
        this.settings = settings;
    }

    /** Applications are registered on their page and nowhere else. */
    @Override
    public void save(RegisteredClient client) {
        throw new UnsupportedOperationException();
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        long number = Long.parseLong(id);
        return database.read(view -> store.registered(view, number)).map(this::client).orElse(null);
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String clientId) {
        return database.read(view -> store.byClientId(view, clientId))
                .map(this::client)
                .orElse(null);
    }

    private @Nullable RegisteredClient client(ApplicationStore.Registered registered) {
        Application application = registered.application();
        boolean asks = !application.redirectUris().isEmpty();
        Application.ActingUser user = application.user();
        boolean acts = application.confidential() && user != null && user.active();
        if (!application.enabled() || (!asks && !acts)) {
            return null;
        }
        var client =
                RegisteredClient.withId(Long.toString(application.id()))
                        .clientId(application.clientId())
                        .clientName(application.name())
                        .redirectUris(uris -> uris.addAll(application.redirectUris()))
                        .scope(OAuthTokens.SCOPE)
                        .clientSettings(
                                ClientSettings.builder()
                                        .requireProofKey(!application.confidential())
                                        .requireAuthorizationConsent(true)
                                        .build())
                        .tokenSettings(tokens());
        if (asks) {
            client.authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE);
            client.authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN);
        }
        if (acts) {
            client.authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS);
        }
        String hash = registered.secretHash();
        if (hash != null) {
            client.clientSecret(hash);
            client.clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
            client.clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST);
        } else {
            client.clientAuthenticationMethod(ClientAuthenticationMethod.NONE);
        }
        return client.build();
    }

    private TokenSettings tokens() {
        return TokenSettings.builder()
                .accessTokenFormat(OAuth2TokenFormat.REFERENCE)
                .accessTokenTimeToLive(settings.accessToken())
                .refreshTokenTimeToLive(settings.refreshToken())
                .reuseRefreshTokens(false)
                .authorizationCodeTimeToLive(CODE_LIFE)
                .build();
    }
}
