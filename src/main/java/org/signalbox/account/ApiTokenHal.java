package org.signalbox.account;

import static org.signalbox.hal.Types.DATE_TIME;
import static org.signalbox.hal.Types.INTEGER;
import static org.signalbox.hal.Types.STRING;

import java.time.Instant;
import org.signalbox.hal.Attribute;
import org.signalbox.hal.Description;
import org.signalbox.hal.Document;
import org.signalbox.hal.Link;

/** API tokens in the API. */
final class ApiTokenHal {
    static final Attribute<ApiToken, String> NAME =
            Attribute.of("name", STRING, ApiToken::name).writable().required().length(1, 255);
    static final Attribute<ApiToken, Instant> EXPIRES_AT =
            Attribute.of("expiresAt", DATE_TIME, ApiToken::expiresAt).writable();

    static final Description<ApiToken> TOKENS =
            Description.<ApiToken>of("ApiToken")
                    .with(
                            Attribute.of("id", INTEGER, ApiToken::id),
                            NAME,
                            Attribute.of("createdAt", DATE_TIME, ApiToken::createdAt),
                            Attribute.of("lastUsedAt", DATE_TIME, ApiToken::lastUsedAt),
                            EXPIRES_AT);

    private ApiTokenHal() {}

    static Document document(ApiToken token) {
        String path = path(token.userId()) + "/" + token.id();
        return TOKENS.document(token)
                .link("self", Link.to(path, token.name()))
                .link("user", Link.to(UserHal.path(token.userId())))
                .link("delete", Link.action(path, "delete"));
    }

    static String path(long userId) {
        return UserHal.path(userId) + "/api_tokens";
    }
}
