package org.signalbox.account;

import org.signalbox.hal.Answers;
import org.signalbox.hal.Listing;
import org.signalbox.hal.Refusal;
import org.signalbox.store.Database;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

@RestController
@RequestMapping("/api/v3/roles")
final class RoleResource {
    private final Database database;
    private final Roles roles;

    RoleResource(Database database, Roles roles) {
        this.database = database;
        this.roles = roles;
    }

    @GetMapping
    ResponseEntity<ObjectNode> list(Actor actor, Listing listing) {
        var selection = RoleHal.ROLES.select(listing, actor.user().id());
        var elements =
                database.read(view -> roles.list(view, selection)).stream()
                        .map(RoleHal::document)
                        .toList();
        return Answers.ok(Listing.whole(listing.path(), elements));
    }

    @GetMapping("/{id}")
    ResponseEntity<ObjectNode> show(@PathVariable long id) {
        return Answers.ok(
                database.read(view -> {
                    Role role = roles.find(view, id).orElseThrow(Refusal.NotFound::new);
                    return RoleHal.single(role, roles.permissions(view, id));
                }));
    }
}
