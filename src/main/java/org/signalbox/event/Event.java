package org.signalbox.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One fact that happened. Immutable.
 *
 * @param sequence its place in the log; later events have higher ones, and numbers may be missing
 * @param id unique everywhere, {@code evt_…}; sent as {@code webhook-id}
 * @param type the canonical name, e.g. {@code time_entry.created}
 * @param projectId the project whose webhooks get it; null when only webhooks for all projects do
 * @param actorId the user who caused it
 * @param data JSON: of a custom event what was {@linkplain Posted posted}, of all others the {@link
 *     Snapshot}: {@code subject}, {@code actor}, {@code changes}
 */
public record Event(
        long sequence,
        String id,
        String type,
        Instant occurredAt,
        Subject subject,
        @Nullable Long projectId,
        @Nullable Long actorId,
        String data) {

    Event at(long place) {
        return new Event(place, id, type, occurredAt, subject, projectId, actorId, data);
    }
}
