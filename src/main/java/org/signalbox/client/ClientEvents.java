package org.signalbox.client;

import static org.signalbox.client.ClientHal.CLIENT;

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

/** Tells the log what happened to clients. They belong to no project. */
@Component
final class ClientEvents {

    private final EventLog log;
    private final ClientStore store;

    ClientEvents(EventLog log, ClientStore store) {
        this.log = log;
        this.store = store;
    }

    /** What counts as changed, by the API's names. */
    Map<String, Change> changes(Client before, Client after) {
        return CLIENT.changes(before, after, Change::new);
    }

    void created(Tx tx, Actor actor, Client client) {
        append(tx, actor, EventTypes.CLIENT_CREATED, client, snapshot(tx, actor, client, Map.of()));
    }

    void updated(Tx tx, Actor actor, Client before, Client after) {
        var snapshot = snapshot(tx, actor, after, changes(before, after));
        append(
                tx,
                actor,
                EventTypes.CLIENT_UPDATED,
                after,
                snapshot.updatedBefore(before.updatedAt()));
    }

    void deleted(Tx tx, Actor actor, Client last) {
        append(tx, actor, EventTypes.CLIENT_DELETED, last, snapshot(tx, actor, last, Map.of()));
    }

    private Snapshot snapshot(Tx tx, Actor actor, Client client, Map<String, Change> changes) {
        return new Snapshot(new ClientDetail(client), actor.person(), changes)
                .knowing(store.facts(tx, client.id()));
    }

    private void append(Tx tx, Actor actor, String type, Client client, Snapshot snapshot) {
        log.append(
                tx,
                new NewEvent(type, Subject.of("client", client.id()), null, actor.id(), snapshot));
    }
}
