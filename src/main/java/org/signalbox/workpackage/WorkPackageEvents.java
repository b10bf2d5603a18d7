package org.signalbox.workpackage;

import static org.signalbox.workpackage.WorkPackageHal.WORK_PACKAGE;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.signalbox.account.Actor;
import org.signalbox.event.Change;
import org.signalbox.event.EventLog;
import org.signalbox.event.EventTypes;
import org.signalbox.event.NewEvent;
import org.signalbox.event.Snapshot;
import org.signalbox.event.Subject;
import org.signalbox.store.Tx;
import org.signalbox.store.View;
import org.springframework.stereotype.Component;

/** Tells the log what happened to work packages. */
@Component
final class WorkPackageEvents {

    private final EventLog log;
    private final WorkPackageFactStore facts;
    private final VocabularyStore words;

    WorkPackageEvents(EventLog log, WorkPackageFactStore facts, VocabularyStore words) {
        this.log = log;
        this.facts = facts;
        this.words = words;
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
        append(
                tx,
                actor,
                EventTypes.WORK_PACKAGE_CREATED,
                detail,
                Snapshot.of(detail, actor.person()).knowing(facts(tx, 0L)));
    }

    /** The general event, and the special ones that fit. */
    void updated(
            Tx tx,
            Actor actor,
            WorkPackage before,
            WorkPackageDetail after,
            Map<String, Change> changes) {
        var told =
                new Snapshot(after, actor.person(), changes)
                        .updatedBefore(before.updatedAt())
                        .knowing(facts(tx, before, after.workPackage()));
        append(tx, actor, EventTypes.WORK_PACKAGE_UPDATED, after, told);
        if (changes.containsKey(WorkPackageHal.STATUS.name())) {
            append(tx, actor, EventTypes.WORK_PACKAGE_STATUS_CHANGED, after, told);
        }
        if (changes.containsKey(WorkPackageHal.TYPE.name())) {
            append(tx, actor, EventTypes.WORK_PACKAGE_TYPE_CHANGED, after, told);
        }
        if (changes.containsKey(WorkPackageHal.ASSIGNEE.name())) {
            if (before.assignee() != null) {
                append(tx, actor, EventTypes.WORK_PACKAGE_UNASSIGNED, after, told);
            }
            if (after.workPackage().assignee() != null) {
                append(tx, actor, EventTypes.WORK_PACKAGE_ASSIGNED, after, told);
            }
        }
    }

    void deleted(Tx tx, Actor actor, WorkPackageDetail last) {
        append(
                tx,
                actor,
                EventTypes.WORK_PACKAGE_DELETED,
                last,
                Snapshot.of(last, actor.person()).knowing(facts(tx, null)));
    }

    private WorkPackageFacts facts(View view, @Nullable Long comments) {
        return new WorkPackageFacts(normalPriority(view), null, null, comments);
    }

    private WorkPackageFacts facts(View view, WorkPackage before, WorkPackage after) {
        var all = words.all(view);
        boolean sameStatus = before.status().id() == after.status().id();
        boolean samePriority = before.priority().id() == after.priority().id();
        return new WorkPackageFacts(
                normalPriority(view),
                sameStatus ? null : all.status(before.status().id()),
                samePriority ? null : all.priority(before.priority().id()),
                facts.comments(view, after.id()));
    }

    private int normalPriority(View view) {
        return words.all(view).defaultPriority().position();
    }

    private void append(
            Tx tx, Actor actor, String type, WorkPackageDetail detail, Snapshot snapshot) {
        log.append(
                tx,
                new NewEvent(
                        type,
                        Subject.of("work_package", detail.workPackage().id()),
                        detail.project().id(),
                        actor.id(),
                        snapshot));
    }
}
