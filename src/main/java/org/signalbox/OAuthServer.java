package org.signalbox;

import static org.springframework.security.oauth2.core.ClientAuthenticationMethod.CLIENT_SECRET_BASIC;
import static org.springframework.security.oauth2.core.ClientAuthenticationMethod.CLIENT_SECRET_POST;
import static org.springframework.security.oauth2.core.ClientAuthenticationMethod.NONE;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.signalbox.account.Passwords;
import org.signalbox.oauth.Authorizations;
import org.signalbox.oauth.ClientSecrets;
import org.signalbox.oauth.Consents;
import org.signalbox.oauth.OAuthTokens;
import org.signalbox.oauth.RegisteredApplications;
import org.signalbox.oauth.TokenMaker;
import org.signalbox.setting.Options;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationServerMetadata;
import org.springframework.security.oauth2.server.authorization.authentication.ClientSecretAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.web.authentication.OAuth2AccessTokenResponseAuthenticationSuccessHandler;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;

/** The OAuth 2 endpoints: by which applications get tokens, give them back and look at them. */
@Configuration(proxyBeanMethods = false)
class OAuthServer {
    static final String AUTHORIZE = "/oauth/authorize";
    static final String CONSENT = "/oauth/consent";
    static final String REVOKE = "/oauth/revoke";

    private static final String TOKEN = "/oauth/token";
    private static final String INTROSPECT = "/oauth/introspect";
    private static final String METADATA = "/.well-known/oauth-authorization-server";

    private final @Nullable String publicUrl;
    private final RegisteredApplications applications;
    private final Authorizations authorizations;
    private final Consents consents;
    private final TokenMaker tokens;
    private final Options options;

    OAuthServer(
            Settings settings,
            RegisteredApplications applications,
            Authorizations authorizations,
            Consents consents,
            TokenMaker tokens,
            Options options) {
        String url = settings.publicUrl();
        this.publicUrl = url == null || url.isBlank() ? null : url.replaceFirst("/+$", "");
        this.applications = applications;
        this.authorizations = authorizations;
        this.consents = consents;
        this.tokens = tokens;
        this.options = options;
    }

    /** Without a public address it is the one by which the server was asked. */
    @Bean
    AuthorizationServerSettings authorizationServerSettings() {
        var settings =
                AuthorizationServerSettings.builder()
                        .authorizationEndpoint(AUTHORIZE)
                        .tokenEndpoint(TOKEN)
                        .tokenRevocationEndpoint(REVOKE)
                        .tokenIntrospectionEndpoint(INTROSPECT);
        if (publicUrl != null) {
            settings.issuer(publicUrl);
        }
        return settings.build();
    }

    @Bean
    @Order(0)
    SecurityFilterChain oauth(HttpSecurity http, Passwords passwords, OAuthFaults faults)
            throws Exception {
        return http.securityMatcher(AUTHORIZE, TOKEN, REVOKE, INTROSPECT, METADATA)
                .oauth2AuthorizationServer(server -> configure(server, faults))
                .addFilterBefore(
                        new RestSwitch(options, OAuthServer::givesAccess, faults),
                        SecurityContextHolderFilter.class)
                .addFilterAfter(
                        new SessionAuthentication(passwords), SecurityContextHolderFilter.class)
                .authorizeHttpRequests(requests ->
                        requests.requestMatchers(HttpMethod.GET, METADATA)
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .exceptionHandling(refused -> refused.authenticationEntryPoint(faults))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }

    /** Whoever asks, person or application: what comes of it is for an application. */
    private static boolean givesAccess(HttpServletRequest request) {
        return Set.of(AUTHORIZE, TOKEN).contains(request.getServletPath());
    }

    private void configure(OAuth2AuthorizationServerConfigurer server, OAuthFaults faults) {
        var responses = new OAuth2AccessTokenResponseAuthenticationSuccessHandler();
        responses.setAccessTokenResponseCustomizer(OAuthConverters::withCreation);
        server.registeredClientRepository(applications)
                .authorizationService(authorizations)
                .authorizationConsentService(consents)
                .tokenGenerator(tokens)
                .clientAuthentication(clients ->
                        clients.authenticationConverter(OAuthConverters::publicClient)
                                .authenticationProvider(new PublicClients(applications))
                                .authenticationProviders(OAuthServer::compareHashes)
                                .errorResponseHandler(faults))
                .authorizationEndpoint(endpoint ->
                        endpoint.authorizationRequestConverter(OAuthConverters.authorization())
                                .consentPage(publicUrl == null ? CONSENT : publicUrl + CONSENT))
                .tokenEndpoint(endpoint ->
                        endpoint.accessTokenRequestConverter(OAuthConverters.clientCredentials())
                                .accessTokenResponseHandler(responses)
                                .errorResponseHandler(faults))
                .tokenIntrospectionEndpoint(endpoint ->
                        endpoint.authenticationProviders(OwnTokens::only)
                                .errorResponseHandler(faults))
                .tokenRevocationEndpoint(endpoint -> endpoint.errorResponseHandler(faults))
                .authorizationServerMetadataEndpoint(endpoint ->
                        endpoint.authorizationServerMetadataCustomizer(OAuthServer::describe));
    }

    private static void compareHashes(List<AuthenticationProvider> providers) {
        for (AuthenticationProvider provider : providers) {
            if (provider instanceof ClientSecretAuthenticationProvider secrets) {
                secrets.setPasswordEncoder(new ClientSecrets());
            }
        }
    }

    /** Promises no more than there is. */
    private static void describe(OAuth2AuthorizationServerMetadata.Builder metadata) {
        metadata.scope(OAuthTokens.SCOPE)
                .grantTypes(types -> {
                    types.clear();
                    types.add(AuthorizationGrantType.AUTHORIZATION_CODE.getValue());
                    types.add(AuthorizationGrantType.REFRESH_TOKEN.getValue());
                    types.add(AuthorizationGrantType.CLIENT_CREDENTIALS.getValue());
                })
                .tokenEndpointAuthenticationMethods(
                        methods -> set(methods, CLIENT_SECRET_BASIC, CLIENT_SECRET_POST, NONE))
                .tokenRevocationEndpointAuthenticationMethods(
                        methods -> set(methods, CLIENT_SECRET_BASIC, CLIENT_SECRET_POST, NONE))
                .tokenIntrospectionEndpointAuthenticationMethods(
                        methods -> set(methods, CLIENT_SECRET_BASIC, CLIENT_SECRET_POST))
                .claims(claims -> {
                    claims.remove("jwks_uri");
                    claims.remove("tls_client_certificate_bound_access_tokens");
                    claims.remove("dpop_signing_alg_values_supported");
                });
    }

    private static void set(List<String> methods, ClientAuthenticationMethod... ours) {
        methods.clear();
        for (ClientAuthenticationMethod method : ours) {
            methods.add(method.getValue());
        }
    }
}
