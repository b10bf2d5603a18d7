package org.signalbox.project;

import static java.util.Comparator.comparing;
import static org.signalbox.project.ProjectHal.ACTIVE;
import static org.signalbox.project.ProjectHal.DESCRIPTION;
import static org.signalbox.project.ProjectHal.IDENTIFIER;
import static org.signalbox.project.ProjectHal.NAME;
import static org.signalbox.project.ProjectHal.PARENT;
import static org.signalbox.project.ProjectHal.PROJECT;
import static org.signalbox.project.ProjectHal.PUBLIC;
import static org.signalbox.project.ProjectHal.STATUS;
import static org.signalbox.project.ProjectHal.STATUS_EXPLANATION;

import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.signalbox.account.Access;
import org.signalbox.account.Actor;
import org.signalbox.account.Permission;
import org.signalbox.account.Seen;
import org.signalbox.hal.Found;
import org.signalbox.hal.Input;
import org.signalbox.hal.Listing;
import org.signalbox.hal.Reference;
import org.signalbox.hal.Refusal;
import org.signalbox.store.Database;
import org.signalbox.store.Tx;
import org.signalbox.store.View;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** What can be done with projects. A project that an actor may not see does not exist for them. */
@Component
public final class Projects {

    private final Database database;
    private final ProjectStore store;
    private final Access access;
    private final ProjectEvents events;
    private final Memberships memberships;
    private final InstantSource time;
    private final ObjectProvider<HeldByProject> held;
    private final ProjectPlanning planning;

    Projects(
            Database database,
            ProjectStore store,
            Access access,
            ProjectEvents events,
            Memberships memberships,
            InstantSource time,
            ObjectProvider<HeldByProject> held,
            ProjectPlanning planning) {
        this.database = database;
        this.store = store;
        this.access = access;
        this.events = events;
        this.memberships = memberships;
        this.time = time;
        this.held = held;
        this.planning = planning;
    }

    /** The project with this id, whoever asks. */
    public Optional<Project> find(View view, long id) {
        return store.find(view, id);
    }

    /** All projects by id, whoever asks. */
    public List<Project> all(View view) {
        return store.all(view);
    }

    /** Those of these projects that there are, by id, whoever asks. */
    public List<Project> all(View view, Collection<Long> ids) {
        return store.all(view, ids);
    }

    /**
     * The project with this id or identifier.
     *
     * @throws Refusal.NotFound if there is none, or none that the actor may see
     */
    public Project visible(View view, Actor actor, String key) {
        return visible(view, actor, idOf(view, key).orElseThrow(Refusal.NotFound::new));
    }

    /** The same, known by its id. */
    public Project visible(View view, Actor actor, long id) {
        return store.find(view, id)
                .filter(_ -> access.sees(view, actor, id))
                .orElseThrow(Refusal.NotFound::new);
    }

    public Seen<ProjectDetail> show(Actor actor, String key) {
        return database.read(view -> seen(view, actor, visible(view, actor, key)));
    }

    public Seen<Found<Project>> list(Actor actor, Listing listing) {
        return allowing(actor, listing, Permission.VIEW_PROJECT);
    }

    /** Those in which the actor has one of these permissions. */
    public Seen<Found<Project>> allowing(Actor actor, Listing listing, Permission... permissions) {
        var selection = PROJECT.select(listing, actor.user().id());
        return database.read(view -> {
            var found = store.list(view, actor, selection, List.of(permissions));
            return new Seen<>(found, access.rights(view, actor, ids(found.elements()), List.of()));
        });
    }

    /**
     * Those that the actor sees and for which an SQL condition holds.
     *
     * @param only about the table {@code p}; of the code, never of a request
     * @param parameters that it names
     */
    public Seen<Found<Project>> visible(
            View view, Actor actor, Listing listing, String only, Map<String, Object> parameters) {
        var selection = PROJECT.select(listing, actor.user().id());
        var seen = Access.projects("p.id", Permission.VIEW_PROJECT) + " and " + only;
        var found = store.list(view, actor, selection, seen, parameters);
        return new Seen<>(found, access.rights(view, actor, ids(found.elements()), List.of()));
    }

    /** Creates a project; who creates it administrates it. */
    public Seen<ProjectDetail> create(Actor actor, ObjectNode body) {
        var input = PROJECT.creation(body);
        return database.write(tx -> {
            var parent = parent(tx, actor, input, null);
            requireToAdd(tx, actor, parent);
            var client = planning.client(tx, actor, input, null);
            var plans = ProjectPlanning.written(input, Planning.OPEN);
            input.check();
            var now = time.instant();
            var name = input.need(NAME).strip();
            var project =
                    new Project(
                            0,
                            identifier(tx, input, name),
                            name,
                            input.or(DESCRIPTION, ""),
                            input.or(PUBLIC, false),
                            input.or(ACTIVE, true),
                            input.get(STATUS),
                            input.or(STATUS_EXPLANATION, ""),
                            List.of(),
                            client,
                            plans,
                            now,
                            now);
            long id = store.insert(tx, project, parent == null ? null : parent.id());
            var detail = detail(tx, store.find(tx, id).orElseThrow());
            events.created(tx, actor, detail);
            memberships.addCreator(tx, actor, id);
            return seen(tx, actor, detail.project());
        });
    }

