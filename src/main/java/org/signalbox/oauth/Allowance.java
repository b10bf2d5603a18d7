package org.signalbox.oauth;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody allowed an application.
 *
 * @param signIns in how many places it acts for them now
 * @param lastTokenAt when it last got a token; null when it has none
 */
public record Allowance(
        long applicationId,
        String name,
        boolean enabled,
        Instant since,
        int signIns,
        @Nullable Instant lastTokenAt) {}
