package org.signalbox.version;

import static org.signalbox.version.VersionHal.DEFINING_PROJECT;
import static org.signalbox.version.VersionHal.DESCRIPTION;
import static org.signalbox.version.VersionHal.END_DATE;
import static org.signalbox.version.VersionHal.NAME;
import static org.signalbox.version.VersionHal.SHARING;
import static org.signalbox.version.VersionHal.START_DATE;
import static org.signalbox.version.VersionHal.STATUS;
import static org.signalbox.version.VersionHal.VERSION;

import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.signalbox.account.Access;
import org.signalbox.account.Actor;
import org.signalbox.account.Permission;
import org.signalbox.account.Rights;
import org.signalbox.account.Seen;
import org.signalbox.hal.Document;
import org.signalbox.hal.Form;
import org.signalbox.hal.Found;
import org.signalbox.hal.Input;
import org.signalbox.hal.Listing;
import org.signalbox.hal.Refusal;
import org.signalbox.project.HeldByProject;
import org.signalbox.project.Project;
import org.signalbox.project.Projects;
import org.signalbox.store.Database;
import org.signalbox.store.Tx;
import org.signalbox.store.View;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/**
 * What can be done with versions. Who may see the work packages of a project sees the versions that
 * it may use.
 */
@Component
@Order(3)
public final class Versions implements HeldByProject {

    private static final String PATH = "/api/v3/versions";
    private static final String NOT_ALLOWED = "is not set to one of the allowed values";

    private final Database database;
    private final VersionStore store;
    private final Projects projects;
    private final Access access;
    private final InstantSource time;

    Versions(
            Database database,
            VersionStore store,
            Projects projects,
            Access access,
            InstantSource time) {
        this.database = database;
        this.store = store;
        this.projects = projects;
        this.access = access;
        this.time = time;
    }

    /** The version with this id, whoever asks. */
    public Optional<Version> find(View view, long id) {
        return store.find(view, id);
    }

    /** Those of these versions that there are, by id, whoever asks. */
    public List<Version> all(View view, Collection<Long> ids) {
        return store.all(view, ids);
    }

    /** Whether this project may use that version. */
    public boolean isAvailable(View view, long id, long projectId) {
        return store.isAvailable(view, id, projectId);
    }

    public Seen<Version> show(Actor actor, long id) {
        return database.read(view -> seen(view, actor, visible(view, actor, id)));
    }

    public Seen<Found<Version>> list(Actor actor, Listing listing) {
        var selection = VERSION.select(listing, actor.user().id());
        return database.read(view -> {
            var found = store.list(view, actor, selection);
            return new Seen<>(found, rights(view, actor, found.elements()));
        });
    }

    /** All that a project may use. */
    public Seen<List<Version>> of(Actor actor, String projectKey) {
        return database.read(view -> {
            var project = projects.visible(view, actor, projectKey);
            access.require(view, actor, Permission.VIEW_WORK_PACKAGES, project.id());
            return of(view, actor, project.id());
        });
    }

    /** The same for who may work in the project. */
    public Seen<List<Version>> of(View view, Actor actor, long projectId) {
        var versions = store.of(view, projectId);
        return new Seen<>(versions, rights(view, actor, versions));
    }

    /** The projects that may use a version, as far as the actor sees them. */
    public Seen<Found<Project>> projects(Actor actor, Listing listing, long id) {
        return database.read(view -> {
            var reach = Reach.of(visible(view, actor, id));
            return projects.visible(view, actor, listing, reach.condition(), reach.parameters());
        });
    }

    /** The projects in which the actor may define versions. */
    public Seen<Found<Project>> definingProjects(Actor actor, Listing listing) {
        return projects.available(actor, listing, Permission.MANAGE_VERSIONS);
    }

    public Seen<Version> create(Actor actor, ObjectNode body) {
        var input = VERSION.creation(body);
        return database.write(tx -> {
            var written = created(tx, actor, input);
            input.check();
            return seen(tx, actor, store.find(tx, store.insert(tx, written)).orElseThrow());
        });
    }

    public Document creationForm(Actor actor, ObjectNode body) {
        var input = VERSION.creation(body);
        return database.read(view -> {
            access.requireSomewhere(view, actor, Permission.MANAGE_VERSIONS);
            return Form.creation(VERSION, input, () -> created(view, actor, input))
                    .placedBy(DEFINING_PROJECT)
                    .showing(version -> shown(view, actor, version))
                    .document(PATH);
        });
    }

    public Seen<Version> change(Actor actor, long id, ObjectNode body) {
        return database.write(tx -> {
            var before = manageable(tx, actor, id);
            var input = VERSION.change(body, before);
            var after = changed(tx, actor, before, input);
            input.check();
            if (VERSION.changes(before, after, (_, _) -> true).isEmpty()) {
                return seen(tx, actor, before);
            }
            store.update(tx, after);
            return seen(tx, actor, after);
        });
    }

