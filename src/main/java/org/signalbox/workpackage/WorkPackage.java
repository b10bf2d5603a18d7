package org.signalbox.workpackage;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.signalbox.hal.Reference;

/**
 * Something to be done in a project.
 *
 * @param milestone whether it is of a type that happens on one day
 * @param spent the hours logged on it, by anybody
 * @param lockVersion grows by one with each change
 */
public record WorkPackage(
        long id,
        Reference project,
        Reference type,
        boolean milestone,
        Reference status,
        Reference priority,
        @Nullable Reference parent,
        Reference author,
        @Nullable Reference assignee,
        @Nullable Reference responsible,
        String subject,
        String description,
        Schedule schedule,
        @Nullable Duration estimated,
        @Nullable Duration remaining,
        Duration spent,
        @Nullable Long percentageDone,
        long lockVersion,
        Instant createdAt,
        Instant updatedAt) {

    /** How others refer to it. */
    public Reference reference() {
        return new Reference(id, subject);
    }
}
