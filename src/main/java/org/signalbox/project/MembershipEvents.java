package org.signalbox.project;

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

/** Tells the log what happened to memberships. */
@Component
final class MembershipEvents {
    private final EventLog log;

    MembershipEvents(EventLog log) {
        this.log = log;
    }

    void created(Tx tx, Actor actor, MembershipDetail detail) {
        append(tx, actor, EventTypes.MEMBERSHIP_CREATED, detail, Map.of());
    }

    void updated(Tx tx, Actor actor, Map<String, Change> changes, MembershipDetail after) {
        append(tx, actor, EventTypes.MEMBERSHIP_UPDATED, after, changes);
    }

    void deleted(Tx tx, Actor actor, MembershipDetail last) {
        append(tx, actor, EventTypes.MEMBERSHIP_DELETED, last, Map.of());
    }

    private void append(
            Tx tx, Actor actor, String type, MembershipDetail detail, Map<String, Change> changes) {
        log.append(
                tx,
                new NewEvent(
                        type,
                        Subject.of("membership", detail.membership().id()),
                        detail.membership().projectId(),
                        actor.id(),
                        new Snapshot(detail, actor.person(), changes)));
    }
}
