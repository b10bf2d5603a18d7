package org.signalbox.tasklist;

import static org.signalbox.tasklist.TaskListHal.ARCHIVED;
import static org.signalbox.tasklist.TaskListHal.NAME;
import static org.signalbox.tasklist.TaskListHal.POSITION;
import static org.signalbox.tasklist.TaskListHal.PROJECT;
import static org.signalbox.tasklist.TaskListHal.TASK_LIST;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
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
import org.signalbox.project.Projects;
import org.signalbox.store.Database;
import org.signalbox.store.View;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/**
 * What can be done with task lists. Who sees the work packages of a project sees its lists. A list
 * has its place among those of its project; the others make way.
 */
@Component
public final class TaskLists {

    private static final String PATH = "/api/v3/task_lists";

    private final Database database;
    private final TaskListStore store;
    private final TaskListChanges changes;
    private final Projects projects;
    private final Access access;
    private final InstantSource time;

    TaskLists(
            Database database,
            TaskListStore store,
            TaskListChanges changes,
            Projects projects,
            Access access,
            InstantSource time) {
        this.database = database;
        this.store = store;
        this.changes = changes;
        this.projects = projects;
        this.access = access;
        this.time = time;
    }

    /** The task list with this id, whoever asks. */
    public Optional<TaskList> find(View view, long id) {
        return store.find(view, id);
    }

    /**
     * The task list with this id.
     *
     * @throws Refusal.NotFound if there is none, or none that the actor may see
     */
    public TaskList visible(View view, Actor actor, long id) {
        return store.find(view, id)
                .filter(list ->
                        access.may(view, actor, Permission.VIEW_WORK_PACKAGES, list.project().id()))
                .orElseThrow(Refusal.NotFound::new);
    }

    public Seen<TaskListDetail> show(Actor actor, long id) {
        return database.read(
                view -> seen(view, actor, changes.detail(view, visible(view, actor, id))));
    }

    public Seen<Found<TaskList>> list(Actor actor, Listing listing) {
        return database.read(view -> list(view, actor, listing));
    }

    /** Those of one project. */
    public Seen<Found<TaskList>> list(Actor actor, Listing listing, String projectKey) {
        return database.read(view -> {
            var project = projects.visible(view, actor, projectKey);
            access.require(view, actor, Permission.VIEW_WORK_PACKAGES, project.id());
            return list(
                    view,
                    actor,
                    listing.alsoFilteredBy("project", "=", Long.toString(project.id())));
        });
    }

    /** The id of the project in which one is to be created. */
    public long projectId(Actor actor, String key) {
        return database.read(view -> projects.visible(view, actor, key).id());
    }

    public Seen<TaskListDetail> create(Actor actor, ObjectNode body) {
        var input = TASK_LIST.creation(body);
        return database.write(tx -> {
            var list = created(tx, actor, input);
            input.check();
            return seen(tx, actor, changes.create(tx, actor, list));
        });
    }

    public Document creationForm(Actor actor, ObjectNode body) {
        var input = TASK_LIST.creation(body);
        return database.read(view ->
                Form.creation(TASK_LIST, input, () -> created(view, actor, input))
                        .placedBy(PROJECT)
                        .document(PATH));
    }

    public Seen<TaskListDetail> change(Actor actor, long id, ObjectNode body) {
        return database.write(tx -> {
            changes.touch(tx, manageable(tx, actor, id));
            var before = manageable(tx, actor, id);
            var input = TASK_LIST.change(body, before);
            var after = changed(tx, before, input);
            input.check();
            return seen(tx, actor, changes.change(tx, actor, before, after));
        });
    }

    public Document changeForm(Actor actor, long id, ObjectNode body) {
        return database.read(view -> {
            var before = manageable(view, actor, id);
            var input = TASK_LIST.change(body, before);
            return Form.change(TASK_LIST, before, input, () -> changed(view, before, input))
                    .document(PATH + "/" + id);
        });
    }

    /** What can be written of task lists. */
    public Document schema() {
        return TASK_LIST.schema(PATH + "/schema", null);
    }

    /** Deletes a list; the work packages in it stay, in none. */
    public void delete(Actor actor, long id) {
        database.run(tx -> {
            changes.touch(tx, manageable(tx, actor, id));
            changes.delete(tx, actor, manageable(tx, actor, id));
        });
    }

    private TaskList created(View view, Actor actor, Input input) {
        if (!input.has(PROJECT)) {
            input.check();
        }
        var project = projects.visible(view, actor, input.need(PROJECT).id());
        access.require(view, actor, Permission.MANAGE_TASK_LISTS, project.id());
        var now = time.instant();
        return new TaskList(
                0,
                project.reference(),
                input.or(NAME, "").strip(),
                position(view, input, project.id(), null),
                input.or(ARCHIVED, false),
                now,
                now);
    }

    private TaskList changed(View view, TaskList before, Input input) {
        return new TaskList(
                before.id(),
                before.project(),
                input.or(NAME, before.name()).strip(),
                position(view, input, before.project().id(), before),
                input.or(ARCHIVED, before.archived()),
                before.createdAt(),
                time.instant());
    }

    /** Its place, at most the last one; a new list comes last unless somebody says otherwise. */
    private long position(View view, Input input, long projectId, @Nullable TaskList before) {
        long last = store.count(view, projectId) + (before == null ? 1 : 0);
        long wanted = input.or(POSITION, before == null ? last : before.position());
        if (wanted < 1) {
            input.problems().add(POSITION, "must be greater than 0");
            return last;
        }
        return Math.min(wanted, last);
    }

    private TaskList manageable(View view, Actor actor, long id) {
        var list = visible(view, actor, id);
        access.require(view, actor, Permission.MANAGE_TASK_LISTS, list.project().id());
        return list;
    }

    private Seen<Found<TaskList>> list(View view, Actor actor, Listing listing) {
        var selection = TASK_LIST.select(listing, actor.user().id());
        var found = store.list(view, actor, selection);
        return new Seen<>(found, rights(view, actor, found.elements()));
    }

    private Seen<TaskListDetail> seen(View view, Actor actor, TaskListDetail detail) {
        return new Seen<>(detail, rights(view, actor, List.of(detail.taskList())));
    }

    private Rights rights(View view, Actor actor, List<TaskList> lists) {
        var projectIds = lists.stream().map(list -> list.project().id()).distinct().toList();
        return access.rights(view, actor, projectIds, List.of());
    }
}
