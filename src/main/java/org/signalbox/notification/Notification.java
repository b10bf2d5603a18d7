package org.signalbox.notification;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.signalbox.hal.Reference;

/**
 * Something about a work package that somebody should look at.
 *
 * @param reason why they
 * @param actor who caused it; null when nobody did
 * @param activityId the comment or change that it tells of; null if that is not known
 */
record Notification(
        long id,
        Reason reason,
        Reference workPackage,
        Reference project,
        @Nullable Reference actor,
        @Nullable Long activityId,
        boolean read,
        Instant createdAt,
        Instant updatedAt) {}
