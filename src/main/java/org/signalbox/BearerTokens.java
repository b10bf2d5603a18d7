package org.signalbox;

import org.signalbox.account.ApiTokens;
import org.signalbox.account.TokenCheck;
import org.signalbox.oauth.OAuthTokens;
import org.springframework.stereotype.Component;

/** Who presents a token: a person with an API token, or an application that acts for one. */
@Component
final class BearerTokens {
    private final ApiTokens tokens;
    private final OAuthTokens applications;

    BearerTokens(ApiTokens tokens, OAuthTokens applications) {
        this.tokens = tokens;
        this.applications = applications;
    }

    /** By a token of either kind. */
    TokenCheck bearer(String token) {
        return OAuthTokens.isOne(token)
                ? applications.authenticate(token)
                : tokens.authenticate(token);
    }

    /** By an API token alone. */
    TokenCheck apiKey(String token) {
        return tokens.authenticate(token);
    }
}
