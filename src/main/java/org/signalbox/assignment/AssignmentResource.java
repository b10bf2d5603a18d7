package org.signalbox.assignment;

import java.util.List;
import org.signalbox.account.Actor;
import org.signalbox.account.Seen;
import org.signalbox.hal.Answers;
import org.signalbox.hal.Body;
import org.signalbox.hal.Described;
import org.signalbox.hal.Document;
import org.signalbox.hal.Endpoint;
import org.signalbox.hal.Listing;
import org.signalbox.hal.Shape;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

@RestController
@RequestMapping("/api/v3/assignments")
final class AssignmentResource implements Described {

    private final Assignments assignments;

    AssignmentResource(Assignments assignments) {
        this.assignments = assignments;
    }

    @Override
    public List<Shape> shapes() {
        return AssignmentHal.shapes();
    }

    @Endpoint(value = "List assignments", answer = "Assignment", of = Endpoint.Of.PAGE)
    @GetMapping
    ResponseEntity<ObjectNode> list(Actor actor, Listing listing) {
        var seen = assignments.list(actor, listing);
        var elements =
                seen.what().elements().stream()
                        .map(one -> AssignmentHal.of(one, seen.rights()))
                        .toList();
        return Answers.ok(listing.collection(seen.what().total(), elements));
    }

    @Endpoint(value = "Book a person for a project", answer = "Assignment", status = 201)
    @PostMapping
    ResponseEntity<ObjectNode> create(Actor actor, Body body) {
        return Answers.created(single(assignments.create(actor, body.json())));
    }

    @Endpoint(
            value = "Try to book a person for a project",
            answer = "Form",
            body = "AssignmentWrite")
    @PostMapping("/form")
    ResponseEntity<ObjectNode> creationForm(Actor actor, Body body) {
        return Answers.ok(assignments.creationForm(actor, body.json()));
    }

    @Endpoint(value = "The schema of assignments", answer = "Schema")
    @GetMapping("/schema")
    ResponseEntity<ObjectNode> schema() {
        return Answers.ok(assignments.schema());
    }

    @Endpoint(value = "Read an assignment", answer = "Assignment")
    @GetMapping("/{id}")
    ResponseEntity<ObjectNode> show(Actor actor, @PathVariable long id) {
        return Answers.ok(single(assignments.show(actor, id)));
    }

    @Endpoint(value = "Change an assignment", answer = "Assignment")
    @PatchMapping("/{id}")
    ResponseEntity<ObjectNode> change(Actor actor, @PathVariable long id, Body body) {
        return Answers.ok(single(assignments.change(actor, id, body.json())));
    }

    @Endpoint(value = "Try to change an assignment", answer = "Form", body = "AssignmentWrite")
    @PostMapping("/{id}/form")
    ResponseEntity<ObjectNode> changeForm(Actor actor, @PathVariable long id, Body body) {
        return Answers.ok(assignments.changeForm(actor, id, body.json()));
    }

    @Endpoint(value = "Delete an assignment", status = 204)
    @DeleteMapping("/{id}")
    ResponseEntity<ObjectNode> delete(Actor actor, @PathVariable long id) {
        assignments.delete(actor, id);
        return Answers.noContent();
    }

    private static Document single(Seen<AssignmentDetail> seen) {
        return AssignmentHal.single(seen.what(), seen.rights());
    }
}
