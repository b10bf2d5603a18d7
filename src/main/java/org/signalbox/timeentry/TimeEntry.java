package org.signalbox.timeentry;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.signalbox.hal.Reference;

/**
 * Hours that somebody worked on a day, on a work package or on the project as such.
 *
 * @param user whose hours they are
 * @param hours null as long as nobody knows because they are still at it
 * @param ongoing whether they are still at it
 * @param task what they were spent on, in words, where that is no work package
 */
public record TimeEntry(
        long id,
        Reference project,
        @Nullable Reference workPackage,
        Reference user,
        Reference activity,
        @Nullable Duration hours,
        boolean ongoing,
        LocalDate spentOn,
        String comment,
        String task,
        Instant createdAt,
        Instant updatedAt) {

    /** A snapshot of an earlier version may lack some. */
    public TimeEntry {
        task = Objects.requireNonNullElse(task, "");
    }

    TimeEntry in(Reference newProject, Instant now) {
        return new TimeEntry(
                id,
                newProject,
                workPackage,
                user,
                activity,
                hours,
                ongoing,
                spentOn,
                comment,
                task,
                createdAt,
                now);
    }
}
