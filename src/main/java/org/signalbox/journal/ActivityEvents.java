package org.signalbox.journal;

import java.util.Map;
import org.signalbox.account.Actor;
import org.signalbox.event.EventLog;
import org.signalbox.event.EventTypes;
import org.signalbox.event.NewEvent;
import org.signalbox.event.Snapshot;
import org.signalbox.event.Subject;
import org.signalbox.store.Tx;
import org.springframework.stereotype.Component;

/** Tells the log what people say about work packages. */
@Component
final class ActivityEvents {

    private final EventLog log;

    ActivityEvents(EventLog log) {
        this.log = log;
    }

    void commented(Tx tx, Actor actor, ActivityDetail detail) {
        var activity = detail.activity();
        log.append(
                tx,
                new NewEvent(
                        EventTypes.WORK_PACKAGE_COMMENTED,
                        Subject.of("activity", activity.id()),
                        activity.projectId(),
                        actor.id(),
                        new Snapshot(detail, actor.person(), Map.of())));
    }
}
