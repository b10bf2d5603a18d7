package org.signalbox.setting;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The options as they stand in the database.
 *
 * @param version changes with every change
 * @param changedAt null if nobody changed them yet
 * @param changedBy the name of who did last; null for nobody
 */
public record SavedOptions(
        ApiOptions options,
        long version,
        @Nullable Instant changedAt,
        @Nullable String changedBy) {}
