package org.signalbox.account;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.signalbox.account.PrincipalHal.GROUPS;
import static org.signalbox.account.PrincipalHal.GROUP_NAME;
import static org.signalbox.account.PrincipalHal.MEMBERS;

import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.signalbox.event.Change;
import org.signalbox.event.EventTypes;
import org.signalbox.hal.Found;
import org.signalbox.hal.Input;
import org.signalbox.hal.Listing;
import org.signalbox.hal.Reference;
import org.signalbox.hal.Refusal;
import org.signalbox.store.Database;
import org.signalbox.store.Tx;
import org.signalbox.store.View;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/**
 * Groups of people. Administrators make them and say who is in them; who knows a group sees those
 * of its members whom they may know.
 */
@Component
public final class Groups {
    private final Database database;
    private final InstantSource time;
    private final PrincipalStore store;
    private final Principals principals;
    private final PrincipalEvents events;
    private final Access access;

    Groups(
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

    /** The groups that the actor may know, for whoever may see members somewhere. */
    public Seen<Found<Principal>> list(Actor actor, Listing listing) {
        var selection = GROUPS.select(listing, actor.user().id()).and("u.kind = 'group'");
        return database.read(view -> {
            if (!access.maySomewhere(view, actor, Permission.VIEW_MEMBERS)
                    && !access.maySomewhere(view, actor, Permission.MANAGE_MEMBERS)) {
                throw new Refusal.Forbidden();
            }
            return principals.seen(view, actor, store.list(view, actor, selection));
        });
    }

    public Seen<Principal> show(Actor actor, long id) {
        return database.read(view -> principals.seen(view, actor, visible(view, actor, id)));
    }

    /** The people in those of these that are groups whom the actor may know, by id. */
    Map<Long, Principal> members(Seen<List<Principal>> groups) {
        var ids =
                groups.what().stream()
                        .filter(Group.class::isInstance)
                        .map(Group.class::cast)
                        .flatMap(group -> group.members().stream())
                        .map(Reference::id)
                        .filter(groups.rights()::seesUser)
                        .collect(toSet());
        return ids.isEmpty()
                ? Map.of()
                : database.read(view ->
                        store.all(view, ids).stream().collect(toMap(Principal::id, identity())));
    }

    public Seen<Principal> create(Actor actor, ObjectNode body) {
        actor.requireAdmin();
        Input input = GROUPS.creation(body);
        return database.write(tx -> {
            String name = input.or(GROUP_NAME, "").strip();
            List<Reference> members = members(tx, input, List.of());
            checkName(tx, input, name, 0);
            input.check();
            long id = store.insert(tx, PrincipalKind.GROUP, name, time.instant());
            store.setMembers(tx, id, members);
            Group created = find(tx, id);
            events.append(tx, EventTypes.GROUP_CREATED, actor, created, Map.of());
            return principals.seen(tx, actor, created);
        });
    }

    /** Changes the name, and who is in the group: those that were sent and nobody else. */
    public Seen<Principal> change(Actor actor, long id, ObjectNode body) {
        return database.write(tx -> {
            Group before = visible(tx, actor, id);
            actor.requireAdmin();
            Input input = GROUPS.change(body, before);
            String name = input.or(GROUP_NAME, before.name()).strip();
            List<Reference> members = members(tx, input, before.members());
            checkName(tx, input, name, id);
            input.check();
            Group wanted = new Group(id, name, members, before.createdAt(), before.updatedAt());
            Map<String, Change> changes = GROUPS.changes(before, wanted, Change::new);
            if (!changes.isEmpty()) {
                store.rename(tx, id, name, time.instant());
                store.setMembers(tx, id, members);
                events.append(tx, EventTypes.GROUP_UPDATED, actor, find(tx, id), changes);
            }
            return principals.seen(tx, actor, find(tx, id));
        });
    }

    public void delete(Actor actor, long id) {
        database.run(tx -> {
            Group group = visible(tx, actor, id);
            actor.requireAdmin();
            store.setMembers(tx, id, List.of());
            events.deleteWithBelongings(tx, EventTypes.GROUP_DELETED, actor, group);
        });
    }

    private List<Reference> members(Tx tx, Input input, List<Reference> current) {
        if (!input.has(MEMBERS)) {
            return current;
        }
        var wanted =
                new HashSet<>(input.or(MEMBERS, List.of()).stream().map(Reference::id).toList());
        List<Reference> people = store.people(tx, wanted);
        if (people.size() < wanted.size()) {
            input.problems().add(MEMBERS, "contain somebody who is not there");
        }
        return people;
    }

    private void checkName(Tx tx, Input input, String name, long id) {
        if (!name.isEmpty() && store.nameTaken(tx, PrincipalKind.GROUP, name, id)) {
            input.problems().add(GROUP_NAME, "has already been taken");
        }
    }

    private Group visible(View view, Actor actor, long id) {
        return store.find(view, id)
                .filter(_ -> access.seesUser(view, actor, id))
                .filter(Group.class::isInstance)
                .map(Group.class::cast)
                .orElseThrow(Refusal.NotFound::new);
    }

    private Group find(View view, long id) {
        return store.find(view, id).map(Group.class::cast).orElseThrow();
    }
}
