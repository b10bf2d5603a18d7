package org.signalbox.rm;

import static org.signalbox.format.RmObjects.API;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.signalbox.account.Actor;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

@RestController
@RequestMapping(API + "/users")
final class RmUserResource {
    private final RmUsers users;
    private final RmPeopleFields fields;

    RmUserResource(RmUsers users, RmPeopleFields fields) {
        this.users = users;
        this.fields = fields;
    }

    @GetMapping
    ResponseEntity<ObjectNode> list(Actor actor, RmList list) {
        return fields.embeddedIn(actor, list, users.list(actor, list, List.of()));
    }

    @PostMapping
    ResponseEntity<ObjectNode> create(Actor actor, RmBody body) {
        return RmList.ok(users.create(actor, body.sent()));
    }

    @GetMapping("/{id}")
    ResponseEntity<ObjectNode> show(Actor actor, @PathVariable long id, RmList list) {
        var person = users.show(actor, id);
        fields.embed(actor, list, List.of(person));
        return RmList.ok(person);
    }

    @PutMapping("/{id}")
    ResponseEntity<ObjectNode> change(
            Actor actor, @PathVariable long id, RmBody body, HttpServletRequest request) {
        return RmList.ok(users.change(actor, id, body.sent(), request.getRemoteAddr()));
    }
}
