package org.signalbox.timeentry;

import static org.signalbox.timeentry.TimeEntryHal.TIME_ENTRY;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
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
import org.signalbox.project.Project;
import org.signalbox.project.Projects;
import org.signalbox.store.Database;
import org.signalbox.store.View;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/**
 * What can be done with time entries. One that an actor may not see does not exist for them; their
 * own need less permission than those of others.
 */
@Component
public final class TimeEntries {

    private static final String PATH = "/api/v3/time_entries";

    private final Database database;
    private final TimeEntryStore store;
    private final ActivityStore activities;
    private final TimeEntryWriting writing;
    private final TimeEntryChanges changes;
    private final Projects projects;
    private final Access access;

    TimeEntries(
            Database database,
            TimeEntryStore store,
            ActivityStore activities,
            TimeEntryWriting writing,
            TimeEntryChanges changes,
            Projects projects,
            Access access) {
        this.database = database;
        this.store = store;
        this.activities = activities;
        this.writing = writing;
        this.changes = changes;
        this.projects = projects;
        this.access = access;
    }

    public Seen<TimeEntryDetail> show(Actor actor, long id) {
        return database.read(
                view -> seen(view, actor, changes.detail(view, visible(view, actor, id))));
    }

    public Seen<Found<TimeEntry>> list(Actor actor, Listing listing) {
        var selection = TIME_ENTRY.select(listing, actor.user().id());
        return database.read(view -> {
            var found = store.list(view, actor, selection);
            return new Seen<>(found, rights(view, actor, found.elements()));
        });
    }

    public Seen<TimeEntryDetail> create(Actor actor, ObjectNode body) {
        var input = TIME_ENTRY.creation(body);
        return database.write(tx -> {
            var entry = created(tx, actor, input);
            input.check();
            return seen(tx, actor, changes.create(tx, actor, entry));
        });
    }

    public Document creationForm(Actor actor, ObjectNode body) {
        var input = TIME_ENTRY.creation(body);
        return database.read(view -> {
            access.requireSomewhere(view, actor, Permission.LOG_TIME, Permission.LOG_OWN_TIME);
            return Form.creation(TIME_ENTRY, input, () -> created(view, actor, input))
                    .placedBy(TimeEntryHal.PROJECT)
                    .showing(entry -> shown(view, actor, entry))
                    .under(entry -> circumstances(view, actor, entry, Permission.LOG_TIME))
                    .document(PATH);
        });
    }

    public Seen<TimeEntryDetail> change(Actor actor, long id, ObjectNode body) {
        return change(actor, id, null, body);
    }

    /**
     * The same for who has looked at it first.
     *
     * @param seen when it had been changed last, to the millisecond; null for whenever
     * @throws Refusal.Conflict if it was changed after that
     */
    public Seen<TimeEntryDetail> change(
            Actor actor, long id, @Nullable Instant seen, ObjectNode body) {
        return database.write(tx -> {
            var before = editable(tx, actor, id);
            Refusal.Conflict.check(seen, before.updatedAt());
            var input = TIME_ENTRY.change(body, before);
            var after = changed(tx, actor, before, input);
            input.check();
            return seen(tx, actor, changes.change(tx, actor, before, after));
        });
    }

    public Document changeForm(Actor actor, long id, ObjectNode body) {
        return database.read(view -> {
            var before = editable(view, actor, id);
            var input = TIME_ENTRY.change(body, before);
            return Form.change(TIME_ENTRY, before, input, () -> changed(view, actor, before, input))
                    .placedBy(TimeEntryHal.PROJECT)
                    .showing(entry -> shown(view, actor, entry))
                    .under(entry -> circumstances(view, actor, entry, Permission.EDIT_TIME_ENTRIES))
                    .document(PATH + "/" + id);
        });
    }

    /** What can be written of time entries, for whoever may see or log time somewhere. */
    public Document schema(Actor actor) {
        return database.read(view -> {
            requireSomeTime(view, actor);
            return TIME_ENTRY.schema(
                    PATH + "/schema", circumstances(view, actor, null, Permission.LOG_TIME));
        });
    }

