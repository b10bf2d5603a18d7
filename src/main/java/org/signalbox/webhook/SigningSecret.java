package org.signalbox.webhook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.signalbox.sender.Secret;

/**
 * A secret and when it signs.
 *
 * @param since when it was set
 * @param until when it stops; null for the current one
 */
public record SigningSecret(Secret secret, Instant since, @Nullable Instant until) {

    boolean signsAt(Instant moment) {
        return until == null || moment.isBefore(until);
    }

    SigningSecret endingAt(Instant moment) {
        return new SigningSecret(secret, since, signsAt(moment) ? moment : until);
    }
}
