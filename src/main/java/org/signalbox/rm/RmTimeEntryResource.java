package org.signalbox.rm;

import static org.signalbox.format.RmObjects.API;

import java.util.List;
import java.util.function.Predicate;
import org.signalbox.account.Actor;
import org.signalbox.hal.Clause;
import org.signalbox.timeentry.TimeEntry;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Time entries: all, those of a person, those of a project. */
@RestController
@RequestMapping(API)
final class RmTimeEntryResource {
    private final RmTimeEntries timeEntries;
    private final RmUsers users;
    private final RmProjects projects;

    RmTimeEntryResource(RmTimeEntries timeEntries, RmUsers users, RmProjects projects) {
        this.timeEntries = timeEntries;
        this.users = users;
        this.projects = projects;
    }

    @GetMapping("/time_entries")
    ResponseEntity<ObjectNode> list(Actor actor, RmList list) {
        return timeEntries.list(actor, list, List.of());
    }

    @PostMapping("/time_entries")
    ResponseEntity<ObjectNode> create(Actor actor, RmBody body) {
        return RmList.ok(timeEntries.create(actor, body.sent()));
    }

    @GetMapping("/time_entries/{id}")
    ResponseEntity<ObjectNode> show(Actor actor, @PathVariable long id) {
        return RmList.ok(timeEntries.show(actor, id, _ -> true));
    }

    @PutMapping("/time_entries/{id}")
    ResponseEntity<ObjectNode> change(Actor actor, @PathVariable long id, RmBody body) {
        return RmList.ok(timeEntries.change(actor, id, body.sent(), _ -> true));
    }

    @GetMapping("/users/{user}/time_entries")
    ResponseEntity<ObjectNode> listOf(Actor actor, @PathVariable long user, RmList list) {
        users.visible(actor, user);
        return timeEntries.list(actor, list, List.of(only("user", user)));
    }

    @PostMapping("/users/{user}/time_entries")
    ResponseEntity<ObjectNode> createFor(Actor actor, @PathVariable long user, RmBody body) {
        users.visible(actor, user);
        return RmList.ok(timeEntries.create(actor, body.with("user_id", user).sent()));
    }

    @GetMapping("/users/{user}/time_entries/{id}")
    ResponseEntity<ObjectNode> showOf(Actor actor, @PathVariable long user, @PathVariable long id) {
        return RmList.ok(timeEntries.show(actor, id, of(actor, user)));
    }

    @PutMapping("/users/{user}/time_entries/{id}")
    ResponseEntity<ObjectNode> changeOf(
            Actor actor, @PathVariable long user, @PathVariable long id, RmBody body) {
        return RmList.ok(timeEntries.change(actor, id, body.sent(), of(actor, user)));
    }

    @DeleteMapping("/users/{user}/time_entries/{id}")
    ResponseEntity<Void> deleteOf(Actor actor, @PathVariable long user, @PathVariable long id) {
        timeEntries.delete(actor, id, of(actor, user));
        return RmList.nothing();
    }

    @GetMapping("/projects/{project}/time_entries")
    ResponseEntity<ObjectNode> listIn(Actor actor, @PathVariable long project, RmList list) {
        projects.visible(actor, project);
        var inside = projects.withPhases(actor, project, list);
        return timeEntries.list(actor, list, List.of(new Clause("project", "=", inside)));
    }

    @PostMapping("/projects/{project}/time_entries")
    ResponseEntity<ObjectNode> createIn(Actor actor, @PathVariable long project, RmBody body) {
        projects.visible(actor, project);
        return RmList.ok(timeEntries.create(actor, body.with("assignable_id", project).sent()));
    }

    @GetMapping("/projects/{project}/time_entries/{id}")
    ResponseEntity<ObjectNode> showIn(
            Actor actor, @PathVariable long project, @PathVariable long id) {
        return RmList.ok(timeEntries.show(actor, id, in(actor, project)));
    }

    @PutMapping("/projects/{project}/time_entries/{id}")
    ResponseEntity<ObjectNode> changeIn(
            Actor actor, @PathVariable long project, @PathVariable long id, RmBody body) {
        return RmList.ok(timeEntries.change(actor, id, body.sent(), in(actor, project)));
    }

    @DeleteMapping("/projects/{project}/time_entries/{id}")
    ResponseEntity<Void> deleteIn(Actor actor, @PathVariable long project, @PathVariable long id) {
        timeEntries.delete(actor, id, in(actor, project));
        return RmList.nothing();
    }

    private Predicate<TimeEntry> of(Actor actor, long user) {
        users.visible(actor, user);
        return one -> one.user().id() == user;
    }

    private Predicate<TimeEntry> in(Actor actor, long project) {
        projects.visible(actor, project);
        return one -> one.project().id() == project;
    }

    private static Clause only(String filter, long id) {
        return new Clause(filter, "=", List.of(Long.toString(id)));
    }
}
