package org.signalbox.oauth;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long tokens of applications live.
 *
 * @param accessToken from when it was given out
 * @param refreshToken how long one may wait before it is used
 */
public record OAuthSettings(
        @DefaultValue("2h") Duration accessToken, @DefaultValue("30d") Duration refreshToken) {

    private static final Duration SHORTEST = Duration.ofMinutes(1);

    public OAuthSettings {
        if (accessToken.compareTo(SHORTEST) < 0) {
            throw new IllegalArgumentException(
                    "signalbox.oauth.access-token must be one minute (1m) or more");
        }
        if (refreshToken.compareTo(accessToken) < 0) {
            throw new IllegalArgumentException(
                    "signalbox.oauth.refresh-token must not be shorter than"
                            + " signalbox.oauth.access-token");
        }
    }
}
