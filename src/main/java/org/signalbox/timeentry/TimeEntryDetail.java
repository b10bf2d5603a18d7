package org.signalbox.timeentry;

import org.jspecify.annotations.Nullable;
import org.signalbox.account.User;
import org.signalbox.project.Project;
import org.signalbox.workpackage.WorkPackage;

/**
 * A time entry with what its single representation embeds; what events about it hold. A person who
 * was deleted is missing here and remains as a reference.
 */
public record TimeEntryDetail(
        TimeEntry timeEntry,
        Project project,
        @Nullable WorkPackage workPackage,
        @Nullable User user,
        Activity activity) {}
