package org.signalbox.timeentry;

import static org.signalbox.timeentry.TimeEntryHal.TIME_ENTRY;

import java.util.Map;
import org.signalbox.account.ResourceEvents;
import org.signalbox.event.EventLog;
import org.springframework.stereotype.Component;

/** Tells the log what happened to time entries. */
@Component
final class TimeEntryEvents extends ResourceEvents<TimeEntry, TimeEntryDetail> {

    TimeEntryEvents(EventLog log) {
        super(
                log,
                "time_entry",
                TIME_ENTRY,
                TimeEntryDetail::timeEntry,
                TimeEntry::id,
                TimeEntry::updatedAt,
                detail -> detail.project().id());
    }

    @Override
    protected Map<String, String> special() {
        return Map.of(TimeEntryHal.ACTIVITY.name(), "activity_changed");
    }
}
