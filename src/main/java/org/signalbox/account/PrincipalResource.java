package org.signalbox.account;

import org.signalbox.hal.Answers;
import org.signalbox.hal.Listing;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

@RestController
@RequestMapping("/api/v3/principals")
final class PrincipalResource {
    private final Principals principals;

    PrincipalResource(Principals principals) {
        this.principals = principals;
    }

    @GetMapping
    ResponseEntity<ObjectNode> list(Actor actor, Listing listing) {
        var seen = principals.list(actor, listing);
        var elements =
                seen.what().elements().stream()
                        .map(one -> PrincipalHal.document(one, seen.rights()))
                        .toList();
        return Answers.ok(listing.collection(seen.what().total(), elements));
    }
}
