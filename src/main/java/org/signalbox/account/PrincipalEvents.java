package org.signalbox.account;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.signalbox.event.Change;
import org.signalbox.event.EventLog;
import org.signalbox.event.NewEvent;
import org.signalbox.event.Snapshot;
import org.signalbox.event.Subject;
import org.signalbox.store.Tx;
import org.springframework.stereotype.Component;

/**
 * Tells both logs what happened to groups and placeholders, and carries out their end. The event's
 * type and the action are the same word.
 */
@Component
final class PrincipalEvents {
    private final EventLog log;
    private final InstantSource time;
    private final PrincipalStore store;
    private final List<Belongings> belongings;
    private final AuditTrail audit;

    PrincipalEvents(
            EventLog log,
            InstantSource time,
            PrincipalStore store,
            List<Belongings> belongings,
            AuditTrail audit) {
        this.log = log;
        this.time = time;
        this.store = store;
        this.belongings = belongings;
        this.audit = audit;
    }

    void append(Tx tx, String type, Actor actor, Principal principal, Map<String, Change> changes) {
        log.append(
                tx,
                new NewEvent(
                        type,
                        Subject.of(principal.kindOf().word(), principal.id()),
                        null,
                        actor.id(),
                        new Snapshot(principal, actor.person(), changes)));
        AuditAction action = AuditAction.named(type).orElseThrow();
        audit.append(tx, actor, deed(action, principal).with(fields(action, principal, changes)));
    }

    private static Deed deed(AuditAction action, Principal principal) {
        return Deed.of(action, principal.kindOf().type(), principal.id(), principal.name());
    }

    /** Of what is new everything is told, of what is changed what is different now. */
    private static Map<String, Change> fields(
            AuditAction action, Principal principal, Map<String, Change> changes) {
        return switch (action) {
            case GROUP_CREATED -> PrincipalHal.GROUPS.values((Group) principal, Change::new);
            case PLACEHOLDER_USER_CREATED ->
                    PrincipalHal.PLACEHOLDERS.values((PlaceholderUser) principal, Change::new);
            default -> changes;
        };
    }

    /** Deletes with everything that it has only as long as it is here; its own event comes last. */
    void deleteWithBelongings(Tx tx, String type, Actor actor, Principal principal) {
        belongings.forEach(theirs -> theirs.giveUp(tx, actor, principal));
        store.forget(tx, principal, time.instant());
        append(tx, type, actor, principal, Map.of());
    }
}
