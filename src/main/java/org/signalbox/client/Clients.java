package org.signalbox.client;

import static org.signalbox.client.ClientHal.CLIENT;
import static org.signalbox.client.ClientHal.LOCK_VERSION;

import java.util.Optional;
import org.signalbox.account.Access;
import org.signalbox.account.Actor;
import org.signalbox.account.Permission;
import org.signalbox.hal.Document;
import org.signalbox.hal.Form;
import org.signalbox.hal.Found;
import org.signalbox.hal.Listing;
import org.signalbox.hal.Refusal;
import org.signalbox.store.Database;
import org.signalbox.store.Tx;
import org.signalbox.store.View;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What can be done with clients. Who sees a project of a client sees the client; who manages
 * clients, or may edit some project and so choose one for it, sees them all.
 */
@Component
public final class Clients {

    private static final String PATH = "/api/v3/clients";

    private final Database database;
    private final ClientStore store;
    private final ClientWriting writing;
    private final ClientEvents events;
    private final Access access;
    private final ObjectProvider<HeldByClient> held;

    Clients(
            Database database,
            ClientStore store,
            ClientWriting writing,
            ClientEvents events,
            Access access,
            ObjectProvider<HeldByClient> held) {
        this.database = database;
        this.store = store;
        this.writing = writing;
        this.events = events;
        this.access = access;
        this.held = held;
    }

    /** The client with this id, whoever asks. */
    public Optional<Client> find(View view, long id) {
        return store.find(view, id);
    }

    /** The client with this id; empty if there is none, or none that the actor may see. */
    public Optional<Client> visible(View view, Actor actor, long id) {
        return store.find(view, id).filter(_ -> sees(view, actor, id));
    }

    private boolean sees(View view, Actor actor, long id) {
        return seesAll(view, actor) || store.sees(view, actor, id);
    }

    /**
     * The client of this name, made now if there is none and the actor may; empty if they may not.
     */
    public Optional<Client> named(Tx tx, Actor actor, String name) {
        var known = store.named(tx, name).filter(one -> sees(tx, actor, one.id()));
        if (known.isPresent() || !manages(tx, actor)) {
            return known;
        }
        var body = JsonNodeFactory.instance.objectNode().put("name", name);
        long id = store.insert(tx, writing.written(tx, CLIENT.creation(body), null));
        var client = store.find(tx, id).orElseThrow();
        events.created(tx, actor, client);
        return Optional.of(client);
    }

    Manageable<Client> show(Actor actor, long id) {
        return database.read(view -> seen(view, actor, known(view, actor, id)));
    }

    Manageable<Found<Client>> list(Actor actor, Listing listing) {
        var selection = CLIENT.select(listing, actor.user().id());
        return database.read(view ->
                seen(view, actor, store.list(view, actor, seesAll(view, actor), selection)));
    }

    Manageable<Client> create(Actor actor, ObjectNode body) {
        var input = CLIENT.creation(body);
        return database.write(tx -> {
            requireToManage(tx, actor);
            var written = writing.written(tx, input, null);
            input.check();
            long id = store.insert(tx, written);
            var client = store.find(tx, id).orElseThrow();
            events.created(tx, actor, client);
            return seen(tx, actor, client);
        });
    }

    Document creationForm(Actor actor, ObjectNode body) {
        var input = CLIENT.creation(body);
        return database.read(view -> {
            requireToManage(view, actor);
            return Form.creation(CLIENT, input, () -> writing.written(view, input, null))
                    .document(PATH);
        });
    }

    /** Does nothing and tells nothing if nothing is different. */
    Manageable<Client> change(Actor actor, long id, ObjectNode body) {
        return database.write(tx -> {
            var before = manageable(tx, actor, id);
            var input = CLIENT.change(body, before);
            if (!Long.valueOf(before.lockVersion()).equals(input.get(LOCK_VERSION))) {
                throw stale();
            }
            var after = writing.written(tx, input, before);
            input.check();
            if (events.changes(before, after).isEmpty()) {
                return seen(tx, actor, before);
            }
            if (!store.update(tx, after)) {
                throw stale();
            }
            var stored = store.find(tx, id).orElseThrow();
            events.updated(tx, actor, before, stored);
            return seen(tx, actor, stored);
        });
    }

    Document changeForm(Actor actor, long id, ObjectNode body) {
        return database.read(view -> {
            var before = manageable(view, actor, id);
            var input = CLIENT.change(body, before);
            return Form.change(CLIENT, before, input, () -> writing.written(view, input, before))
                    .document(PATH + "/" + id);
        });
    }

    /** What can be written of clients. */
    Document schema() {
        return CLIENT.schema(PATH + "/schema", null);
    }

    /** Deletes the client; what belonged to it stays, without one. */
    void delete(Actor actor, long id) {
        database.run(tx -> {
            var last = manageable(tx, actor, id);
            held.orderedStream().forEach(kind -> kind.release(tx, actor, last));
            store.delete(tx, id);
            events.deleted(tx, actor, last);
        });
    }

    private Client known(View view, Actor actor, long id) {
        return visible(view, actor, id).orElseThrow(Refusal.NotFound::new);
    }

    private Client manageable(View view, Actor actor, long id) {
        var client = known(view, actor, id);
        requireToManage(view, actor);
        return client;
    }

    private boolean seesAll(View view, Actor actor) {
        return manages(view, actor) || access.maySomewhere(view, actor, Permission.EDIT_PROJECT);
    }

    private boolean manages(View view, Actor actor) {
        return access.mayGlobally(view, actor, Permission.MANAGE_CLIENTS);
    }

    private void requireToManage(View view, Actor actor) {
        if (!manages(view, actor)) {
            throw new Refusal.Forbidden();
        }
    }

    private <T> Manageable<T> seen(View view, Actor actor, T what) {
        return new Manageable<>(what, manages(view, actor));
    }

    private static Refusal.Conflict stale() {
        return new Refusal.Conflict(
                "Your changes could not be saved, because the client was changed since you've seen"
                        + " it the last time.");
    }
}
