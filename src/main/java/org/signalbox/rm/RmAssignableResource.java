package org.signalbox.rm;

import static org.signalbox.format.RmObjects.API;

import java.util.List;
import org.signalbox.account.Actor;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/**
 * What people can be booked for: projects and phases. Absences have no types here, so there are no
 * leave types among them.
 */
@RestController
@RequestMapping(API)
final class RmAssignableResource {
    private final RmProjects projects;

    RmAssignableResource(RmProjects projects) {
        this.projects = projects;
    }

    @GetMapping("/assignables")
    ResponseEntity<ObjectNode> assignables(Actor actor, RmList list) {
        return projects.page(actor, list, RmProjects.clauses(list));
    }

    @GetMapping("/leave_types")
    ResponseEntity<ObjectNode> leaveTypes(Actor actor, RmList list) {
        return list.answer(0, List.of());
    }
}
