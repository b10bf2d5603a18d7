package org.signalbox.workpackage;

import static org.signalbox.workpackage.WorkPackageHal.LOCK_VERSION;
import static org.signalbox.workpackage.WorkPackageHal.PROJECT;
import static org.signalbox.workpackage.WorkPackageHal.WORK_PACKAGE;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.signalbox.account.Access;
import org.signalbox.account.Actor;
import org.signalbox.account.Permission;
import org.signalbox.account.Rights;
import org.signalbox.account.Seen;
import org.signalbox.attachment.AttachmentChoice;
import org.signalbox.hal.Document;
import org.signalbox.hal.Form;
import org.signalbox.hal.Found;
import org.signalbox.hal.Input;
import org.signalbox.hal.Link;
import org.signalbox.hal.Listing;
import org.signalbox.hal.Reference;
import org.signalbox.hal.Refusal;
import org.signalbox.hal.Sort;
import org.signalbox.project.Project;
import org.signalbox.project.Projects;
import org.signalbox.relation.RelationHal;
import org.signalbox.store.Database;
import org.signalbox.store.Tx;
import org.signalbox.store.View;
import org.signalbox.tasklist.TaskLists;
import org.signalbox.watcher.Watchers;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/**
 * What can be done with work packages. One that an actor may not see does not exist for them. A
 * change needs the lock version that its author has seen last.
 */
@Component
public final class WorkPackages {

    private final Database database;
    private final WorkPackageStore store;
    private final WorkPackageDetails details;
    private final WorkPackageWriting writing;
    private final WorkPackageChanges changes;
    private final Projects projects;
    private final Access access;
    private final TaskLists taskLists;
    private final Watchers watchers;
    private final Company company;

    WorkPackages(
            Database database,
            WorkPackageStore store,
            WorkPackageDetails details,
            WorkPackageWriting writing,
            WorkPackageChanges changes,
            Projects projects,
            Access access,
            TaskLists taskLists,
            Watchers watchers,
            Company company) {
        this.database = database;
        this.store = store;
        this.details = details;
        this.writing = writing;
        this.changes = changes;
        this.projects = projects;
        this.access = access;
        this.taskLists = taskLists;
        this.watchers = watchers;
        this.company = company;
    }

    /** The work package with this id, whoever asks. */
    public Optional<WorkPackage> find(View view, long id) {
        return store.find(view, id);
    }

    /**
     * The work package with this id.
     *
     * @throws Refusal.NotFound if there is none, or none that the actor may see
     */
    public WorkPackage visible(View view, Actor actor, long id) {
        return store.find(view, id)
                .filter(found -> sees(view, actor, found.project().id()))
                .orElseThrow(Refusal.NotFound::new);
    }

    /** Notes that something happened around it, as a comment, so that the next record counts on. */
    public void touch(Tx tx, long id, Instant now) {
        store.touch(tx, id, now);
    }

    public Shown show(Actor actor, long id) {
        return database.read(view -> {
            var found = store.find(view, id).orElseThrow(Refusal.NotFound::new);
            var shown = shown(view, actor, details.of(view, found));
            if (!shown.rights().may(Permission.VIEW_WORK_PACKAGES, found.project().id())) {
                throw new Refusal.NotFound();
            }
            return shown;
        });
    }

    /**
     * Makes sure that there is this work package for the actor.
     *
     * @throws Refusal.NotFound if there is none, or none that the actor may see
     */
    public void requireVisible(Actor actor, long id) {
        database.<WorkPackage>read(view -> visible(view, actor, id));
    }

    /** The open ones, unless the listing says otherwise. */
    public Seen<Found<WorkPackage>> list(Actor actor, Listing listing) {
        return database.read(view -> list(view, actor, listing, Place.EVERYWHERE));
    }

    /** Those of one project and of those below it, unless the listing says otherwise. */
    public Seen<Found<WorkPackage>> list(Actor actor, Listing listing, String projectKey) {
        return database.read(view -> {
            var project = projects.visible(view, actor, projectKey);
            access.require(view, actor, Permission.VIEW_WORK_PACKAGES, project.id());
            return list(view, actor, listing, Place.of(project.id(), listing));
        });
    }

