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

/** Tells the log what happened to groups and placeholders, and carries out their end. */
@Component
final class PrincipalEvents {
    private final EventLog log;
    private final InstantSource time;
    private final PrincipalStore store;
    private final List<Belongings> belongings;

    PrincipalEvents(
            EventLog log, InstantSource time, PrincipalStore store, List<Belongings> belongings) {
        this.log = log;
        this.time = time;
        this.store = store;
        this.belongings = belongings;
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
    }

    /** Deletes with everything that it has only as long as it is here; its own event comes last. */
    void deleteWithBelongings(Tx tx, String type, Actor actor, Principal principal) {
        belongings.forEach(theirs -> theirs.giveUp(tx, actor, principal));
        store.forget(tx, principal, time.instant());
        append(tx, type, actor, principal, Map.of());
    }
}
