package org.signalbox.account;

import java.util.List;
import org.signalbox.hal.Answers;
import org.signalbox.hal.Described;
import org.signalbox.hal.Endpoint;
import org.signalbox.hal.Listing;
import org.signalbox.hal.Shape;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

@RestController
@RequestMapping("/api/v3/principals")
final class PrincipalResource implements Described {
    private final Principals principals;
    private final Groups groups;

    PrincipalResource(Principals principals, Groups groups) {
        this.principals = principals;
        this.groups = groups;
    }

    @Override
    public List<Shape> shapes() {
        return PrincipalHal.shapes();
    }

    @Endpoint(
            value = "List people, groups and placeholders",
            answer = "Principal",
            of = Endpoint.Of.PAGE)
    @GetMapping
    ResponseEntity<ObjectNode> list(Actor actor, Listing listing) {
        var seen = principals.list(actor, listing);
        var members = groups.members(new Seen<>(seen.what().elements(), seen.rights()));
        var elements =
                seen.what().elements().stream()
                        .map(one -> PrincipalHal.document(one, members, seen.rights()))
                        .toList();
        return Answers.ok(listing.collection(seen.what().total(), elements));
    }
}
