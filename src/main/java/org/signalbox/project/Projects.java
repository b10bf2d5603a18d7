package org.signalbox.project;

import static java.util.Comparator.comparing;
import static org.signalbox.project.ProjectHal.PROJECT;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.signalbox.account.Access;
import org.signalbox.account.Actor;
import org.signalbox.account.Permission;
import org.signalbox.account.Seen;
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
import tools.jackson.databind.node.ObjectNode;

/** What can be done with projects. A project that an actor may not see does not exist for them. */
@Component
public final class Projects {

    private static final String PATH = "/api/v3/projects";

    private final Database database;
    private final ProjectStore store;
    private final Access access;
    private final ProjectEvents events;
    private final Memberships memberships;
    private final ProjectWriting writing;
    private final ObjectProvider<HeldByProject> held;
    private final ProjectPlanning planning;

    Projects(
            Database database,
            ProjectStore store,
            Access access,
            ProjectEvents events,
            Memberships memberships,
            ProjectWriting writing,
            ObjectProvider<HeldByProject> held,
            ProjectPlanning planning) {
        this.database = database;
        this.store = store;
        this.access = access;
        this.events = events;
        this.memberships = memberships;
        this.writing = writing;
        this.held = held;
        this.planning = planning;
    }

    /** The project with this id, whoever asks. */
    public Optional<Project> find(View view, long id) {
        return store.find(view, id);
    }

    /** At most so many whose name or identifier contains this, by name, whoever asks. */
    public List<Project> named(View view, String part, int limit) {
        return store.named(view, part, limit);
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
                .filter(_ -> actor.isAdmin() || access.sees(view, actor, id))
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
        return database.read(view -> allowing(view, actor, listing, permissions));
    }

    /**
     * The same for who has one of these permissions at all.
     *
     * @throws Refusal.Forbidden for who has none of them anywhere
     */
    public Seen<Found<Project>> available(Actor actor, Listing listing, Permission... permissions) {
        return database.read(view -> {
            access.requireSomewhere(view, actor, permissions);
            return allowing(view, actor, listing, permissions);
        });
    }

    private Seen<Found<Project>> allowing(
            View view, Actor actor, Listing listing, Permission... permissions) {
        var selection = PROJECT.select(listing, actor.user().id());
        var found = store.list(view, actor, selection, List.of(permissions));
        return new Seen<>(found, access.rights(view, actor, ids(found.elements()), List.of()));
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
        return create(actor, _ -> body);
    }

    /**
     * The same for who has looked at it first.
     *
     * @param seen when it had been changed last, to the millisecond
     * @throws Refusal.Conflict if it was changed after that
     */
    public Seen<ProjectDetail> change(Actor actor, String key, Instant seen, ObjectNode body) {
        return change(
                actor,
                key,
                tx -> {
                    Refusal.Conflict.check(seen, editable(tx, actor, key).updatedAt());
                    return body;
                });
    }

    /** The same, where what is written of it is only known in the transaction that creates it. */
    public Seen<ProjectDetail> create(Actor actor, Function<Tx, ObjectNode> body) {
        return database.write(tx -> {
            var input = PROJECT.creation(body.apply(tx));
            var project = writing.written(tx, actor, input, null);
            input.check();
            var parent = project.parent();
            long id = store.insert(tx, project, parent == null ? null : parent.id());
            var detail = detail(tx, store.find(tx, id).orElseThrow());
            events.created(tx, actor, detail);
            memberships.addCreator(tx, actor, id);
            return seen(tx, actor, detail.project());
        });
    }

    public Document creationForm(Actor actor, ObjectNode body) {
        var input = PROJECT.creation(body);
        return database.read(view -> {
            var form =
                    Form.creation(PROJECT, input, () -> writing.written(view, actor, input, null));
            return finished(view, actor, form).document(PATH);
        });
    }

    public Seen<ProjectDetail> change(Actor actor, String key, ObjectNode body) {
        return change(actor, key, _ -> body);
    }

    /** The same, where what is written of it is only known in the transaction that changes it. */
    public Seen<ProjectDetail> change(Actor actor, String key, Function<Tx, ObjectNode> body) {
        return database.write(tx -> {
            var before = editable(tx, actor, key);
            var input = PROJECT.change(body.apply(tx), before);
            var after = writing.written(tx, actor, input, before);
            input.check();
            return seen(tx, actor, changed(tx, actor, before, after));
        });
    }

    public Document changeForm(Actor actor, String key, ObjectNode body) {
        return database.read(view -> {
            var before = editable(view, actor, key);
            var input = PROJECT.change(body, before);
            var form =
                    Form.change(
                            PROJECT,
                            before,
                            input,
                            () -> writing.written(view, actor, input, before));
            var path = PATH + "/" + before.id();
            return finished(view, actor, form).previewedIn(path).document(path);
        });
    }

    /** What can be written of projects. */
    public Document schema(Actor actor) {
        return PROJECT.schema(PATH + "/schema", new ProjectCircumstances(0, actor.isAdmin()));
    }

    /**
     * The projects under which the actor may put others; under which that one, if it is given.
     *
     * @throws Refusal.Forbidden for who can put none anywhere
     */
    public Seen<Found<Project>> parents(Actor actor, Listing listing, @Nullable String key) {
        return database.read(view -> {
            var below =
                    key == null
                            ? List.<Long>of()
                            : store.subtree(view, visible(view, actor, key).id());
            if (!access.mayGlobally(view, actor, Permission.ADD_PROJECT)) {
                access.requireSomewhere(
                        view, actor, Permission.ADD_SUBPROJECTS, Permission.EDIT_PROJECT);
            }
            var may = Access.projects("p.id", Permission.ADD_SUBPROJECTS) + " and p.active";
            return key == null
                    ? visible(view, actor, listing, may, Map.of())
                    : visible(
                            view,
                            actor,
                            listing,
                            may + " and p.id not in (:below)",
                            Map.of("below", below));
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

    private Project editable(View view, Actor actor, String key) {
        var found = visible(view, actor, key);
        access.require(view, actor, Permission.EDIT_PROJECT, found.id());
        return found;
    }

    /** Does nothing and tells nothing if nothing is different. */
    private Project changed(Tx tx, Actor actor, Project before, Project after) {
        if (events.changes(before, after).isEmpty()) {
            return before;
        }
        var parent = after.parent();
        store.update(tx, after, parent == null ? null : parent.id());
        var stored = store.find(tx, before.id()).orElseThrow();
        events.updated(tx, actor, before, detail(tx, stored));
        return stored;
    }

    private Form<Project> finished(View view, Actor actor, Form<Project> form) {
        return form.showing(one ->
                        ProjectHal.of(
                                one, access.rights(view, actor, ids(List.of(one)), List.of())))
                .under(one ->
                        new ProjectCircumstances(one == null ? 0 : one.id(), actor.isAdmin()));
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
