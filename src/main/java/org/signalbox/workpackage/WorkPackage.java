package org.signalbox.workpackage;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.signalbox.hal.Reference;

/**
 * Something to be done in a project.
 *
 * @param milestone whether it is of a type that happens on one day
 * @param ancestors the work packages above it, from the topmost down to the parent
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
        List<Reference> ancestors,
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

    public WorkPackage {
        ancestors = List.copyOf(ancestors);
    }

    /** The work package right above it; null for a topmost one. */
    public @Nullable Reference parent() {
        return ancestors.isEmpty() ? null : ancestors.getLast();
    }

    /** How others refer to it. */
    public Reference reference() {
        return new Reference(id, subject);
    }

    WorkPackage below(List<Reference> ancestors) {
        return new WorkPackage(
                id,
                project,
                type,
                milestone,
                status,
                priority,
                ancestors,
                author,
                assignee,
                responsible,
                subject,
                description,
                schedule,
                estimated,
                remaining,
                spent,
                percentageDone,
                lockVersion,
                createdAt,
                updatedAt);
    }
}
