package org.signalbox.project;

import java.time.InstantSource;
import org.signalbox.account.Actor;
import org.signalbox.client.Client;
import org.signalbox.client.HeldByClient;
import org.signalbox.store.Tx;
import org.springframework.stereotype.Component;

/** The projects of a client. They stay when the client goes. */
@Component
final class ClientProjects implements HeldByClient {

    private final ProjectStore store;
    private final ProjectEvents events;
    private final InstantSource time;

    ClientProjects(ProjectStore store, ProjectEvents events, InstantSource time) {
        this.store = store;
        this.events = events;
        this.time = time;
    }

    @Override
    public void release(Tx tx, Actor actor, Client client) {
        for (Project before : store.of(tx, client.id())) {
            var after = before.withoutClient(time.instant());
            var parent = before.parent();
            store.update(tx, after, parent == null ? null : parent.id());
            var above = parent == null ? null : store.find(tx, parent.id()).orElse(null);
            events.updated(tx, actor, before, new ProjectDetail(after, above, null));
        }
    }
}
