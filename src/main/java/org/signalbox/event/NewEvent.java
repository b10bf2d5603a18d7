package org.signalbox.event;

import org.jspecify.annotations.Nullable;

/**
 * An event about to be appended.
 *
 * @param type the canonical name, e.g. {@code time_entry.created}
 * @param subject what it is about; null for something of its own, so that its deliveries are in no
 *     order with others
 * @param projectId the project whose webhooks get it; null when only webhooks for all projects do
 * @param actorId the user who caused it
 */
public record NewEvent(
        String type,
        @Nullable Subject subject,
        @Nullable Long projectId,
        @Nullable Long actorId,
        Content content) {}
