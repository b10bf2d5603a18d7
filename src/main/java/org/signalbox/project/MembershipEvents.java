package org.signalbox.project;

import java.util.Map;
import org.signalbox.account.Actor;
import org.signalbox.account.AuditAction;
import org.signalbox.account.AuditTrail;
import org.signalbox.account.Deed;
import org.signalbox.event.Change;
import org.signalbox.event.EventLog;
import org.signalbox.event.EventTypes;
import org.signalbox.event.NewEvent;
import org.signalbox.event.Snapshot;
import org.signalbox.event.Subject;
import org.signalbox.hal.Reference;
import org.signalbox.store.Tx;
import org.springframework.stereotype.Component;

/** Tells both logs what happened to memberships. */
@Component
final class MembershipEvents {
    private final EventLog log;
    private final AuditTrail audit;

    MembershipEvents(EventLog log, AuditTrail audit) {
        this.log = log;
        this.audit = audit;
    }

    void created(Tx tx, Actor actor, MembershipDetail detail) {
        append(tx, actor, EventTypes.MEMBERSHIP_CREATED, detail, Map.of());
        audit(
                tx,
                actor,
                AuditAction.MEMBERSHIP_CREATED,
                detail,
                MembershipHal.MEMBERSHIP.values(detail.membership(), Change::new));
    }

    void updated(Tx tx, Actor actor, Map<String, Change> changes, MembershipDetail after) {
        append(tx, actor, EventTypes.MEMBERSHIP_UPDATED, after, changes);
        audit(tx, actor, AuditAction.MEMBERSHIP_UPDATED, after, changes);
    }

    void deleted(Tx tx, Actor actor, MembershipDetail last) {
        append(tx, actor, EventTypes.MEMBERSHIP_DELETED, last, Map.of());
        audit(
                tx,
                actor,
                AuditAction.MEMBERSHIP_DELETED,
                last,
                MembershipHal.MEMBERSHIP.values(
                        last.membership(), (nothing, value) -> new Change(value, nothing)));
    }

    private void audit(
            Tx tx,
            Actor actor,
            AuditAction action,
            MembershipDetail detail,
            Map<String, Change> changes) {
        Reference who = detail.membership().principal();
        Reference where = detail.membership().project();
        String name = where == null ? who.title() : who.title() + ", " + where.title();
        audit.append(
                tx,
                actor,
                Deed.of(action, "Membership", detail.membership().id(), name).with(changes));
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