    public Document changeForm(Actor actor, long id, ObjectNode body) {
        return database.read(view -> {
            var before = manageable(view, actor, id);
            var input = VERSION.change(body, before);
            return Form.change(VERSION, before, input, () -> changed(view, actor, before, input))
                    .showing(version -> shown(view, actor, version))
                    .document(PATH + "/" + id);
        });
    }

    /** What can be written of versions, for whoever may see some. */
    public Document schema(Actor actor) {
        return database.read(view -> {
            access.requireSomewhere(view, actor, Permission.VIEW_WORK_PACKAGES);
            return VERSION.schema(PATH + "/schema", null);
        });
    }

    /** Deletes a version that is not used. */
    public void delete(Actor actor, long id) {
        database.run(tx -> {
            manageable(tx, actor, id);
            if (store.isUsed(tx, id)) {
                throw new Refusal.Invalid(
                        "base", "The version cannot be deleted while it has work packages.");
            }
            store.delete(tx, id);
        });
    }

    @Override
    public void deleteHeldBy(Tx tx, Actor actor, Set<Long> projectIds) {
        store.deleteIn(tx, projectIds);
    }

    private Version visible(View view, Actor actor, long id) {
        return store.visible(view, actor, id).orElseThrow(Refusal.NotFound::new);
    }

    private Version manageable(View view, Actor actor, long id) {
        var version = visible(view, actor, id);
        access.require(view, actor, Permission.MANAGE_VERSIONS, version.project().id());
        return version;
    }

    private Version created(View view, Actor actor, Input input) {
        var wanted = input.get(DEFINING_PROJECT);
        if (wanted == null) {
            input.check();
        }
        var project = projects.visible(view, actor, input.need(DEFINING_PROJECT).id());
        access.require(view, actor, Permission.MANAGE_VERSIONS, project.id());
        return written(view, actor, project, input, null);
    }

    private Version changed(View view, Actor actor, Version before, Input input) {
        var project = projects.find(view, before.project().id()).orElseThrow();
        var after = written(view, actor, project, input, before);
        if (after.sharing() != before.sharing() && store.isUsedWhereNotAvailable(view, after)) {
            input.problems().add(SHARING, "is needed by work packages of other projects");
        }
        return after;
    }

    /** The version that would be so after the write; what is wrong is added to the input. */
    private Version written(
            View view, Actor actor, Project project, Input input, @Nullable Version before) {
        var now = time.instant();
        var written =
                new Version(
                        before == null ? 0 : before.id(),
                        project.reference(),
                        input.or(NAME, before == null ? "" : before.name()).strip(),
                        input.has(DESCRIPTION) || before == null
                                ? input.or(DESCRIPTION, "")
                                : before.description(),
                        input.get(START_DATE, before == null ? null : before.start()),
                        input.get(END_DATE, before == null ? null : before.end()),
                        status(input, before),
                        sharing(view, actor, project, input, before),
                        before == null ? now : before.createdAt(),
                        now);
        var start = written.start();
        var end = written.end();
        if (start != null && end != null && end.isBefore(start)) {
            input.problems().add(END_DATE, "must be on or after the start date");
        }
        if (store.isNameTaken(view, project.id(), written.name(), written.id())) {
            input.problems().add(NAME, "has already been taken");
        }
        return written;
    }

    private static VersionStatus status(Input input, @Nullable Version before) {
        var kept = before == null ? VersionStatus.OPEN : before.status();
        var status = VersionStatus.ofWord(input.or(STATUS, kept.word()));
        if (status.isEmpty()) {
            input.problems().add(STATUS, NOT_ALLOWED);
        }
        return status.orElse(kept);
    }

    private Sharing sharing(
            View view, Actor actor, Project project, Input input, @Nullable Version before) {
        var kept = before == null ? Sharing.NONE : before.sharing();
        var sharing = Sharing.ofWord(input.or(SHARING, kept.word())).orElse(null);
        boolean same = before != null && sharing == kept;
        if (sharing == null || (!same && !mayShare(view, actor, project, sharing))) {
            input.problems().add(SHARING, NOT_ALLOWED);
            return kept;
        }
        return sharing;
    }

    /** What reaches beyond a project and those below it needs rights at the root, or everywhere. */
    private boolean mayShare(View view, Actor actor, Project project, Sharing sharing) {
        var root =
                project.ancestors().isEmpty() ? project.id() : project.ancestors().getFirst().id();
        return switch (sharing) {
            case NONE, DESCENDANTS -> true;
            case HIERARCHY, TREE -> access.may(view, actor, Permission.MANAGE_VERSIONS, root);
            case SYSTEM -> actor.isAdmin();
        };
    }

    private Document shown(View view, Actor actor, Version version) {
        return VersionHal.of(version, rights(view, actor, List.of(version)));
    }

    private Seen<Version> seen(View view, Actor actor, Version version) {
        return new Seen<>(version, rights(view, actor, List.of(version)));
    }

    private Rights rights(View view, Actor actor, List<Version> versions) {
        var projectIds = new HashSet<Long>();
        versions.forEach(version -> projectIds.add(version.project().id()));
        return access.rights(view, actor, projectIds, List.of());
    }
}
