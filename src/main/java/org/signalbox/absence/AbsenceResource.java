package org.signalbox.absence;

import org.signalbox.account.Actor;
import org.signalbox.hal.Answers;
import org.signalbox.hal.Body;
import org.signalbox.hal.Listing;
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
final class AbsenceResource {

    private final Absences absences;

    AbsenceResource(Absences absences) {
        this.absences = absences;
    }

    @GetMapping
    ResponseEntity<ObjectNode> list(Actor actor, Listing listing) {
        var found = absences.list(actor, listing);
        var elements = found.elements().stream().map(AbsenceHal::of).toList();
        return Answers.ok(listing.collection(found.total(), elements));
    }

    @PostMapping
    ResponseEntity<ObjectNode> create(Actor actor, Body body) {
        return Answers.created(AbsenceHal.single(absences.create(actor, body.json()), actor));
    }

    @PostMapping("/form")
    ResponseEntity<ObjectNode> creationForm(Actor actor, Body body) {
        return Answers.ok(absences.creationForm(actor, body.json()));
    }

    @GetMapping("/schema")
    ResponseEntity<ObjectNode> schema() {
        return Answers.ok(absences.schema());
    }

    @GetMapping("/{id}")
    ResponseEntity<ObjectNode> show(Actor actor, @PathVariable long id) {
        return Answers.ok(AbsenceHal.single(absences.show(actor, id), actor));
    }

    @PatchMapping("/{id}")
    ResponseEntity<ObjectNode> change(Actor actor, @PathVariable long id, Body body) {
        return Answers.ok(AbsenceHal.single(absences.change(actor, id, body.json()), actor));
    }

    @PostMapping("/{id}/form")
    ResponseEntity<ObjectNode> changeForm(Actor actor, @PathVariable long id, Body body) {
        return Answers.ok(absences.changeForm(actor, id, body.json()));
    }

    @DeleteMapping("/{id}")
    ResponseEntity<ObjectNode> delete(Actor actor, @PathVariable long id) {
        absences.delete(actor, id);
        return Answers.noContent();
    }
}
