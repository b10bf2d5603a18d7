package org.signalbox.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.signalbox.hal.Answers;
import org.signalbox.hal.Body;
import org.signalbox.hal.Described;
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
@RequestMapping("/api/v3")
final class UserResource implements Described {
    private final Users users;
    private final UserChanges changes;

    UserResource(Users users, UserChanges changes) {
        this.users = users;
        this.changes = changes;
    }

    @Override
    public List<Shape> shapes() {
        return UserHal.shapes();
    }

    @Endpoint(value = "List users", answer = "User", of = Endpoint.Of.PAGE)
    @GetMapping("/users")
    ResponseEntity<ObjectNode> list(Actor actor, Listing listing) {
        var found = users.list(actor, listing);
        var elements =
                found.elements().stream().map(user -> UserHal.document(user, actor)).toList();
        return Answers.ok(listing.collection(found.total(), elements));
    }

    @Endpoint(value = "Create or invite a user", answer = "User", status = 201)
    @PostMapping("/users")
    ResponseEntity<ObjectNode> create(Actor actor, Body body) {
        return Answers.created(UserHal.document(changes.create(actor, body.json()), actor));
    }

    @Endpoint(value = "Try to create a user", answer = "Form", body = "UserWrite")
    @PostMapping("/users/form")
    ResponseEntity<ObjectNode> creationForm(Actor actor, Body body) {
        return Answers.ok(changes.creationForm(actor, body.json()));
    }

    @Endpoint(value = "Try to change a user", answer = "Form", body = "UserWrite")
    @PostMapping("/users/{key}/form")
    ResponseEntity<ObjectNode> changeForm(
            Actor actor, @PathVariable String key, Body body, HttpServletRequest request) {
        long id = users.visible(actor, key).id();
        return Answers.ok(changes.changeForm(actor, id, body.json(), request.getRemoteAddr()));
    }

    @Endpoint(value = "The schema of users", answer = "Schema")
    @GetMapping("/users/schema")
    ResponseEntity<ObjectNode> schema(Actor actor) {
        return Answers.ok(changes.schema(actor));
    }

    /** By id, by login, or {@code me}. */
    @Endpoint(value = "Read a user", answer = "User")
    @GetMapping("/users/{key}")
    ResponseEntity<ObjectNode> show(Actor actor, @PathVariable String key) {
        return Answers.ok(UserHal.document(users.visible(actor, key), actor));
    }

    @Endpoint(value = "Change a user", answer = "User")
    @PatchMapping("/users/{key}")
    ResponseEntity<ObjectNode> change(
            Actor actor, @PathVariable String key, Body body, HttpServletRequest request) {
        long id = users.visible(actor, key).id();
        User changed = changes.change(actor, id, body.json(), request.getRemoteAddr());
        return Answers.ok(UserHal.document(changed, actor));
    }

    @Endpoint(value = "Delete a user", status = 202)
    @DeleteMapping("/users/{key}")
    ResponseEntity<ObjectNode> delete(Actor actor, @PathVariable String key) {
        changes.delete(actor, users.visible(actor, key).id());
        return ResponseEntity.accepted().build();
    }

    @Endpoint(value = "Lock a user", answer = "User")
    @PostMapping("/users/{key}/lock")
    ResponseEntity<ObjectNode> lock(Actor actor, @PathVariable String key) {
        User locked = changes.lock(actor, users.visible(actor, key).id());
        return Answers.ok(UserHal.document(locked, actor));
    }

    @Endpoint(value = "Unlock a user", answer = "User")
    @DeleteMapping("/users/{key}/lock")
    ResponseEntity<ObjectNode> unlock(Actor actor, @PathVariable String key) {
        User unlocked = changes.unlock(actor, users.visible(actor, key).id());
        return Answers.ok(UserHal.document(unlocked, actor));
    }
}
