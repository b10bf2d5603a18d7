package org.signalbox.account;

import static org.signalbox.account.PrincipalHal.PLACEHOLDERS;
import static org.signalbox.account.PrincipalHal.PLACEHOLDER_NAME;

import java.time.InstantSource;
import java.util.Map;
import org.signalbox.event.Change;
import org.signalbox.event.EventTypes;
import org.signalbox.hal.Found;
import org.signalbox.hal.Input;
import org.signalbox.hal.Listing;
import org.signalbox.hal.Refusal;
import org.signalbox.store.Database;
import org.signalbox.store.Tx;
import org.signalbox.store.View;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Placeholders for people who are yet to be found. Administrators make and change them. */
@Component
public final class PlaceholderUsers {
    private final Database database;
    private final InstantSource time;
    private final PrincipalStore store;
    private final Principals principals;
    private final PrincipalEvents events;
    private final Access access;

    PlaceholderUsers(
            Database database,
            InstantSource time,
            PrincipalStore store,
            Principals principals,
            PrincipalEvents events,
            Access access) {
        this.database = database;
        this.time = time;
        this.store = store;
        this.principals = principals;
        this.events = events;
        this.access = access;
    }

    /** All of them, for whoever manages the members of a project. */
    public Seen<Found<Principal>> list(Actor actor, Listing listing) {
        var selection =
                PLACEHOLDERS.select(listing, actor.user().id()).and("u.kind = 'placeholder_user'");
        return database.read(view -> {
            if (!access.maySomewhere(view, actor, Permission.MANAGE_MEMBERS)) {
                throw new Refusal.Forbidden();
            }
            return principals.seen(view, actor, store.list(view, actor, selection));
        });
    }

    public PlaceholderUser show(Actor actor, long id) {
        return database.read(view -> visible(view, actor, id));
    }

    public PlaceholderUser create(Actor actor, ObjectNode body) {
        actor.requireAdmin();
        Input input = PLACEHOLDERS.creation(body);
        return database.write(tx -> {
            String name = input.or(PLACEHOLDER_NAME, "").strip();
            checkName(tx, input, name, 0);
            input.check();
            long id = store.insert(tx, PrincipalKind.PLACEHOLDER_USER, name, time.instant());
            PlaceholderUser created = find(tx, id);
            events.append(tx, EventTypes.PLACEHOLDER_USER_CREATED, actor, created, Map.of());
            return created;
        });
    }

    public PlaceholderUser change(Actor actor, long id, ObjectNode body) {
        return database.write(tx -> {
            PlaceholderUser before = visible(tx, actor, id);
            actor.requireAdmin();
            Input input = PLACEHOLDERS.change(body, before);
            String name = input.or(PLACEHOLDER_NAME, before.name()).strip();
            checkName(tx, input, name, id);
            input.check();
            var wanted = new PlaceholderUser(id, name, before.createdAt(), before.updatedAt());
            Map<String, Change> changes = PLACEHOLDERS.changes(before, wanted, Change::new);
            if (changes.isEmpty()) {
                return before;
            }
            store.rename(tx, id, name, time.instant());
            PlaceholderUser after = find(tx, id);
            events.append(tx, EventTypes.PLACEHOLDER_USER_UPDATED, actor, after, changes);
            return after;
        });
    }

    public void delete(Actor actor, long id) {
        database.run(tx -> {
            PlaceholderUser placeholder = visible(tx, actor, id);
            actor.requireAdmin();
            events.deleteWithBelongings(
                    tx, EventTypes.PLACEHOLDER_USER_DELETED, actor, placeholder);
        });
    }

    private void checkName(Tx tx, Input input, String name, long id) {
        if (!name.isEmpty() && store.nameTaken(tx, PrincipalKind.PLACEHOLDER_USER, name, id)) {
            input.problems().add(PLACEHOLDER_NAME, "has already been taken");
        }
    }

    private PlaceholderUser visible(View view, Actor actor, long id) {
        return store.find(view, id)
                .filter(_ -> access.seesUser(view, actor, id))
                .filter(PlaceholderUser.class::isInstance)
                .map(PlaceholderUser.class::cast)
                .orElseThrow(Refusal.NotFound::new);
    }

    private PlaceholderUser find(View view, long id) {
        return store.find(view, id).map(PlaceholderUser.class::cast).orElseThrow();
    }
}
