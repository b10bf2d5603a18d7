package org.signalbox.workpackage;

import static org.signalbox.workpackage.WorkPackageHal.WORK_PACKAGE;

import java.util.Map;
import org.signalbox.account.Actor;
import org.signalbox.event.Change;
import org.signalbox.event.EventLog;
import org.signalbox.event.EventTypes;
import org.signalbox.event.NewEvent;
import org.signalbox.event.Snapshot;
import org.signalbox.event.Subject;
import org.signalbox.store.Tx;
import org.springframework.stereotype.Component;

/** Tells the log what happened to work packages. */
@Component
final class WorkPackageEvents {

    private final EventLog log;

    WorkPackageEvents(EventLog log) {
        this.log = log;
    }

    /** What counts as changed, by the API's names. */
    Map<String, Change> changes(WorkPackage before, WorkPackage after) {
        return WORK_PACKAGE.changes(before, after, Change::new);
    }

    /** What a new one has, by the API's names. */
    Map<String, Change> values(WorkPackage created) {
        return WORK_PACKAGE.values(created, Change::new);
    }

    void created(Tx tx, Actor actor, WorkPackageDetail detail) {
        append(tx, actor, EventTypes.WORK_PACKAGE_CREATED, detail, Map.of());
    }

    /** The general event, and the special ones that fit. */
    void updated(
            Tx tx,
            Actor actor,
            WorkPackage before,
            WorkPackageDetail after,
            Map<String, Change> changes) {
        append(tx, actor, EventTypes.WORK_PACKAGE_UPDATED, after, changes);
        if (changes.containsKey(WorkPackageHal.STATUS.name())) {
            append(tx, actor, EventTypes.WORK_PACKAGE_STATUS_CHANGED, after, changes);
        }
        if (changes.containsKey(WorkPackageHal.ASSIGNEE.name())) {
            if (before.assignee() != null) {
                append(tx, actor, EventTypes.WORK_PACKAGE_UNASSIGNED, after, changes);
            }
            if (after.workPackage().assignee() != null) {
                append(tx, actor, EventTypes.WORK_PACKAGE_ASSIGNED, after, changes);
            }
        }
    }

    void deleted(Tx tx, Actor actor, WorkPackageDetail last) {
        append(tx, actor, EventTypes.WORK_PACKAGE_DELETED, last, Map.of());
    }

    private void append(
            Tx tx,
            Actor actor,
            String type,
            WorkPackageDetail detail,
            Map<String, Change> changes) {
        log.append(
                tx,
                new NewEvent(
                        type,
                        Subject.of("work_package", detail.workPackage().id()),
                        detail.project().id(),
                        actor.id(),
                        new Snapshot(detail, actor.person(), changes)));
    }
}
