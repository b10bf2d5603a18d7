package org.signalbox.workpackage;

import static org.signalbox.workpackage.WorkPackageHal.POSITION;
import static org.signalbox.workpackage.WorkPackageHal.TASK_LIST;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.signalbox.hal.Input;
import org.signalbox.hal.Reference;
import org.signalbox.store.Tx;
import org.signalbox.store.View;
import org.signalbox.tasklist.TaskList;
import org.signalbox.tasklist.TaskLists;
import org.springframework.stereotype.Component;

/**
 * Where work packages are kept. A list is one of their own project; who moves elsewhere leaves it.
 */
@Component
final class Places {

    private final PlaceStore store;
    private final WorkPackageStore workPackages;
    private final TaskLists taskLists;

    Places(PlaceStore store, WorkPackageStore workPackages, TaskLists taskLists) {
        this.store = store;
        this.workPackages = workPackages;
        this.taskLists = taskLists;
    }

    /** The place after the write, the last one of its list unless a position was sent. */
    @Nullable ListPlace written(
            View view, Reference project, Input input, @Nullable WorkPackage before) {
        var kept = before == null ? null : before.place();
        boolean stays = before != null && before.project().id() == project.id();
        var list = list(view, project, input, stays ? kept : null);
        if (list == null) {
            if (input.get(POSITION) != null && kept == null && input.get(TASK_LIST) == null) {
                input.problems().add(POSITION, "can only be set in a task list");
            }
            return null;
        }
        var old = stays && kept != null && kept.isIn(list.id()) ? kept : null;
        boolean sent = input.get(POSITION) != null;
        return old != null && !sent
                ? old
                : new ListPlace(list, position(view, list.id(), input, before));
    }

    private @Nullable Reference list(
            View view, Reference project, Input input, @Nullable ListPlace kept) {
        var wanted = input.get(TASK_LIST, kept == null ? null : kept.taskList());
        if (wanted == null) {
            return null;
        }
        if (kept != null && kept.isIn(wanted.id())) {
            return kept.taskList();
        }
        var list = taskLists.find(view, wanted.id()).orElse(null);
        if (list == null || list.project().id() != project.id()) {
            input.problems().add(TASK_LIST, "is invalid");
            return null;
        }
        if (list.archived()) {
            input.problems().add(TASK_LIST, "is archived");
        }
        return list.reference();
    }

    private long position(View view, long listId, Input input, @Nullable WorkPackage before) {
        long last = store.others(view, listId, before == null ? 0 : before.id()) + 1;
        long wanted = input.or(POSITION, last);
        if (wanted < 1) {
            input.problems().add(POSITION, "must be greater than 0");
            return last;
        }
        return Math.min(wanted, last);
    }

    /** Carries out what was written; {@code from} is null for what is new. */
    void move(Tx tx, long workPackageId, @Nullable ListPlace from, @Nullable ListPlace to) {
        if (!Objects.equals(from, to)) {
            store.move(tx, workPackageId, from, to);
        }
    }

    /** Numbers anew what is left where these were deleted. */
    void closeGaps(Tx tx, List<WorkPackage> deleted) {
        var lists =
                deleted.stream()
                        .map(ListPlace::listOf)
                        .filter(Objects::nonNull)
                        .map(Reference::id)
                        .distinct()
                        .toList();
        store.closeGaps(tx, lists);
    }

    /** Takes everything out of a list, and gives what was in it, oldest first. */
    List<WorkPackage> clear(Tx tx, TaskList list) {
        var kept = workPackages.all(tx, store.in(tx, list.id()));
        store.clear(tx, list.id());
        return kept;
    }
}
