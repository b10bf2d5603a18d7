package org.signalbox.assignment;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.List;
import java.util.Set;
import org.signalbox.account.Actor;
import org.signalbox.account.Belongings;
import org.signalbox.account.Principal;
import org.signalbox.account.User;
import org.signalbox.account.Users;
import org.signalbox.hal.Refusal;
import org.signalbox.project.HeldByProject;
import org.signalbox.project.Project;
import org.signalbox.project.Projects;
import org.signalbox.store.Tx;
import org.signalbox.store.View;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Carries out what was found right: rows and events. Assignments go with project and person. */
@Component
@Order(1)
final class AssignmentChanges implements HeldByProject, Belongings {

    private final AssignmentStore store;
    private final AssignmentEvents events;
    private final Projects projects;
    private final Users users;

    AssignmentChanges(
            AssignmentStore store, AssignmentEvents events, Projects projects, Users users) {
        this.store = store;
        this.events = events;
        this.projects = projects;
        this.users = users;
    }

    AssignmentDetail detail(View view, Assignment assignment) {
        return details(view, List.of(assignment)).getFirst();
    }

    AssignmentDetail create(Tx tx, Actor actor, Assignment assignment) {
        var detail = detail(tx, store.find(tx, store.insert(tx, assignment)).orElseThrow());
        events.created(tx, actor, detail);
        return detail;
    }

    /** Does nothing and tells nothing if nothing is different. */
    AssignmentDetail change(Tx tx, Actor actor, Assignment before, Assignment after) {
        var last = detail(tx, before);
        if (events.changes(before, after).isEmpty()) {
            return last;
        }
        if (!store.update(tx, after)) {
            throw stale();
        }
        var detail = detail(tx, store.find(tx, after.id()).orElseThrow());
        events.updated(tx, actor, last, detail);
        return detail;
    }

    void delete(Tx tx, Actor actor, Assignment assignment) {
        var last = detail(tx, assignment);
        store.delete(tx, assignment.id());
        events.deleted(tx, actor, last);
    }

    @Override
    public void deleteHeldBy(Tx tx, Actor actor, Set<Long> projectIds) {
        var last = details(tx, store.in(tx, projectIds));
        store.deleteIn(tx, projectIds);
        last.forEach(detail -> events.deleted(tx, actor, detail));
    }

    @Override
    public void giveUp(Tx tx, Actor actor, Principal principal) {
        var last = details(tx, store.of(tx, principal.id()));
        store.deleteOf(tx, principal.id());
        last.forEach(detail -> events.deleted(tx, actor, detail));
    }

    static Refusal.Conflict stale() {
        return new Refusal.Conflict(
                "Your changes could not be saved, because the assignment was changed since you've"
                        + " seen it the last time.");
    }

    /** The details of these assignments, in their order; what they share is asked for once. */
    private List<AssignmentDetail> details(View view, List<Assignment> assignments) {
        var projectsById = new HashMap<Long, Project>();
        projects.all(view, assignments.stream().map(one -> one.project().id()).distinct().toList())
                .forEach(project -> projectsById.put(project.id(), project));
        var usersById = new HashMap<Long, User>();
        users.all(view, assignments.stream().map(one -> one.user().id()).distinct().toList())
                .forEach(user -> usersById.put(user.id(), user));
        return assignments.stream()
                .map(one ->
                        new AssignmentDetail(
                                one,
                                requireNonNull(projectsById.get(one.project().id())),
                                usersById.get(one.user().id())))
                .toList();
    }
}
