package org.signalbox.event;

import org.jspecify.annotations.Nullable;

/**
 * Which events are looked for; what is null does not restrict.
 *
 * @param type a type, or all of a kind: {@code time_entry.*}
 * @param after only those with higher numbers than this
 * @param before only those with lower numbers than this
 */
public record EventQuery(
        @Nullable String type,
        @Nullable Long projectId,
        @Nullable Long actorId,
        @Nullable Subject subject,
        long after,
        long before,
        int limit) {}