    public Seen<ProjectDetail> change(Actor actor, String key, ObjectNode body) {
        return database.write(tx -> {
            var before = visible(tx, actor, key);
            access.require(tx, actor, Permission.EDIT_PROJECT, before.id());
            var after = changed(tx, actor, before, PROJECT.change(body, before));
            return seen(tx, actor, after);
        });
    }

    /** Deletes the project with all that it holds; its own event comes last. */
    public void delete(Actor actor, String key) {
        database.run(tx -> {
            var project = visible(tx, actor, key);
            if (!actor.isAdmin()) {
                throw new Refusal.Forbidden();
            }
            var ids = store.subtree(tx, project.id());
            held.orderedStream().forEach(kind -> kind.deleteHeldBy(tx, actor, new HashSet<>(ids)));
            var last = store.all(tx, ids).stream().map(one -> detail(tx, one)).toList();
            store.delete(tx, ids);
            last.stream()
                    .sorted(comparing(one -> one.project().id() == project.id()))
                    .forEach(one -> events.deleted(tx, actor, one));
        });
    }

    private Project changed(Tx tx, Actor actor, Project before, Input input) {
        var parent = input.has(PARENT) ? parent(tx, actor, input, before) : before.parent();
        if (!input.or(ACTIVE, before.active()).equals(before.active()) && !actor.isAdmin()) {
            throw new Refusal.Forbidden();
        }
        var client = planning.client(tx, actor, input, before.client());
        var plans = ProjectPlanning.written(input, before.planning());
        input.check();
        var after =
                new Project(
                        before.id(),
                        input.or(IDENTIFIER, before.identifier()),
                        input.or(NAME, before.name()).strip(),
                        input.has(DESCRIPTION) ? input.or(DESCRIPTION, "") : before.description(),
                        input.or(PUBLIC, before.isPublic()),
                        input.or(ACTIVE, before.active()),
                        input.get(STATUS, before.status()),
                        input.has(STATUS_EXPLANATION)
                                ? input.or(STATUS_EXPLANATION, "")
                                : before.statusExplanation(),
                        parent == null ? List.of() : List.of(parent),
                        client,
                        plans,
                        before.createdAt(),
                        time.instant());
        if (!after.identifier().equals(before.identifier())) {
            checkIdentifier(tx, input, after.identifier());
        }
        if (events.changes(before, after).isEmpty()) {
            return before;
        }
        store.update(tx, after, parent == null ? null : parent.id());
        var stored = store.find(tx, before.id()).orElseThrow();
        events.updated(tx, actor, before, detail(tx, stored));
        return stored;
    }

    /** The parent that was asked for; the actor must see it and may not make the tree a ring. */
    private @Nullable Reference parent(
            View view, Actor actor, Input input, @Nullable Project project) {
        var wanted = input.get(PARENT);
        if (wanted == null) {
            return null;
        }
        var parent =
                access.sees(view, actor, wanted.id())
                        ? store.find(view, wanted.id()).filter(Project::active).orElse(null)
                        : null;
        boolean ring = project != null && store.subtree(view, project.id()).contains(wanted.id());
        if (parent == null || ring) {
            input.problems().add(PARENT, "is invalid");
            return null;
        }
        if (project == null || !Objects.equals(project.parent(), parent.reference())) {
            access.require(view, actor, Permission.ADD_SUBPROJECTS, parent.id());
        }
        return parent.reference();
    }

    private void requireToAdd(View view, Actor actor, @Nullable Reference parent) {
        boolean may = parent != null || access.mayGlobally(view, actor, Permission.ADD_PROJECT);
        if (!may) {
            throw new Refusal.Forbidden();
        }
    }

    private String identifier(View view, Input input, String name) {
        var wanted = input.get(IDENTIFIER);
        if (wanted == null) {
            return Identifiers.derived(name, word -> store.idOf(view, word).isEmpty());
        }
        checkIdentifier(view, input, wanted);
        return wanted;
    }

    private void checkIdentifier(View view, Input input, String identifier) {
        if (!Identifiers.isAllowed(identifier)) {
            input.problems()
                    .add(
                            IDENTIFIER,
                            "is invalid: only lower-case letters, digits, dashes and underscores,"
                                    + " and not only digits");
        } else if (store.idOf(view, identifier).isPresent()) {
            input.problems().add(IDENTIFIER, "has already been taken");
        }
        input.check();
    }

    private Optional<Long> idOf(View view, String key) {
        boolean isId =
                key.length() <= 18 && !key.isEmpty() && key.chars().allMatch(Projects::digit);
        return isId ? Optional.of(Long.valueOf(key)) : store.idOf(view, key);
    }

    private static boolean digit(int character) {
        return character >= '0' && character <= '9';
    }

    private ProjectDetail detail(View view, Project project) {
        var parent = project.parent();
        return new ProjectDetail(
                project,
                parent == null ? null : store.find(view, parent.id()).orElse(null),
                planning.clientOf(view, project));
    }

    private Seen<ProjectDetail> seen(View view, Actor actor, Project project) {
        return new Seen<>(
                detail(view, project),
                access.rights(view, actor, ids(List.of(project)), List.of()));
    }

    private static Collection<Long> ids(List<Project> projects) {
        var ids = new HashSet<Long>();
        for (Project project : projects) {
            ids.add(project.id());
            project.ancestors().forEach(ancestor -> ids.add(ancestor.id()));
        }
        return ids;
    }
}
