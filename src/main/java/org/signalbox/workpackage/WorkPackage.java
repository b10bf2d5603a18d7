package org.signalbox.workpackage;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.signalbox.hal.Reference;

/**
 * Something to be done in a project.
 *
 * @param milestone whether it is of a type that happens on one day
 * @param family what stands above and below it
 * @param spent the hours logged on it, by anybody
 * @param place where it is kept among others; null outside of all task lists
 * @param lockVersion grows by one with each change
 */
public record WorkPackage(
        long id,
        Reference project,
        Reference type,
        boolean milestone,
        Reference status,
        Reference priority,
        Family family,
        Reference author,
        @Nullable Reference assignee,
        @Nullable Reference responsible,
        @Nullable Reference version,
        @Nullable Reference category,
        String subject,
        String description,
        Schedule schedule,
        @Nullable Duration estimated,
        @Nullable Duration remaining,
        Duration spent,
        @Nullable Long percentageDone,
        @Nullable ListPlace place,
        long lockVersion,
        Instant createdAt,
        Instant updatedAt) {

    public WorkPackage {
        family = Objects.requireNonNullElse(family, Family.NONE); // older snapshots have none
    }

    /** The work package right above it; null for a topmost one. */
    public @Nullable Reference parent() {
        return family.ancestors().isEmpty() ? null : family.ancestors().getLast();
    }

    /** How others refer to it. */
    public Reference reference() {
        return new Reference(id, subject);
    }

    WorkPackage in(Family itsFamily) {
        return with(itsFamily, version, place, updatedAt);
    }

    WorkPackage withoutParent(Instant now) {
        return with(Family.NONE, version, place, now);
    }

    WorkPackage withoutVersion(Instant now) {
        return with(family, null, place, now);
    }

    WorkPackage withoutPlace(Instant now) {
        return with(family, version, null, now);
    }

    private WorkPackage with(
            Family itsFamily,
            @Nullable Reference itsVersion,
            @Nullable ListPlace itsPlace,
            Instant now) {
        return new WorkPackage(
                id,
                project,
                type,
                milestone,
                status,
                priority,
                itsFamily,
                author,
                assignee,
                responsible,
                itsVersion,
                category,
                subject,
                description,
                schedule,
                estimated,
                remaining,
                spent,
                percentageDone,
                itsPlace,
                lockVersion,
                createdAt,
                now);
    }
}
