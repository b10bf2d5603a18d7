package org.signalbox.absence;

import static org.signalbox.absence.AbsenceHal.ABSENCE;

import org.signalbox.account.ResourceEvents;
import org.signalbox.event.EventLog;
import org.springframework.stereotype.Component;

/** Tells the log what happened to absences. They belong to no project. */
@Component
final class AbsenceEvents extends ResourceEvents<Absence, AbsenceDetail> {

    AbsenceEvents(EventLog log) {
        super(
                log,
                "absence",
                ABSENCE,
                AbsenceDetail::absence,
                Absence::id,
                Absence::updatedAt,
                _ -> null);
    }
}
