package org.signalbox.account;

import java.util.List;
import org.signalbox.hal.Answers;
import org.signalbox.hal.Described;
import org.signalbox.hal.Endpoint;
import org.signalbox.hal.Listing;
import org.signalbox.hal.Refusal;
import org.signalbox.hal.Shape;
import org.signalbox.hal.Types;
import org.signalbox.store.Database;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

@RestController
@RequestMapping("/api/v3/roles")
final class RoleResource implements Described {
    private final Database database;
    private final Roles roles;

    RoleResource(Database database, Roles roles) {
        this.database = database;
        this.roles = roles;
    }

    @Override
    public List<Shape> shapes() {
        return List.of(RoleHal.ROLES.shape().optional("permissions", Types.STRINGS).links("self"));
    }

    @Endpoint(value = "List roles", answer = "Role", of = Endpoint.Of.ALL, lists = "Role")
    @GetMapping
    ResponseEntity<ObjectNode> list(Actor actor, Listing listing) {
        var selection = RoleHal.ROLES.select(listing, actor.user().id());
        var elements =
                database.read(view -> roles.list(view, selection)).stream()
                        .map(RoleHal::document)
                        .toList();
        return Answers.ok(Listing.whole(listing.path(), elements));
    }

    @Endpoint(value = "Read a role with its permissions", answer = "Role")
    @GetMapping("/{id}")
    ResponseEntity<ObjectNode> show(@PathVariable long id) {
        return Answers.ok(
                database.read(view -> {
                    Role role = roles.find(view, id).orElseThrow(Refusal.NotFound::new);
                    return RoleHal.single(role, roles.permissions(view, id));
                }));
    }
}
