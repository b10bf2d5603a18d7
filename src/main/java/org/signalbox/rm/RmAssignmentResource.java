package org.signalbox.rm;

import static org.signalbox.format.RmObjects.API;

import java.util.List;
import java.util.function.Predicate;
import org.signalbox.account.Actor;
import org.signalbox.assignment.Assignment;
import org.signalbox.hal.Clause;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Assignments: all, those of a person, those of a project. */
@RestController
@RequestMapping(API)
final class RmAssignmentResource {
    private final RmAssignments assignments;
    private final RmUsers users;
    private final RmProjects projects;

    RmAssignmentResource(RmAssignments assignments, RmUsers users, RmProjects projects) {
        this.assignments = assignments;
        this.users = users;
        this.projects = projects;
    }

    @GetMapping("/assignments")
    ResponseEntity<ObjectNode> list(Actor actor, RmList list) {
        return assignments.list(actor, list, List.of());
    }

    @PostMapping("/assignments")
    ResponseEntity<ObjectNode> create(Actor actor, RmBody body) {
        return RmList.ok(assignments.create(actor, body.sent()));
    }

    @GetMapping("/assignments/{id}")
    ResponseEntity<ObjectNode> show(Actor actor, @PathVariable long id) {
        return RmList.ok(assignments.show(actor, id, _ -> true));
    }

    @PutMapping("/assignments/{id}")
    ResponseEntity<ObjectNode> change(Actor actor, @PathVariable long id, RmBody body) {
        return RmList.ok(assignments.change(actor, id, body.sent(), _ -> true));
    }

    @GetMapping("/users/{user}/assignments")
    ResponseEntity<ObjectNode> listOf(Actor actor, @PathVariable long user, RmList list) {
        users.visible(actor, user);
        return assignments.list(actor, list, List.of(only("user", user)));
    }

    @PostMapping("/users/{user}/assignments")
    ResponseEntity<ObjectNode> createFor(Actor actor, @PathVariable long user, RmBody body) {
        users.visible(actor, user);
        return RmList.ok(assignments.create(actor, body.with("user_id", user).sent()));
    }

    @GetMapping("/users/{user}/assignments/{id}")
    ResponseEntity<ObjectNode> showOf(Actor actor, @PathVariable long user, @PathVariable long id) {
        return RmList.ok(assignments.show(actor, id, of(actor, user)));
    }

    @PutMapping("/users/{user}/assignments/{id}")
    ResponseEntity<ObjectNode> changeOf(
            Actor actor, @PathVariable long user, @PathVariable long id, RmBody body) {
        return RmList.ok(assignments.change(actor, id, body.sent(), of(actor, user)));
    }

    @DeleteMapping("/users/{user}/assignments/{id}")
    ResponseEntity<Void> deleteOf(Actor actor, @PathVariable long user, @PathVariable long id) {
        assignments.delete(actor, id, of(actor, user));
        return RmList.nothing();
    }

    @GetMapping("/projects/{project}/assignments")
    ResponseEntity<ObjectNode> listIn(Actor actor, @PathVariable long project, RmList list) {
        projects.visible(actor, project);
        var inside = projects.withPhases(actor, project, list);
        return assignments.list(actor, list, List.of(new Clause("project", "=", inside)));
    }

    @PostMapping("/projects/{project}/assignments")
    ResponseEntity<ObjectNode> createIn(Actor actor, @PathVariable long project, RmBody body) {
        projects.visible(actor, project);
        return RmList.ok(assignments.create(actor, body.with("assignable_id", project).sent()));
    }

    @GetMapping("/projects/{project}/assignments/{id}")
    ResponseEntity<ObjectNode> showIn(
            Actor actor, @PathVariable long project, @PathVariable long id) {
        return RmList.ok(assignments.show(actor, id, in(actor, project)));
    }

    @PutMapping("/projects/{project}/assignments/{id}")
    ResponseEntity<ObjectNode> changeIn(
            Actor actor, @PathVariable long project, @PathVariable long id, RmBody body) {
        return RmList.ok(assignments.change(actor, id, body.sent(), in(actor, project)));
    }

    @DeleteMapping("/projects/{project}/assignments/{id}")
    ResponseEntity<Void> deleteIn(Actor actor, @PathVariable long project, @PathVariable long id) {
        assignments.delete(actor, id, in(actor, project));
        return RmList.nothing();
    }

    private Predicate<Assignment> of(Actor actor, long user) {
        users.visible(actor, user);
        return one -> one.user().id() == user;
    }

    private Predicate<Assignment> in(Actor actor, long project) {
        projects.visible(actor, project);
        return one -> one.project().id() == project;
    }

    private static Clause only(String filter, long id) {
        return new Clause(filter, "=", List.of(Long.toString(id)));
    }
}
