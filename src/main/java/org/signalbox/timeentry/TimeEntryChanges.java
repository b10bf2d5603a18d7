package org.signalbox.timeentry;

import static java.util.Objects.requireNonNull;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.signalbox.account.Actor;
import org.signalbox.account.User;
import org.signalbox.account.Users;
import org.signalbox.project.HeldByProject;
import org.signalbox.project.Project;
import org.signalbox.project.Projects;
import org.signalbox.store.Tx;
import org.signalbox.store.View;
import org.signalbox.workpackage.HeldByWorkPackage;
import org.signalbox.workpackage.WorkPackage;
import org.signalbox.workpackage.WorkPackages;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Carries out what was found right: rows and events. Hours go where their work goes. */
@Component
@Order(1)
final class TimeEntryChanges implements HeldByProject, HeldByWorkPackage {

    private final TimeEntryStore store;
    private final ActivityStore activities;
    private final Projects projects;
    private final WorkPackages workPackages;
    private final Users users;
    private final TimeEntryEvents events;
    private final InstantSource time;

    TimeEntryChanges(
            TimeEntryStore store,
            ActivityStore activities,
            Projects projects,
            WorkPackages workPackages,
            Users users,
            TimeEntryEvents events,
            InstantSource time) {
        this.store = store;
        this.activities = activities;
        this.projects = projects;
        this.workPackages = workPackages;
        this.users = users;
        this.events = events;
        this.time = time;
    }

    TimeEntryDetail detail(View view, TimeEntry entry) {
        return details(view, List.of(entry)).getFirst();
    }

    TimeEntryDetail create(Tx tx, Actor actor, TimeEntry entry) {
        var detail = detail(tx, store.find(tx, store.insert(tx, entry)).orElseThrow());
        events.created(tx, actor, detail);
        return detail;
    }

    /** Does nothing and tells nothing if nothing is different. */
    TimeEntryDetail change(Tx tx, Actor actor, TimeEntry before, TimeEntry after) {
        if (events.changes(before, after).isEmpty()) {
            return detail(tx, before);
        }
        store.update(tx, after);
        var detail = detail(tx, store.find(tx, after.id()).orElseThrow());
        events.updated(tx, actor, before, detail);
        return detail;
    }

    void delete(Tx tx, Actor actor, TimeEntry entry) {
        var last = detail(tx, entry);
        store.delete(tx, entry.id());
        events.deleted(tx, actor, last);
    }

    @Override
    public void deleteHeldBy(Tx tx, Actor actor, Set<Long> projectIds) {
        var last = details(tx, store.in(tx, projectIds));
        store.deleteIn(tx, projectIds);
        last.forEach(detail -> events.deleted(tx, actor, detail));
    }

    @Override
    public void deleteHeldByWorkPackages(Tx tx, Actor actor, Set<Long> workPackageIds) {
        var last = details(tx, store.on(tx, workPackageIds));
        store.deleteOn(tx, workPackageIds);
        last.forEach(detail -> events.deleted(tx, actor, detail));
    }

    @Override
    public void move(Tx tx, Actor actor, long workPackageId, Project to) {
        for (TimeEntry entry : store.on(tx, Set.of(workPackageId))) {
            change(tx, actor, entry, entry.in(to.reference(), time.instant()));
        }
    }

    /** The details of these entries, in their order; what they share is asked for once. */
    private List<TimeEntryDetail> details(View view, List<TimeEntry> entries) {
        var all = new HashMap<Long, Activity>();
        activities.all(view).forEach(activity -> all.put(activity.id(), activity));
        var projectsById = new HashMap<Long, Project>();
        var workPackagesById = new HashMap<Long, Optional<WorkPackage>>();
        var usersById = new HashMap<Long, Optional<User>>();
        return entries.stream()
                .map(entry -> {
                    var workPackage = entry.workPackage();
                    return new TimeEntryDetail(
                            entry,
                            projectsById.computeIfAbsent(
                                    entry.project().id(),
                                    id -> projects.find(view, id).orElseThrow()),
                            workPackage == null
                                    ? null
                                    : workPackagesById
                                            .computeIfAbsent(
                                                    workPackage.id(),
                                                    id -> workPackages.find(view, id))
                                            .orElse(null),
                            usersById
                                    .computeIfAbsent(entry.user().id(), id -> users.find(view, id))
                                    .orElse(null),
                            requireNonNull(all.get(entry.activity().id())));
                })
                .toList();
    }
}
