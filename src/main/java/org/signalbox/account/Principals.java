package org.signalbox.account;

import static java.util.Comparator.comparing;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.signalbox.hal.Found;
import org.signalbox.hal.Listing;
import org.signalbox.hal.Reference;
import org.signalbox.store.Database;
import org.signalbox.store.View;
import org.springframework.stereotype.Component;

/** People, groups and placeholders, where it makes no difference what somebody is. */
@Component
public final class Principals {
    private final Database database;
    private final PrincipalStore store;
    private final Access access;

    Principals(Database database, PrincipalStore store, Access access) {
        this.database = database;
        this.store = store;
        this.access = access;
    }

    /** Whoever was not deleted, whoever asks. */
    public Optional<Principal> find(View view, long id) {
        return store.find(view, id);
    }

    /** The same, if it is of the kind that the reference says. */
    public Optional<Principal> find(View view, Reference reference) {
        return store.find(view, reference.id()).filter(found -> found.kindOf().isOf(reference));
    }

    /** Those of these who were not deleted, by id, whoever asks. */
    public List<Principal> all(View view, Collection<Long> ids) {
        return store.all(view, ids);
    }

    /** Whom the actor may know. */
    public Seen<Found<Principal>> list(Actor actor, Listing listing) {
        var selection = PrincipalHal.PRINCIPALS.select(listing, actor.user().id());
        return database.read(view -> seen(view, actor, store.list(view, actor, selection)));
    }

    /** Whom the actor may know of those that can be given work in the project, by name. */
    public Seen<List<Principal>> assignable(View view, Actor actor, long projectId) {
        List<Principal> known =
                store.all(view, access.assignable(view, actor, projectId)).stream()
                        .sorted(comparing(Principal::name))
                        .toList();
        return new Seen<>(known, rights(view, actor, known));
    }

    /** Whether work in the project can be given to them. */
    public boolean mayBeGivenWork(View view, Principal principal, long projectId) {
        return principal instanceof User user
                ? access.may(view, new Actor(user), Permission.WORK_PACKAGE_ASSIGNED, projectId)
                : access.hasRoleWith(
                        view, principal.id(), Permission.WORK_PACKAGE_ASSIGNED, projectId);
    }

    Seen<Found<Principal>> seen(View view, Actor actor, Found<Principal> found) {
        return new Seen<>(found, rights(view, actor, found.elements()));
    }

    Seen<Principal> seen(View view, Actor actor, Principal principal) {
        return new Seen<>(principal, rights(view, actor, List.of(principal)));
    }

    /** What the representations of these need to know of the actor. */
    private Rights rights(View view, Actor actor, Collection<Principal> principals) {
        var people = new HashSet<Long>();
        for (Principal principal : principals) {
            people.add(principal.id());
            if (principal instanceof Group group) {
                group.members().forEach(member -> people.add(member.id()));
            }
        }
        return access.rights(view, actor, List.of(), people);
    }
}