    /** The listing of one task list, in its order unless the listing says otherwise. */
    public Listing inTaskList(Actor actor, Listing listing, long taskListId) {
        long id = database.read(view -> taskLists.visible(view, actor, taskListId).id());
        return listing.sortedByDefault(new Sort.Key("position", false))
                .alsoFilteredBy("taskList", "=", Long.toString(id));
    }

    /** Those of these work packages that there are for the actor, by id. */
    Seen<Found<WorkPackage>> visible(Actor actor, Collection<Long> ids) {
        return database.read(view -> {
            var all = store.all(view, ids);
            var rights = rights(view, actor, all);
            var seen =
                    all.stream()
                            .filter(one ->
                                    rights.may(Permission.VIEW_WORK_PACKAGES, one.project().id()))
                            .toList();
            return new Seen<>(new Found<>(seen.size(), seen), rights);
        });
    }

    public Shown create(Actor actor, ObjectNode body) {
        var input = WORK_PACKAGE.creation(body);
        return database.write(tx -> {
            var written = created(tx, actor, input);
            var files = changes.files(tx, actor, null, body, input.problems());
            input.check();
            return shown(tx, actor, changes.create(tx, actor, written, files));
        });
    }

    /** The form at that path, below a project or below none. */
    public Document creationForm(Actor actor, ObjectNode body, String path) {
        var input = WORK_PACKAGE.creation(body);
        return database.read(view -> {
            access.requireSomewhere(view, actor, Permission.ADD_WORK_PACKAGES);
            var files = changes.filesAfter(view, actor, null, body, input.problems());
            var form = Form.creation(WORK_PACKAGE, input, () -> created(view, actor, input));
            return finished(view, actor, form, files).document(path);
        });
    }

    /** The id of the project in which one is to be created. */
    public long projectId(Actor actor, String key) {
        return database.read(view -> projects.visible(view, actor, key).id());
    }

    public Shown change(Actor actor, long id, ObjectNode body) {
        return database.write(tx -> {
            var before = editable(tx, actor, id);
            var input = seenLast(before, WORK_PACKAGE.change(body, before));
            var project = project(tx, actor, before, input);
            var after = writing.written(tx, actor, project.reference(), input, before);
            var along = company.along(tx, actor, before, project, input.problems());
            var files = changes.files(tx, actor, before, body, input.problems());
            input.check();
            changes.change(tx, actor, before, after, project, files);
            changes.follow(tx, actor, along, project);
            return shown(tx, actor, details.of(tx, store.find(tx, id).orElseThrow()));
        });
    }

    public Document changeForm(Actor actor, long id, ObjectNode body) {
        return database.read(view -> {
            var before = editable(view, actor, id);
            var input = seenLast(before, WORK_PACKAGE.change(body, before));
            Supplier<WorkPackage> rules =
                    () -> {
                        var project = project(view, actor, before, input);
                        company.along(view, actor, before, project, input.problems());
                        return writing.written(view, actor, project.reference(), input, before);
                    };
            var path = "/api/v3/work_packages/" + id;
            var files = changes.filesAfter(view, actor, before, body, input.problems());
            var form = Form.change(WORK_PACKAGE, before, input, rules).previewedIn(path);
            return finished(view, actor, form, files).document(path);
        });
    }

    public void delete(Actor actor, long id) {
        database.run(tx -> {
            var last = visible(tx, actor, id);
            access.require(tx, actor, Permission.DELETE_WORK_PACKAGES, last.project().id());
            company.require(tx, actor, Permission.DELETE_WORK_PACKAGES, last);
            changes.delete(tx, actor, last);
        });
    }

    private WorkPackage created(View view, Actor actor, Input input) {
        var wanted = input.get(PROJECT);
        if (wanted == null) {
            return writing.written(view, actor, Reference.to(0), input, null);
        }
        var project = projects.visible(view, actor, wanted.id());
        access.require(view, actor, Permission.ADD_WORK_PACKAGES, project.id());
        return writing.written(view, actor, project.reference(), input, null);
    }

    private WorkPackage editable(View view, Actor actor, long id) {
        var found = visible(view, actor, id);
        access.require(view, actor, Permission.EDIT_WORK_PACKAGES, found.project().id());
        return found;
    }

