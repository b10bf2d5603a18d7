package org.signalbox.rm;

import static java.util.stream.Collectors.toMap;
import static org.signalbox.format.RmObjects.API;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.signalbox.account.Actor;
import org.signalbox.hal.Clause;
import org.signalbox.hal.Refusal;
import org.signalbox.rm.RmEntries.Place;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Assignments and time entries: all, those of a person, those of a project. */
@RestController
@RequestMapping(API)
final class RmEntryResource {
    private static final String KINDS = "{kind:assignments|time_entries}";

    private final Map<String, RmEntries> kinds;
    private final RmUsers users;
    private final RmProjects projects;

    RmEntryResource(List<RmEntries> kinds, RmUsers users, RmProjects projects) {
        this.kinds = kinds.stream().collect(toMap(RmEntries::word, kind -> kind));
        this.users = users;
        this.projects = projects;
    }

    @GetMapping("/" + KINDS)
    ResponseEntity<ObjectNode> list(Actor actor, @PathVariable String kind, RmList list) {
        return entries(kind).list(actor, list, List.of());
    }

    @PostMapping("/" + KINDS)
    ResponseEntity<ObjectNode> create(Actor actor, @PathVariable String kind, RmBody body) {
        return RmList.ok(entries(kind).create(actor, body.sent()));
    }

    @GetMapping("/" + KINDS + "/{id}")
    ResponseEntity<ObjectNode> show(Actor actor, @PathVariable String kind, @PathVariable long id) {
        return RmList.ok(entries(kind).show(actor, id, _ -> true));
    }

    @PutMapping("/" + KINDS + "/{id}")
    ResponseEntity<ObjectNode> change(
            Actor actor, @PathVariable String kind, @PathVariable long id, RmBody body) {
        return RmList.ok(entries(kind).change(actor, id, body.sent(), _ -> true));
    }

    @GetMapping("/users/{user}/" + KINDS)
    ResponseEntity<ObjectNode> listOf(
            Actor actor, @PathVariable String kind, @PathVariable long user, RmList list) {
        users.visible(actor, user);
        return entries(kind).list(actor, list, List.of(only("user", user)));
    }

    @PostMapping("/users/{user}/" + KINDS)
    ResponseEntity<ObjectNode> createFor(
            Actor actor, @PathVariable String kind, @PathVariable long user, RmBody body) {
        users.visible(actor, user);
        return RmList.ok(entries(kind).create(actor, body.with("user_id", user).sent()));
    }

    @GetMapping("/users/{user}/" + KINDS + "/{id}")
    ResponseEntity<ObjectNode> showOf(
            Actor actor,
            @PathVariable String kind,
            @PathVariable long user,
            @PathVariable long id) {
        return RmList.ok(entries(kind).show(actor, id, of(actor, user)));
    }

    @PutMapping("/users/{user}/" + KINDS + "/{id}")
    ResponseEntity<ObjectNode> changeOf(
            Actor actor,
            @PathVariable String kind,
            @PathVariable long user,
            @PathVariable long id,
            RmBody body) {
        return RmList.ok(entries(kind).change(actor, id, body.sent(), of(actor, user)));
    }

    @DeleteMapping("/users/{user}/" + KINDS + "/{id}")
    ResponseEntity<Void> deleteOf(
            Actor actor,
            @PathVariable String kind,
            @PathVariable long user,
            @PathVariable long id) {
        entries(kind).delete(actor, id, of(actor, user));
        return RmList.nothing();
    }

    @GetMapping("/projects/{project}/" + KINDS)
    ResponseEntity<ObjectNode> listIn(
            Actor actor, @PathVariable String kind, @PathVariable long project, RmList list) {
        projects.visible(actor, project);
        var inside = projects.withPhases(actor, project, list);
        return entries(kind).list(actor, list, List.of(new Clause("project", "=", inside)));
    }

    @PostMapping("/projects/{project}/" + KINDS)
    ResponseEntity<ObjectNode> createIn(
            Actor actor, @PathVariable String kind, @PathVariable long project, RmBody body) {
        projects.visible(actor, project);
        return RmList.ok(entries(kind).create(actor, body.with("assignable_id", project).sent()));
    }

    @GetMapping("/projects/{project}/" + KINDS + "/{id}")
    ResponseEntity<ObjectNode> showIn(
            Actor actor,
            @PathVariable String kind,
            @PathVariable long project,
            @PathVariable long id) {
        return RmList.ok(entries(kind).show(actor, id, in(actor, project)));
    }

    @PutMapping("/projects/{project}/" + KINDS + "/{id}")
    ResponseEntity<ObjectNode> changeIn(
            Actor actor,
            @PathVariable String kind,
            @PathVariable long project,
            @PathVariable long id,
            RmBody body) {
        return RmList.ok(entries(kind).change(actor, id, body.sent(), in(actor, project)));
    }

    @DeleteMapping("/projects/{project}/" + KINDS + "/{id}")
    ResponseEntity<Void> deleteIn(
            Actor actor,
            @PathVariable String kind,
            @PathVariable long project,
            @PathVariable long id) {
        entries(kind).delete(actor, id, in(actor, project));
        return RmList.nothing();
    }

    private RmEntries entries(String kind) {
        var entries = kinds.get(kind);
        if (entries == null) {
            throw new Refusal.NotFound();
        }
        return entries;
    }

    private Predicate<Place> of(Actor actor, long user) {
        users.visible(actor, user);
        return place -> place.user() == user;
    }

    private Predicate<Place> in(Actor actor, long project) {
        projects.visible(actor, project);
        return place -> place.project() == project;
    }

    private static Clause only(String filter, long id) {
        return new Clause(filter, "=", List.of(Long.toString(id)));
    }
}
