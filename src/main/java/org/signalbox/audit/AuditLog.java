package org.signalbox.audit;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.signalbox.account.Actor;
import org.signalbox.account.AuditTrail;
import org.signalbox.account.Deed;
import org.signalbox.audit.AuditEntry.Subject;
import org.signalbox.event.Change;
import org.signalbox.hal.Found;
import org.signalbox.hal.Listing;
import org.signalbox.hal.Reference;
import org.signalbox.hal.Refusal;
import org.signalbox.store.Database;
import org.signalbox.store.Tx;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The audit log. Everybody's changes are written down, administrators read them. */
@Component
public final class AuditLog implements AuditTrail {
    /** So many people are offered to choose from. */
    private static final int PEOPLE_MAX = 500;

    private final Database database;
    private final InstantSource time;
    private final AuditStore store;
    private final JsonMapper json;

    AuditLog(Database database, InstantSource time, AuditStore store, JsonMapper json) {
        this.database = database;
        this.time = time;
        this.store = store;
        this.json = json;
    }

    @Override
    public void append(Tx tx, Actor actor, Deed deed) {
        store.insert(
                tx,
                new AuditEntry(
                        0,
                        time.instant(),
                        deed.action().word(),
                        new Subject(deed.type(), deed.id(), deed.name()),
                        actor.id(),
                        actor.user().name(),
                        actor.door(),
                        fields(deed)));
    }

    /** A page of the log, for administrators. */
    public Found<AuditEntry> list(Actor actor, Listing listing) {
        actor.requireAdmin();
        var selection = AuditHal.ENTRY.select(listing, actor.user().id());
        return database.read(view -> store.list(view, selection));
    }

    /** The newest entries, at most so many, for administrators. */
    public List<AuditEntry> newest(Actor actor, AuditQuery query, int limit) {
        actor.requireAdmin();
        return database.read(view -> store.newest(view, query, limit));
    }

    /** Who did anything, by name, for administrators. */
    public List<Reference> people(Actor actor) {
        actor.requireAdmin();
        return database.read(view -> store.people(view, PEOPLE_MAX));
    }

    /**
     * One entry, for administrators.
     *
     * @throws Refusal.NotFound if there is none
     */
    public AuditEntry show(Actor actor, long id) {
        actor.requireAdmin();
        return database.read(view -> store.find(view, id)).orElseThrow(Refusal.NotFound::new);
    }

    private ObjectNode fields(Deed deed) {
        var fields = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, Change> change : deed.changes().entrySet()) {
            ObjectNode both = fields.putObject(change.getKey());
            both.set("old", json.valueToTree(change.getValue().from()));
            both.set("new", json.valueToTree(change.getValue().to()));
        }
        deed.secrets().forEach(name -> fields.put(name, AuditEntry.CHANGED));
        return fields;
    }
}
