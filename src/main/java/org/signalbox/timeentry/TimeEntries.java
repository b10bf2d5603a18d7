package org.signalbox.timeentry;

import static org.signalbox.timeentry.TimeEntryHal.TIME_ENTRY;

import java.util.HashSet;
import java.util.List;
import org.signalbox.account.Access;
import org.signalbox.account.Actor;
import org.signalbox.account.Permission;
import org.signalbox.account.Rights;
import org.signalbox.account.Seen;
import org.signalbox.hal.Found;
import org.signalbox.hal.Listing;
import org.signalbox.hal.Refusal;
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

    private final Database database;
    private final TimeEntryStore store;
    private final ActivityStore activities;
    private final TimeEntryWriting writing;
    private final TimeEntryChanges changes;
    private final Access access;

    TimeEntries(
            Database database,
            TimeEntryStore store,
            ActivityStore activities,
            TimeEntryWriting writing,
            TimeEntryChanges changes,
            Access access) {
        this.database = database;
        this.store = store;
        this.activities = activities;
        this.writing = writing;
        this.changes = changes;
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
            var target = writing.target(tx, actor, input, null);
            requireToLog(tx, actor, target);
            var entry = writing.written(tx, target, input, null);
            return seen(tx, actor, changes.create(tx, actor, entry));
        });
    }

    /** Who changes an entry must be allowed to change it as it was and as it becomes. */
    public Seen<TimeEntryDetail> change(Actor actor, long id, ObjectNode body) {
        return database.write(tx -> {
            var before = visible(tx, actor, id);
            requireToEdit(tx, actor, before.user().id(), before.project().id());
            var input = TIME_ENTRY.change(body, before);
            var target = writing.target(tx, actor, input, before);
            requireToEdit(tx, actor, target.userId(), target.project().id());
            var after = writing.written(tx, target, input, before);
            return seen(tx, actor, changes.change(tx, actor, before, after));
        });
    }

    public void delete(Actor actor, long id) {
        database.run(tx -> {
            var last = visible(tx, actor, id);
            requireToEdit(tx, actor, last.user().id(), last.project().id());
            changes.delete(tx, actor, last);
        });
    }

    /** The activities, for whoever may see or log time somewhere. */
    public List<Activity> activities(Actor actor) {
        return database.read(view -> {
            boolean may =
                    access.maySomewhere(view, actor, Permission.VIEW_OWN_TIME_ENTRIES)
                            || access.maySomewhere(view, actor, Permission.LOG_OWN_TIME)
                            || access.maySomewhere(view, actor, Permission.VIEW_TIME_ENTRIES);
            if (!may) {
                throw new Refusal.Forbidden("You are not allowed to see the activities.");
            }
            return activities.all(view);
        });
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

    private void requireToLog(View view, Actor actor, TimeEntryWriting.Target target) {
        long project = target.project().id();
        if (!may(
                view,
                actor,
                Permission.LOG_TIME,
                Permission.LOG_OWN_TIME,
                target.userId(),
                project)) {
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
