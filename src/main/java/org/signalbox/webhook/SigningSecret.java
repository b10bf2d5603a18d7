package org.signalbox.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.signalbox.sender.Signer;

/**
 * A secret, or a key, and when it signs.
 *
 * @param since when it was set
 * @param until when it stops; null for the current one
 */
public record SigningSecret(Signer signer, Instant since, @Nullable Instant until) {
    /** The current one and those before it. */
    private static final int MAX = 11;

    /** This one from now on, and those before it until the overlap is over. */
    static List<SigningSecret> rotated(
            List<SigningSecret> before, Signer signer, Instant now, Duration overlap) {
        var all = new ArrayList<SigningSecret>();
        all.add(new SigningSecret(signer, now, null));
        before.stream()
                .map(old -> old.endingAt(now.plus(overlap)))
                .filter(old -> old.signsAt(now))
                .limit(MAX - 1)
                .forEach(all::add);
        return List.copyOf(all);
    }

    boolean signsAt(Instant moment) {
        return until == null || moment.isBefore(until);
    }

    private SigningSecret endingAt(Instant moment) {
        return new SigningSecret(signer, since, signsAt(moment) ? moment : until);
    }
}
