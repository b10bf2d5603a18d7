package org.signalbox.workpackage;

import static org.signalbox.workpackage.WorkPackageHal.PROJECT;
import static org.signalbox.workpackage.WorkPackageHal.WORK_PACKAGE;

import java.util.List;
import java.util.Optional;
import org.signalbox.account.Access;
import org.signalbox.account.Actor;
import org.signalbox.account.Permission;
import org.signalbox.hal.Problems;
import org.signalbox.hal.Refusal;
import org.signalbox.project.Project;
import org.signalbox.store.View;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.JsonNodeFactory;

/** What goes where a work package goes: everything below it, in whatever projects that is. */
@Component
final class Company {

    private final WorkPackageStore store;
    private final WorkPackageWriting writing;
    private final Access access;

    Company(WorkPackageStore store, WorkPackageWriting writing, Access access) {
        this.store = store;
        this.writing = writing;
        this.access = access;
    }

    /** One that goes along. */
    record Step(WorkPackage before, WorkPackage after) {}

    /**
     * What goes along into that project, the oldest first. Where one may not or cannot, that is
     * added to the problems.
     */
    List<Step> along(
            View view, Actor actor, WorkPackage moved, Project project, Problems problems) {
        if (moved.project().id() == project.id()) {
            return List.of();
        }
        return below(view, moved).stream()
                .filter(one -> one.project().id() != project.id())
                .flatMap(one -> step(view, actor, one, project, problems).stream())
                .toList();
    }

    /** Makes sure that the actor may do so with all below it, too. */
    void require(View view, Actor actor, Permission permission, WorkPackage workPackage) {
        below(view, workPackage).stream()
                .map(one -> one.project().id())
                .distinct()
                .filter(project -> !access.may(view, actor, permission, project))
                .findFirst()
                .ifPresent(_ -> {
                    throw new Refusal.Forbidden();
                });
    }

    private List<WorkPackage> below(View view, WorkPackage workPackage) {
        var ids = store.subtree(view, workPackage.id());
        return store.all(view, ids.stream().filter(id -> id != workPackage.id()).toList());
    }

    private Optional<Step> step(
            View view, Actor actor, WorkPackage one, Project project, Problems problems) {
        if (!access.may(view, actor, Permission.EDIT_WORK_PACKAGES, one.project().id())) {
            problems.add(
                    PROJECT, "can't be changed while there are children that may not go along");
            return Optional.empty();
        }
        var input = WORK_PACKAGE.change(JsonNodeFactory.instance.objectNode(), one);
        var after = writing.written(view, actor, project.reference(), input, one);
        if (!input.problems().isEmpty()) {
            problems.add(PROJECT, "can't be changed while there are children that can't go along");
        }
        return Optional.of(new Step(one, after));
    }
}
