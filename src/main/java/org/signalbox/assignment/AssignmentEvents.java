package org.signalbox.assignment;

import static org.signalbox.assignment.AssignmentHal.ASSIGNMENT;

import org.signalbox.account.Actor;
import org.signalbox.account.ResourceEvents;
import org.signalbox.event.EventLog;
import org.signalbox.store.Tx;
import org.springframework.stereotype.Component;

/** Tells the log what happened to assignments. */
@Component
final class AssignmentEvents extends ResourceEvents<Assignment, AssignmentDetail> {

    AssignmentEvents(EventLog log) {
        super(
                log,
                "assignment",
                ASSIGNMENT,
                AssignmentDetail::assignment,
                Assignment::id,
                Assignment::updatedAt,
                detail -> detail.project().id());
    }

    /** Another person's time is another assignment: one ends and one begins. */
    void updated(Tx tx, Actor actor, AssignmentDetail before, AssignmentDetail after) {
        if (before.assignment().user().id() == after.assignment().user().id()) {
            updated(tx, actor, before.assignment(), after);
        } else {
            deleted(tx, actor, before);
            created(tx, actor, after);
        }
    }
}
