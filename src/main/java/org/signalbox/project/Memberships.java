package org.signalbox.project;

import static org.signalbox.project.MembershipHal.MEMBERSHIP;
import static org.signalbox.project.MembershipHal.PRINCIPAL;
import static org.signalbox.project.MembershipHal.PROJECT;
import static org.signalbox.project.MembershipHal.ROLES;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.signalbox.account.Access;
import org.signalbox.account.Actor;
import org.signalbox.account.Belongings;
import org.signalbox.account.Permission;
import org.signalbox.account.Principal;
import org.signalbox.account.Rights;
import org.signalbox.account.Role;
import org.signalbox.account.Roles;
import org.signalbox.account.Seen;
import org.signalbox.event.Change;
import org.signalbox.hal.Document;
import org.signalbox.hal.Form;
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
 * Who works in which project, and in which roles. They go with the project and with the person.
 *
 * <p>Who may manage the members of a project gives roles there; roles outside of all projects are
 * given by administrators.
 */
@Component
public final class Memberships implements HeldByProject, Belongings {
    private static final String PATH = "/api/v3/memberships";

    private final Database database;
    private final InstantSource time;
    private final MembershipStore store;
    private final MembershipDetails details;
    private final MembershipEvents events;
    private final Access access;

    Memberships(
            Database database,
            InstantSource time,
            MembershipStore store,
            MembershipDetails details,
            MembershipEvents events,
            Access access) {
        this.database = database;
        this.time = time;
        this.store = store;
        this.details = details;
        this.events = events;
        this.access = access;
    }

    public Seen<Found<Membership>> list(Actor actor, Listing listing) {
        var selection = MEMBERSHIP.select(listing, actor.user().id());
        return database.read(view -> {
            var found = store.list(view, actor, selection);
            var projects =
                    found.elements().stream()
                            .map(Membership::projectId)
                            .filter(Objects::nonNull)
                            .toList();
            return new Seen<>(found, access.rights(view, actor, projects, List.of()));
        });
    }

    public Seen<MembershipDetail> show(Actor actor, long id) {
        return database.read(view -> seen(view, actor, visible(view, actor, id)));
    }

    /** Takes somebody into a project, or gives roles outside of all projects. */
    public Seen<MembershipDetail> create(Actor actor, ObjectNode body) {
        Input input = MEMBERSHIP.creation(body);
        return database.write(tx -> {
            Membership wanted = created(tx, actor, input);
            input.check();
            return seen(tx, actor, add(tx, actor, wanted));
        });
    }

    public Document creationForm(Actor actor, ObjectNode body) {
        Input input = MEMBERSHIP.creation(body);
        return database.read(view -> {
            access.requireSomewhere(view, actor, Permission.MANAGE_MEMBERS);
            return finished(
                            view,
                            actor,
                            Form.creation(MEMBERSHIP, input, () -> created(view, actor, input)))
                    .document(PATH);
        });
    }

    /** Gives other roles. */
    public Seen<MembershipDetail> change(Actor actor, long id, ObjectNode body) {
        return change(actor, id, null, body);
    }

    /**
     * The same for who has looked at it first.
     *
     * @param seen when it had been changed last, to the millisecond; null for whenever
     * @throws Refusal.Conflict if it was changed after that
     */
    public Seen<MembershipDetail> change(
            Actor actor, long id, @Nullable Instant seen, ObjectNode body) {
        return database.write(tx -> {
            Membership before = manageable(tx, actor, id);
            Refusal.Conflict.check(seen, before.updatedAt());
            Input input = MEMBERSHIP.change(body, before);
            Membership after = changed(tx, before, input);
            input.check();
            Map<String, Change> changes = MEMBERSHIP.changes(before, after, Change::new);
            if (changes.isEmpty()) {
                return seen(tx, actor, before);
            }
            store.update(tx, after);
            events.updated(tx, actor, changes, details.of(tx, after));
            return seen(tx, actor, after);
        });
    }

    public Document changeForm(Actor actor, long id, ObjectNode body) {
        return database.read(view -> {
            Membership before = manageable(view, actor, id);
            Input input = MEMBERSHIP.change(body, before);
            return finished(
                            view,
                            actor,
                            Form.change(
                                    MEMBERSHIP, before, input, () -> changed(view, before, input)))
                    .document(PATH + "/" + id);
        });
    }

    /** What can be written of memberships, for who sees or manages some. */
    public Document schema(Actor actor) {
        return database.read(view -> {
            access.requireSomewhere(
                    view, actor, Permission.MANAGE_MEMBERS, Permission.VIEW_MEMBERS);
            return MEMBERSHIP.schema(PATH + "/schema", new MembershipCircumstances(null));
        });
    }

    public void delete(Actor actor, long id) {
        database.run(tx -> {
            delete(tx, actor, manageable(tx, actor, id));
        });
    }

    /** Lets who created a project administrate it. An administrator does so anyway. */
    void addCreator(Tx tx, Actor actor, long projectId) {
        if (!actor.isAdmin()) {
            var roles = List.of(Reference.to(Roles.PROJECT_ADMIN));
            add(tx, actor, projectId, actor.user().id(), roles);
        }
    }

