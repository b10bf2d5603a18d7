package org.signalbox.absence;

import java.util.List;
import org.signalbox.account.Actor;
import org.signalbox.hal.Answers;
import org.signalbox.hal.Body;
import org.signalbox.hal.Described;
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
@RequestMapping("/api/v3/absences")
final class AbsenceResource implements Described {

    private final Absences absences;

    AbsenceResource(Absences absences) {
        this.absences = absences;
    }

    @Override
    public List<Shape> shapes() {
        return AbsenceHal.shapes();
    }

    @Endpoint(value = "List absences", answer = "Absence", of = Endpoint.Of.PAGE)
    @GetMapping
    ResponseEntity<ObjectNode> list(Actor actor, Listing listing) {
        var found = absences.list(actor, listing);
        var elements = found.elements().stream().map(AbsenceHal::of).toList();
        return Answers.ok(listing.collection(found.total(), elements));
    }

    @Endpoint(value = "Enter an absence", answer = "Absence", status = 201)
    @PostMapping
    ResponseEntity<ObjectNode> create(Actor actor, Body body) {
        return Answers.created(AbsenceHal.single(absences.create(actor, body.json()), actor));
    }

    @Endpoint(value = "Try to enter an absence", answer = "Form", body = "AbsenceWrite")
    @PostMapping("/form")
    ResponseEntity<ObjectNode> creationForm(Actor actor, Body body) {
        return Answers.ok(absences.creationForm(actor, body.json()));
    }

    @Endpoint(value = "The schema of absences", answer = "Schema")
    @GetMapping("/schema")
    ResponseEntity<ObjectNode> schema() {
        return Answers.ok(absences.schema());
    }

    @Endpoint(value = "Read an absence", answer = "Absence")
    @GetMapping("/{id}")
    ResponseEntity<ObjectNode> show(Actor actor, @PathVariable long id) {
        return Answers.ok(AbsenceHal.single(absences.show(actor, id), actor));
    }

    @Endpoint(value = "Change an absence", answer = "Absence")
    @PatchMapping("/{id}")
    ResponseEntity<ObjectNode> change(Actor actor, @PathVariable long id, Body body) {
        return Answers.ok(AbsenceHal.single(absences.change(actor, id, body.json()), actor));
    }

    @Endpoint(value = "Try to change an absence", answer = "Form", body = "AbsenceWrite")
    @PostMapping("/{id}/form")
    ResponseEntity<ObjectNode> changeForm(Actor actor, @PathVariable long id, Body body) {
        return Answers.ok(absences.changeForm(actor, id, body.json()));
    }

    @Endpoint(value = "Delete an absence", status = 204)
    @DeleteMapping("/{id}")
    ResponseEntity<ObjectNode> delete(Actor actor, @PathVariable long id) {
        absences.delete(actor, id);
        return Answers.noContent();
    }
}
