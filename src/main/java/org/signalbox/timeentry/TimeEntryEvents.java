package org.signalbox.timeentry;

import static org.signalbox.timeentry.TimeEntryHal.TIME_ENTRY;

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

/** Tells the log what happened to time entries. */
@Component
final class TimeEntryEvents {

    private final EventLog log;

    TimeEntryEvents(EventLog log) {
        this.log = log;
    }

    /** What counts as changed, by the API's names. */
    Map<String, Change> changes(TimeEntry before, TimeEntry after) {
        return TIME_ENTRY.changes(before, after, Change::new);
    }

    void created(Tx tx, Actor actor, TimeEntryDetail detail) {
        append(tx, actor, EventTypes.TIME_ENTRY_CREATED, detail, Map.of());
    }

    void updated(Tx tx, Actor actor, TimeEntry before, TimeEntryDetail after) {
        append(tx, actor, EventTypes.TIME_ENTRY_UPDATED, after, changes(before, after.timeEntry()));
    }

    void deleted(Tx tx, Actor actor, TimeEntryDetail last) {
        append(tx, actor, EventTypes.TIME_ENTRY_DELETED, last, Map.of());
    }

    private void append(
            Tx tx, Actor actor, String type, TimeEntryDetail detail, Map<String, Change> changes) {
        log.append(
                tx,
                new NewEvent(
                        type,
                        Subject.of("time_entry", detail.timeEntry().id()),
                        detail.project().id(),
                        actor.id(),
                        new Snapshot(detail, actor.person(), changes)));
    }
}
