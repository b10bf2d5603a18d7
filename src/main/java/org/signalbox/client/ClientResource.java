package org.signalbox.client;

import java.util.List;
import org.signalbox.account.Actor;
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
@RequestMapping("/api/v3/clients")
final class ClientResource implements Described {

    private final Clients clients;

    ClientResource(Clients clients) {
        this.clients = clients;
    }

    @Override
    public List<Shape> shapes() {
        return List.of(
                ClientHal.CLIENT
                        .shape()
                        .links("self", "schema", "projects", "update", "updateImmediately")
                        .links("delete"),
                ClientHal.CLIENT.writeShape());
    }

    @Endpoint(value = "List clients", answer = "Client", of = Endpoint.Of.PAGE)
    @GetMapping
    ResponseEntity<ObjectNode> list(Actor actor, Listing listing) {
        var seen = clients.list(actor, listing);
        var elements =
                seen.what().elements().stream()
                        .map(client -> ClientHal.of(client, seen.managed()))
                        .toList();
        return Answers.ok(listing.collection(seen.what().total(), elements));
    }

    @Endpoint(value = "Create a client", answer = "Client", status = 201)
    @PostMapping
    ResponseEntity<ObjectNode> create(Actor actor, Body body) {
        return Answers.created(single(clients.create(actor, body.json())));
    }

    @Endpoint(value = "Try to create a client", answer = "Form", body = "ClientWrite")
    @PostMapping("/form")
    ResponseEntity<ObjectNode> creationForm(Actor actor, Body body) {
        return Answers.ok(clients.creationForm(actor, body.json()));
    }

    @Endpoint(value = "The schema of clients", answer = "Schema")
    @GetMapping("/schema")
    ResponseEntity<ObjectNode> schema() {
        return Answers.ok(clients.schema());
    }

    @Endpoint(value = "Read a client", answer = "Client")
    @GetMapping("/{id}")
    ResponseEntity<ObjectNode> show(Actor actor, @PathVariable long id) {
        return Answers.ok(single(clients.show(actor, id)));
    }

    @Endpoint(value = "Change a client", answer = "Client")
    @PatchMapping("/{id}")
    ResponseEntity<ObjectNode> change(Actor actor, @PathVariable long id, Body body) {
        return Answers.ok(single(clients.change(actor, id, body.json())));
    }

    @Endpoint(value = "Try to change a client", answer = "Form", body = "ClientWrite")
    @PostMapping("/{id}/form")
    ResponseEntity<ObjectNode> changeForm(Actor actor, @PathVariable long id, Body body) {
        return Answers.ok(clients.changeForm(actor, id, body.json()));
    }

    @Endpoint(value = "Delete a client; its projects stay", status = 204)
    @DeleteMapping("/{id}")
    ResponseEntity<ObjectNode> delete(Actor actor, @PathVariable long id) {
        clients.delete(actor, id);
        return Answers.noContent();
    }

    private static Document single(Manageable<Client> seen) {
        return ClientHal.of(seen.what(), seen.managed());
    }
}
