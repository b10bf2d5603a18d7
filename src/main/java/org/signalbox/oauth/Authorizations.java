package org.signalbox.oauth;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.signalbox.account.SecretHash;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.stereotype.Component;

/**
 * The grants, as the protocol knows them. What is found by a code or a token holds that one alone,
 * as only its hash is kept, and remembers it: so when it is saved, it is known what was used.
 */
@Component
public final class Authorizations implements OAuth2AuthorizationService {
    private static final String STAGE = Stage.class.getName();

    /** By what a grant was found. */
    private record Stage(Kind kind, String presented) {
        enum Kind {
            STATE,
            CODE,
            ACCESS,
            REFRESH
        }
    }

    private final Grants grants;
    private final Translation translation;

    Authorizations(Grants grants, Translation translation) {
        this.grants = grants;
        this.translation = translation;
    }

    @Override
    public void save(OAuth2Authorization authorization) {
        Stage stage = authorization.getAttribute(STAGE);
        if (stage == null) {
            begin(authorization);
            return;
        }
        switch (stage.kind()) {
            case STATE -> approve(authorization);
            case CODE -> redeem(authorization);
            case REFRESH -> refresh(authorization, stage.presented());
            case ACCESS -> grants.forgetAccessToken(stage.presented());
        }
    }

    @Override
    public void remove(OAuth2Authorization authorization) {
        grants.end(authorization.getId());
    }

    /** Nobody asks this way: what is known of a grant is known by a token. */
    @Override
    public @Nullable OAuth2Authorization findById(String id) {
        return null;
    }

    /** Without a type somebody only asks about the token, or gives it back. */
    @Override
    public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
        if (type == null) {
            OAuth2Authorization found = byAccessToken(token);
            return found == null ? byRefreshToken(grants.aboutRefreshToken(token), token) : found;
        }
        return switch (type.getValue()) {
            case OAuth2ParameterNames.STATE -> byState(token);
            case OAuth2ParameterNames.CODE -> byCode(token);
            case OAuth2ParameterNames.ACCESS_TOKEN -> byAccessToken(token);
            case OAuth2ParameterNames.REFRESH_TOKEN ->
                    byRefreshToken(grants.byRefreshToken(token), token);
            default -> null;
        };
    }

    private @Nullable OAuth2Authorization byState(String state) {
        return of(
                grants.byState(state),
                Stage.Kind.STATE,
                state,
                builder -> builder.attribute(OAuth2ParameterNames.STATE, state));
    }

    private @Nullable OAuth2Authorization byCode(String code) {
        Optional<Grant.Found> found = grants.byCode(code);
        return of(
                found,
                Stage.Kind.CODE,
                code,
                builder -> {
                    Grant.Found it = found.orElseThrow();
                    builder.token(new OAuth2AuthorizationCode(code, it.issuedAt(), it.expiresAt()));
                });
    }

    private @Nullable OAuth2Authorization byAccessToken(String token) {
        Optional<Grant.Found> found = grants.byAccessToken(token);
        return of(
                found,
                Stage.Kind.ACCESS,
                token,
                builder -> {
                    Grant.Found it = found.orElseThrow();
                    var scopes = it.grant().scopes();
                    builder.token(
                            new OAuth2AccessToken(
                                    OAuth2AccessToken.TokenType.BEARER,
                                    token,
                                    it.issuedAt(),
                                    it.expiresAt(),
                                    scopes),
                            metadata ->
                                    metadata.put(
                                            OAuth2Authorization.Token.CLAIMS_METADATA_NAME,
                                            Map.of(
                                                    OAuth2ParameterNames.SCOPE,
                                                    scopes.stream().toList())));
                });
    }

    /** One that was used is worth nothing, but whose it was can still end what came of it. */
    private @Nullable OAuth2Authorization byRefreshToken(
            Optional<Grant.Found> found, String token) {
        return of(
                found,
                Stage.Kind.REFRESH,
                token,
                builder -> {
                    Grant.Found it = found.orElseThrow();
                    builder.token(
                            new OAuth2RefreshToken(token, it.issuedAt(), it.expiresAt()),
                            metadata ->
                                    metadata.put(
                                            OAuth2Authorization.Token.INVALIDATED_METADATA_NAME,
                                            it.used()));
                });
    }

    private @Nullable OAuth2Authorization of(
            Optional<Grant.Found> found,
            Stage.Kind kind,
            String presented,
            Consumer<OAuth2Authorization.Builder> completion) {
        var builder = found.map(it -> translation.builder(it.grant())).orElse(null);
        if (builder == null) {
            return null;
        }
        builder.attribute(STAGE, new Stage(kind, presented));
        completion.accept(builder);
        return builder.build();
    }

    private void begin(OAuth2Authorization authorization) {
        String state = authorization.getAttribute(OAuth2ParameterNames.STATE);
        if (state != null) {
            grants.ask(translation.asked(authorization), state);
            return;
        }
        var code = authorization.getToken(OAuth2AuthorizationCode.class);
        if (code != null) {
            OAuth2AuthorizationCode value = code.getToken();
            grants.begin(
                    translation.allowed(authorization, Translation.end(value)),
                    value.getTokenValue());
            return;
        }
        Grant.Tokens tokens = tokens(authorization);
        grants.begin(translation.unasked(authorization, tokens.expiresAt()), tokens);
    }

    private void approve(OAuth2Authorization authorization) {
        var code = authorization.getToken(OAuth2AuthorizationCode.class);
        if (code == null) {
            throw new IllegalStateException("A person's answer brings a code");
        }
        OAuth2AuthorizationCode value = code.getToken();
        if (!grants.approve(
                authorization.getId(),
                authorization.getAuthorizedScopes(),
                value.getTokenValue(),
                Translation.end(value))) {
            throw new OAuth2AuthorizationCodeRequestAuthenticationException(
                    new OAuth2Error(OAuth2ErrorCodes.INVALID_REQUEST), null);
        }
    }

    /** A code that is taken back without a token was presented by the wrong application. */
    private void redeem(OAuth2Authorization authorization) {
        if (authorization.getAccessToken() == null) {
            grants.end(authorization.getId());
        } else if (!grants.redeem(authorization.getId(), tokens(authorization))) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT);
        }
    }

    private void refresh(OAuth2Authorization authorization, String presented) {
        if (authorization.getAccessToken() == null) {
            grants.end(authorization.getId()); // revoked
        } else if (!grants.rotate(
                authorization.getId(), SecretHash.of(presented), tokens(authorization))) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT);
        }
    }

    private static Grant.Tokens tokens(OAuth2Authorization authorization) {
        var access = authorization.getAccessToken();
        if (access == null) {
            throw new IllegalStateException("There is no token to be kept");
        }
        var refresh = authorization.getRefreshToken();
        return new Grant.Tokens(
                token(access.getToken()), refresh == null ? null : token(refresh.getToken()));
    }

    private static Grant.Token token(OAuth2Token token) {
        return new Grant.Token(
                SecretHash.of(token.getTokenValue()),
                Translation.start(token),
                Translation.end(token));
    }
}
