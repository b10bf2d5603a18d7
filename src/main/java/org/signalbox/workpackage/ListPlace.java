package org.signalbox.workpackage;

import org.jspecify.annotations.Nullable;
import org.signalbox.hal.Reference;

/**
 * Where a work package is kept.
 *
 * @param position from 1, without gaps
 */
public record ListPlace(Reference taskList, long position) {

    static @Nullable Reference listOf(WorkPackage workPackage) {
        var place = workPackage.place();
        return place == null ? null : place.taskList();
    }

    static @Nullable Long positionOf(WorkPackage workPackage) {
        var place = workPackage.place();
        return place == null ? null : place.position();
    }

    /** Whether that is in the same list. */
    boolean isIn(long taskListId) {
        return taskList.id() == taskListId;
    }
}
