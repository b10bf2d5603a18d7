package org.signalbox;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenIntrospection;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2TokenIntrospectionAuthenticationToken;

/** An application is told about its own tokens only: those of others look like none at all. */
final class OwnTokens implements AuthenticationProvider {
    private final AuthenticationProvider all;

    private OwnTokens(AuthenticationProvider all) {
        this.all = all;
    }

    static void only(List<AuthenticationProvider> providers) {
        providers.replaceAll(OwnTokens::new);
    }

    @Override
    public @Nullable Authentication authenticate(Authentication question) {
        Authentication answer = all.authenticate(question);
        return answer instanceof OAuth2TokenIntrospectionAuthenticationToken told
                        && told.getPrincipal() instanceof OAuth2ClientAuthenticationToken asking
                        && told.getTokenClaims().isActive()
                        && !asking.getName().equals(told.getTokenClaims().getClientId())
                ? new OAuth2TokenIntrospectionAuthenticationToken(
                        told.getToken(), asking, OAuth2TokenIntrospection.builder().build())
                : answer;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return all.supports(authentication);
    }
}
