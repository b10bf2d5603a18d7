package org.signalbox.account;

import org.signalbox.hal.Answers;
import org.signalbox.hal.Body;
import org.signalbox.hal.Endpoint;
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

    @Endpoint(value = "List placeholder users", answer = "PlaceholderUser", of = Endpoint.Of.PAGE)
    @GetMapping
    ResponseEntity<ObjectNode> list(Actor actor, Listing listing) {
        var seen = placeholders.list(actor, listing);
        var elements =
                seen.what().elements().stream()
                        .map(one -> PrincipalHal.document(one, seen.rights()))
                        .toList();
        return Answers.ok(listing.collection(seen.what().total(), elements));
    }

    @Endpoint(value = "Create a placeholder user", answer = "PlaceholderUser", status = 201)
    @PostMapping
    ResponseEntity<ObjectNode> create(Actor actor, Body body) {
        return Answers.created(
                PrincipalHal.document(placeholders.create(actor, body.json()), actor));
    }

    @Endpoint(value = "Read a placeholder user", answer = "PlaceholderUser")
    @GetMapping("/{id}")
    ResponseEntity<ObjectNode> show(Actor actor, @PathVariable long id) {
        return Answers.ok(PrincipalHal.document(placeholders.show(actor, id), actor));
    }

    @Endpoint(value = "Change a placeholder user", answer = "PlaceholderUser")
    @PatchMapping("/{id}")
    ResponseEntity<ObjectNode> change(Actor actor, @PathVariable long id, Body body) {
        return Answers.ok(
                PrincipalHal.document(placeholders.change(actor, id, body.json()), actor));
    }

    @Endpoint(value = "Delete a placeholder user", status = 202)
    @DeleteMapping("/{id}")
    ResponseEntity<ObjectNode> delete(Actor actor, @PathVariable long id) {
        placeholders.delete(actor, id);
        return ResponseEntity.accepted().build();
    }
}
