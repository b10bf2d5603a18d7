package org.signalbox.absence;

import static org.signalbox.absence.AbsenceHal.ABSENCE;

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

/** Tells the log what happened to absences. They belong to no project. */
@Component
final class AbsenceEvents {

    private final EventLog log;

    AbsenceEvents(EventLog log) {
        this.log = log;
    }

    /** What counts as changed, by the API's names. */
    Map<String, Change> changes(Absence before, Absence after) {
        return ABSENCE.changes(before, after, Change::new);
    }

    void created(Tx tx, Actor actor, AbsenceDetail detail) {
        append(tx, actor, EventTypes.ABSENCE_CREATED, detail, Map.of());
    }

    void updated(Tx tx, Actor actor, Absence before, AbsenceDetail after) {
        append(tx, actor, EventTypes.ABSENCE_UPDATED, after, changes(before, after.absence()));
    }

    void deleted(Tx tx, Actor actor, AbsenceDetail last) {
        append(tx, actor, EventTypes.ABSENCE_DELETED, last, Map.of());
    }

    private void append(
            Tx tx, Actor actor, String type, AbsenceDetail detail, Map<String, Change> changes) {
        log.append(
                tx,
                new NewEvent(
                        type,
                        Subject.of("absence", detail.absence().id()),
                        null,
                        actor.id(),
                        new Snapshot(detail, actor.person(), changes)));
    }
}