    private static Input seenLast(WorkPackage before, Input input) {
        if (!Long.valueOf(before.lockVersion()).equals(input.get(LOCK_VERSION))) {
            throw WorkPackageChanges.stale();
        }
        return input;
    }

    /** Those of these ids that stand for work packages which there are not for the actor. */
    public Set<Long> hidden(View view, Actor actor, Collection<Long> ids) {
        var all = store.all(view, ids);
        var rights = rights(view, actor, all);
        return all.stream()
                .filter(one -> !rights.may(Permission.VIEW_WORK_PACKAGES, one.project().id()))
                .map(WorkPackage::id)
                .collect(Collectors.toSet());
    }

    /** The project it is in after the change, or stays in if it may not go there. */
    private Project project(View view, Actor actor, WorkPackage before, Input input) {
        long old = before.project().id();
        long wanted = input.or(PROJECT, before.project()).id();
        if (wanted != old && !access.may(view, actor, Permission.ADD_WORK_PACKAGES, wanted)) {
            input.problems().add(PROJECT, "is invalid");
        }
        long target = input.problems().has(PROJECT) ? old : wanted;
        return projects.find(view, target).orElseThrow(Refusal.NotFound::new);
    }

    private Form<WorkPackage> finished(
            View view, Actor actor, Form<WorkPackage> form, List<Link> files) {
        return form.placedBy(PROJECT)
                .showing(one ->
                        WorkPackageHal.of(one, rights(view, actor, List.of(one)))
                                .links(AttachmentChoice.LINK, files))
                .under(one ->
                        details.circumstances(
                                view, actor, one, one == null ? 0 : one.project().id()))
                .schemaAt(one ->
                        one == null || one.project().id() == 0 ? null : WorkPackageHal.schema(one));
    }

    private Seen<Found<WorkPackage>> list(View view, Actor actor, Listing listing, Place place) {
        var selection =
                WORK_PACKAGE.select(listing.filteredByDefault("status", "o"), actor.user().id());
        var by = Grouping.of(listing);
        var ordered = by == null ? selection : selection.orderedFirst(by.first());
        var found = store.list(view, actor, ordered, place);
        return new Seen<>(found, rights(view, actor, found.elements()));
    }

    private boolean sees(View view, Actor actor, long projectId) {
        return actor.isAdmin() || access.may(view, actor, Permission.VIEW_WORK_PACKAGES, projectId);
    }

    private Shown shown(View view, Actor actor, WorkPackageDetail detail) {
        return new Shown(
                detail,
                rights(view, actor, detail),
                watchers.watches(view, actor, detail.workPackage().id()));
    }

    /** What the actor may around these. */
    Rights rights(View view, Actor actor, List<WorkPackage> workPackages) {
        return rights(view, actor, workPackages, new HashSet<>(), new HashSet<>());
    }

    /** The rights that also show what a detail embeds. */
    private Rights rights(View view, Actor actor, WorkPackageDetail detail) {
        var projectIds = new HashSet<Long>();
        var people = new HashSet<Long>();
        var version = detail.version();
        if (version != null) {
            projectIds.add(version.project().id());
        }
        projectIds.addAll(RelationHal.projects(detail.relations()));
        var category = detail.category();
        add(people, category == null ? null : category.defaultAssignee());
        detail.attachments().forEach(attachment -> people.add(attachment.author().id()));
        var parent = detail.parent();
        var shown = detail.workPackage();
        return rights(
                view,
                actor,
                parent == null ? List.of(shown) : List.of(shown, parent),
                projectIds,
                people);
    }

    private Rights rights(
            View view,
            Actor actor,
            List<WorkPackage> workPackages,
            Set<Long> projectIds,
            Set<Long> people) {
        for (WorkPackage one : workPackages) {
            projectIds.add(one.project().id());
            projectIds.addAll(one.family().elsewhere().values());
            people.add(one.author().id());
            add(people, one.assignee());
            add(people, one.responsible());
        }
        return access.rights(view, actor, projectIds, people);
    }

    private static void add(Set<Long> people, @Nullable Reference person) {
        if (person != null) {
            people.add(person.id());
        }
    }
}
