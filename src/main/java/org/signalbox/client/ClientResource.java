package org.signalbox.client;

import org.signalbox.account.Actor;
import org.signalbox.hal.Answers;
import org.signalbox.hal.Body;
import org.signalbox.hal.Document;
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
@RequestMapping("/api/v3/clients")
final class ClientResource {

    private final Clients clients;

    ClientResource(Clients clients) {
        this.clients = clients;
    }

    @GetMapping
    ResponseEntity<ObjectNode> list(Actor actor, Listing listing) {
        var seen = clients.list(actor, listing);
        var elements =
                seen.what().elements().stream()
                        .map(client -> ClientHal.of(client, seen.managed()))
                        .toList();
        return Answers.ok(listing.collection(seen.what().total(), elements));
    }

    @PostMapping
    ResponseEntity<ObjectNode> create(Actor actor, Body body) {
        return Answers.created(single(clients.create(actor, body.json())));
    }

    @GetMapping("/{id}")
    ResponseEntity<ObjectNode> show(Actor actor, @PathVariable long id) {
        return Answers.ok(single(clients.show(actor, id)));
    }

    @PatchMapping("/{id}")
    ResponseEntity<ObjectNode> change(Actor actor, @PathVariable long id, Body body) {
        return Answers.ok(single(clients.change(actor, id, body.json())));
    }

    @DeleteMapping("/{id}")
    ResponseEntity<ObjectNode> delete(Actor actor, @PathVariable long id) {
        clients.delete(actor, id);
        return Answers.noContent();
    }

    private static Document single(Manageable<Client> seen) {
        return ClientHal.of(seen.what(), seen.managed());
    }
}
