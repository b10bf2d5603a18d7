package org.signalbox.rm;

import static org.signalbox.format.RmObjects.API;

import java.util.ArrayList;
import java.util.List;
import org.signalbox.account.Actor;
import org.signalbox.hal.Clause;
import org.signalbox.hal.Refusal;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

@RestController
@RequestMapping(API + "/projects")
final class RmProjectResource {
    private final RmProjects projects;
    private final RmUsers users;
    private final RmPeopleFields fields;

    RmProjectResource(RmProjects projects, RmUsers users, RmPeopleFields fields) {
        this.projects = projects;
        this.users = users;
        this.fields = fields;
    }

    @GetMapping
    ResponseEntity<ObjectNode> list(Actor actor, RmList list) {
        var clauses = RmProjects.clauses(list);
        if (!list.asksFor("with_phases") && list.parameter("phase_name").isEmpty()) {
            clauses.add(new Clause("parent", "!*", List.of()));
        }
        return projects.page(actor, list, clauses);
    }

    @PostMapping
    ResponseEntity<ObjectNode> create(Actor actor, RmBody body) {
        return RmList.ok(projects.create(actor, body.sent(), null));
    }

    @GetMapping("/{id}")
    ResponseEntity<ObjectNode> show(Actor actor, @PathVariable long id, RmList list) {
        return RmList.ok(projects.show(actor, id, list));
    }

    @PutMapping("/{id}")
    ResponseEntity<ObjectNode> change(Actor actor, @PathVariable long id, RmBody body) {
        return RmList.ok(projects.change(actor, id, body.sent()));
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Void> delete(Actor actor, @PathVariable long id) {
        projects.delete(actor, id);
        return RmList.nothing();
    }

    @GetMapping("/{id}/phases")
    ResponseEntity<ObjectNode> phases(Actor actor, @PathVariable long id, RmList list) {
        projects.visible(actor, id);
        var clauses = new ArrayList<>(RmProjects.clauses(list));
        clauses.add(new Clause("parent", "=", List.of(Long.toString(id))));
        return projects.page(actor, list, clauses);
    }

    @PostMapping("/{id}/phases")
    ResponseEntity<ObjectNode> createPhase(Actor actor, @PathVariable long id, RmBody body) {
        projects.visible(actor, id);
        return RmList.ok(projects.create(actor, body.sent(), id));
    }

    @GetMapping("/{id}/phases/{phase}")
    ResponseEntity<ObjectNode> phase(
            Actor actor, @PathVariable long id, @PathVariable long phase, RmList list) {
        requirePhase(actor, id, phase);
        return RmList.ok(projects.show(actor, phase, list));
    }

    @PutMapping("/{id}/phases/{phase}")
    ResponseEntity<ObjectNode> changePhase(
            Actor actor, @PathVariable long id, @PathVariable long phase, RmBody body) {
        requirePhase(actor, id, phase);
        return RmList.ok(projects.change(actor, phase, body.sent()));
    }

    @DeleteMapping("/{id}/phases/{phase}")
    ResponseEntity<Void> deletePhase(Actor actor, @PathVariable long id, @PathVariable long phase) {
        requirePhase(actor, id, phase);
        projects.delete(actor, phase);
        return RmList.nothing();
    }

    @GetMapping("/{id}/users")
    ResponseEntity<ObjectNode> users(Actor actor, @PathVariable long id, RmList list) {
        projects.visible(actor, id);
        var members = List.of(new Clause("member", "=", List.of("" + id)));
        return fields.embeddedIn(actor, list, users.list(actor, list, members));
    }

    private void requirePhase(Actor actor, long id, long phase) {
        projects.visible(actor, id);
        var parent = projects.visible(actor, phase).parent();
        if (parent == null || parent.id() != id) {
            throw new Refusal.NotFound();
        }
    }
}
