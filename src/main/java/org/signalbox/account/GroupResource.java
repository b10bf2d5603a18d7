package org.signalbox.account;

import java.util.List;
import org.signalbox.hal.Answers;
import org.signalbox.hal.Body;
import org.signalbox.hal.Document;
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
@RequestMapping("/api/v3/groups")
final class GroupResource {
    private final Groups groups;

    GroupResource(Groups groups) {
        this.groups = groups;
    }

    @Endpoint(value = "List groups", answer = "Group", of = Endpoint.Of.PAGE)
    @GetMapping
    ResponseEntity<ObjectNode> list(Actor actor, Listing listing) {
        var seen = groups.list(actor, listing);
        var elements = documents(new Seen<>(seen.what().elements(), seen.rights()));
        return Answers.ok(listing.collection(seen.what().total(), elements));
    }

    @Endpoint(value = "Create a group", answer = "Group", status = 201)
    @PostMapping
    ResponseEntity<ObjectNode> create(Actor actor, Body body) {
        return Answers.created(single(groups.create(actor, body.json())));
    }

    @Endpoint(value = "Read a group with its members", answer = "Group")
    @GetMapping("/{id}")
    ResponseEntity<ObjectNode> show(Actor actor, @PathVariable long id) {
        return Answers.ok(single(groups.show(actor, id)));
    }

    @Endpoint(value = "Change a group; its members are replaced as a whole", answer = "Group")
    @PatchMapping("/{id}")
    ResponseEntity<ObjectNode> change(Actor actor, @PathVariable long id, Body body) {
        return Answers.ok(single(groups.change(actor, id, body.json())));
    }

    @Endpoint(value = "Delete a group", status = 202)
    @DeleteMapping("/{id}")
    ResponseEntity<ObjectNode> delete(Actor actor, @PathVariable long id) {
        groups.delete(actor, id);
        return ResponseEntity.accepted().build();
    }

    private Document single(Seen<Principal> seen) {
        return documents(new Seen<>(List.of(seen.what()), seen.rights())).getFirst();
    }

    /** Groups with those of their members whom the viewer may know. */
    private List<Document> documents(Seen<List<Principal>> seen) {
        var members = groups.members(seen);
        return seen.what().stream()
                .map(group -> PrincipalHal.document(group, members, seen.rights()))
                .toList();
    }
}
