package org.signalbox;

import java.util.Map;
import org.signalbox.oauth.RegisteredApplications;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;

/**
 * Lets public applications renew and give back their tokens. They have no secret to prove who they
 * are: the refresh token, which can be used once, is the proof.
 */
final class PublicClients implements AuthenticationProvider {
    private final RegisteredApplications applications;

    PublicClients(RegisteredApplications applications) {
        this.applications = applications;
    }

    /** An application that says who it is, and no more. */
    static final class Claim extends OAuth2ClientAuthenticationToken {
        private final String clientId;

        Claim(String clientId) {
            super(clientId, ClientAuthenticationMethod.NONE, null, Map.of());
            this.clientId = clientId;
        }
    }

    @Override
    public Authentication authenticate(Authentication claim) {
        var client = applications.findByClientId(((Claim) claim).clientId);
        if (client == null
                || !client.getClientAuthenticationMethods()
                        .contains(ClientAuthenticationMethod.NONE)) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT);
        }
        return new OAuth2ClientAuthenticationToken(client, ClientAuthenticationMethod.NONE, null);
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return authentication == Claim.class;
    }
}
