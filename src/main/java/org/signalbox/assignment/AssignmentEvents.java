package org.signalbox.assignment;

import static org.signalbox.assignment.AssignmentHal.ASSIGNMENT;

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

/** Tells the log what happened to assignments. */
@Component
final class AssignmentEvents {

    private final EventLog log;

    AssignmentEvents(EventLog log) {
        this.log = log;
    }

    /** What counts as changed, by the API's names. */
    Map<String, Change> changes(Assignment before, Assignment after) {
        return ASSIGNMENT.changes(before, after, Change::new);
    }

    void created(Tx tx, Actor actor, AssignmentDetail detail) {
        append(tx, actor, EventTypes.ASSIGNMENT_CREATED, detail, Map.of());
    }

    /** Another person's time is another assignment: one ends and one begins. */
    void updated(Tx tx, Actor actor, AssignmentDetail before, AssignmentDetail after) {
        if (before.assignment().user().id() == after.assignment().user().id()) {
            var changes = changes(before.assignment(), after.assignment());
            append(tx, actor, EventTypes.ASSIGNMENT_UPDATED, after, changes);
        } else {
            deleted(tx, actor, before);
            created(tx, actor, after);
        }
    }

    void deleted(Tx tx, Actor actor, AssignmentDetail last) {
        append(tx, actor, EventTypes.ASSIGNMENT_DELETED, last, Map.of());
    }

    private void append(
            Tx tx, Actor actor, String type, AssignmentDetail detail, Map<String, Change> changes) {
        log.append(
                tx,
                new NewEvent(
                        type,
                        Subject.of("assignment", detail.assignment().id()),
                        detail.project().id(),
                        actor.id(),
                        new Snapshot(detail, actor.person(), changes)));
    }
}
