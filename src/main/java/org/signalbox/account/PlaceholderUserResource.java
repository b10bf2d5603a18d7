package org.signalbox.account;

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
@RequestMapping("/api/v3/placeholder_users")
final class PlaceholderUserResource {
    private final PlaceholderUsers placeholders;

    PlaceholderUserResource(PlaceholderUsers placeholders) {
        this.placeholders = placeholders;
    }

    @GetMapping
    ResponseEntity<ObjectNode> list(Actor actor, Listing listing) {
        var seen = placeholders.list(actor, listing);
        var elements =
                seen.what().elements().stream()
                        .map(one -> PrincipalHal.document(one, seen.rights()))
                        .toList();
        return Answers.ok(listing.collection(seen.what().total(), elements));
    }

    @PostMapping
    ResponseEntity<ObjectNode> create(Actor actor, Body body) {
        return Answers.created(
                PrincipalHal.document(placeholders.create(actor, body.json()), actor));
    }

    @GetMapping("/{id}")
    ResponseEntity<ObjectNode> show(Actor actor, @PathVariable long id) {
        return Answers.ok(PrincipalHal.document(placeholders.show(actor, id), actor));
    }

    @PatchMapping("/{id}")
    ResponseEntity<ObjectNode> change(Actor actor, @PathVariable long id, Body body) {
        return Answers.ok(
                PrincipalHal.document(placeholders.change(actor, id, body.json()), actor));
    }

    @DeleteMapping("/{id}")
    ResponseEntity<ObjectNode> delete(Actor actor, @PathVariable long id) {
        placeholders.delete(actor, id);
        return ResponseEntity.accepted().build();
    }
}