    @Override
    public void deleteHeldBy(Tx tx, Actor actor, Set<Long> projectIds) {
        store.in(tx, projectIds).forEach(membership -> delete(tx, actor, membership));
    }

    @Override
    public void giveUp(Tx tx, Actor actor, Principal principal) {
        store.of(tx, principal.id()).forEach(membership -> delete(tx, actor, membership));
    }

    private Membership created(View view, Actor actor, Input input) {
        Reference wanted = input.get(PROJECT);
        Long projectId = wanted == null ? null : wanted.id();
        if (projectId != null && !access.sees(view, actor, projectId)) {
            throw new Refusal.NotFound();
        }
        if (projectId != null || actor.isAdmin()) {
            requireToManage(view, actor, projectId);
        } else {
            requireProject(view, actor, input);
        }
        var now = time.instant();
        return new Membership(
                0,
                projectId == null ? null : details.project(view, projectId),
                principal(view, actor, input, projectId),
                roles(view, input, projectId, List.of()),
                now,
                now);
    }

    private Membership changed(View view, Membership before, Input input) {
        return before.with(roles(view, input, before.projectId(), before.roles()), time.instant());
    }

    private Form<Membership> finished(View view, Actor actor, Form<Membership> form) {
        return form.placedBy(PROJECT)
                .showing(one -> MembershipHal.of(one, rights(view, actor, one)))
                .under(one -> new MembershipCircumstances(one == null ? null : one.projectId()));
    }

    private Membership add(Tx tx, Actor actor, Membership wanted) {
        return add(tx, actor, wanted.projectId(), wanted.principal().id(), wanted.roles());
    }

    private Membership add(
            Tx tx, Actor actor, @Nullable Long projectId, long userId, List<Reference> roles) {
        long id = store.insert(tx, projectId, userId, roles, time.instant());
        Membership added = store.find(tx, id).orElseThrow();
        events.created(tx, actor, details.of(tx, added));
        return added;
    }

    private void delete(Tx tx, Actor actor, Membership membership) {
        MembershipDetail last = details.of(tx, membership);
        store.delete(tx, membership.id());
        events.deleted(tx, actor, last);
    }

    private Membership visible(View view, Actor actor, long id) {
        return store.visible(view, actor, id).orElseThrow(Refusal.NotFound::new);
    }

    private Membership manageable(View view, Actor actor, long id) {
        Membership found = visible(view, actor, id);
        requireToManage(view, actor, found.projectId());
        return found;
    }

    /** Who manages members of projects has to say of which. */
    private void requireProject(View view, Actor actor, Input input) {
        access.requireSomewhere(view, actor, Permission.MANAGE_MEMBERS);
        input.problems().add(PROJECT, "can't be blank");
    }

    private void requireToManage(View view, Actor actor, @Nullable Long projectId) {
        boolean may =
                projectId == null
                        ? actor.isAdmin()
                        : access.may(view, actor, Permission.MANAGE_MEMBERS, projectId);
        if (!may) {
            throw new Refusal.Forbidden();
        }
    }

    /** The roles asked for, in their order, or else those that there are. */
    private List<Reference> roles(
            View view, Input input, @Nullable Long projectId, List<Reference> current) {
        List<Reference> wanted = input.or(ROLES, current);
        Role.Kind kind = projectId == null ? Role.Kind.GLOBAL : Role.Kind.PROJECT;
        List<Role> found =
                details.roles(view, wanted).stream().filter(role -> role.kind() == kind).toList();
        if (wanted.isEmpty()) {
            input.problems().add(ROLES, "need to be assigned");
        } else if (found.size() < new HashSet<>(ids(wanted)).size()) {
            input.problems().add(ROLES, "contain one that cannot be given here");
        }
        return found.stream().map(role -> new Reference(role.id(), role.name())).toList();
    }

    private Reference principal(View view, Actor actor, Input input, @Nullable Long projectId) {
        Reference wanted = input.get(PRINCIPAL);
        if (wanted == null) {
            return Reference.to(0);
        }
        var found =
                details.principal(view, wanted)
                        .filter(_ -> access.seesUser(view, actor, wanted.id()));
        if (found.isEmpty()) {
            input.problems().add(PRINCIPAL, "is not a principal that exists");
        } else if (store.exists(view, projectId, wanted.id())) {
            input.problems().add(PRINCIPAL, "is already assigned");
        }
        return found.map(Principal::reference).orElse(wanted);
    }

    private Seen<MembershipDetail> seen(View view, Actor actor, Membership membership) {
        return new Seen<>(details.of(view, membership), rights(view, actor, membership));
    }

    private Rights rights(View view, Actor actor, Membership membership) {
        Long project = membership.projectId();
        return access.rights(
                view,
                actor,
                project == null ? List.of() : List.of(project),
                List.of(membership.principal().id()));
    }

    private static List<Long> ids(List<Reference> references) {
        return references.stream().map(Reference::id).toList();
    }
}