    /** The projects in which the actor may log time, or to which they may move an entry. */
    public Seen<Found<Project>> projects(Actor actor, Listing listing) {
        return projects.available(
                actor,
                listing,
                Permission.LOG_TIME,
                Permission.LOG_OWN_TIME,
                Permission.EDIT_TIME_ENTRIES,
                Permission.EDIT_OWN_TIME_ENTRIES);
    }

    public void delete(Actor actor, long id) {
        database.run(tx -> {
            changes.delete(tx, actor, editable(tx, actor, id));
        });
    }

    /** The activities, for whoever may see or log time somewhere. */
    public List<Activity> activities(Actor actor) {
        return database.read(view -> {
            requireSomeTime(view, actor);
            return activities.all(view);
        });
    }

    private TimeEntry created(View view, Actor actor, Input input) {
        var target = writing.target(view, actor, input, null);
        var project = target.project();
        if (project != null) {
            requireToLog(view, actor, target.userId(), project.id());
        }
        return writing.written(view, target, input, null);
    }

    /** Who changes an entry must be allowed to change it as it was and as it becomes. */
    private TimeEntry changed(View view, Actor actor, TimeEntry before, Input input) {
        var target = writing.target(view, actor, input, before);
        var project = target.project();
        if (project != null) {
            requireToEdit(view, actor, target.userId(), project.id());
        }
        return writing.written(view, target, input, before);
    }

    private Document shown(View view, Actor actor, TimeEntry entry) {
        return TimeEntryHal.of(entry, rights(view, actor, List.of(entry)));
    }

    private TimeEntryCircumstances circumstances(
            View view, Actor actor, @Nullable TimeEntry entry, Permission toWriteAnyones) {
        Long project = entry == null || entry.project().id() == 0 ? null : entry.project().id();
        boolean others =
                project == null
                        ? access.maySomewhere(view, actor, toWriteAnyones)
                        : access.may(view, actor, toWriteAnyones, project);
        return new TimeEntryCircumstances(project, others, activities.all(view));
    }

    private TimeEntry editable(View view, Actor actor, long id) {
        var entry = visible(view, actor, id);
        requireToEdit(view, actor, entry.user().id(), entry.project().id());
        return entry;
    }

    private TimeEntry visible(View view, Actor actor, long id) {
        return store.find(view, id)
                .filter(entry ->
                        may(
                                view,
                                actor,
                                Permission.VIEW_TIME_ENTRIES,
                                Permission.VIEW_OWN_TIME_ENTRIES,
                                entry.user().id(),
                                entry.project().id()))
                .orElseThrow(Refusal.NotFound::new);
    }

    private void requireSomeTime(View view, Actor actor) {
        boolean may =
                access.maySomewhere(view, actor, Permission.VIEW_OWN_TIME_ENTRIES)
                        || access.maySomewhere(view, actor, Permission.LOG_OWN_TIME)
                        || access.maySomewhere(view, actor, Permission.VIEW_TIME_ENTRIES);
        if (!may) {
            throw new Refusal.Forbidden("You are not allowed to see the activities.");
        }
    }

    private void requireToLog(View view, Actor actor, long userId, long project) {
        if (!may(view, actor, Permission.LOG_TIME, Permission.LOG_OWN_TIME, userId, project)) {
            throw new Refusal.Forbidden();
        }
    }

    private void requireToEdit(View view, Actor actor, long userId, long project) {
        if (!may(
                view,
                actor,
                Permission.EDIT_TIME_ENTRIES,
                Permission.EDIT_OWN_TIME_ENTRIES,
                userId,
                project)) {
            throw new Refusal.Forbidden();
        }
    }

    /** Whether the actor may with everybody's hours, or with these because they are their own. */
    private boolean may(
            View view, Actor actor, Permission any, Permission own, long userId, long projectId) {
        return access.may(view, actor, any, projectId)
                || (actor.is(userId) && access.may(view, actor, own, projectId));
    }

    private Seen<TimeEntryDetail> seen(View view, Actor actor, TimeEntryDetail detail) {
        return new Seen<>(detail, rights(view, actor, List.of(detail.timeEntry())));
    }

    private Rights rights(View view, Actor actor, List<TimeEntry> entries) {
        var projectIds = new HashSet<Long>();
        var people = new HashSet<Long>();
        for (TimeEntry entry : entries) {
            projectIds.add(entry.project().id());
            people.add(entry.user().id());
        }
        return access.rights(view, actor, projectIds, people);
    }
}
