package org.signalbox.watcher;

import java.util.List;
import org.signalbox.account.Actor;
import org.signalbox.account.User;
import org.signalbox.account.UserHal;
import org.signalbox.hal.Answers;
import org.signalbox.hal.Body;
import org.signalbox.hal.Described;
import org.signalbox.hal.Endpoint;
import org.signalbox.hal.Listing;
import org.signalbox.hal.Reference;
import org.signalbox.hal.Refusal;
import org.signalbox.hal.Shape;
import org.signalbox.hal.Type;
import org.signalbox.hal.Types;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

@RestController
@RequestMapping("/api/v3/work_packages/{id}")
final class WatcherResource implements Described {

    private static final Type<Reference> USER = Types.link("User", "users");

    private final Watchers watchers;

    WatcherResource(Watchers watchers) {
        this.watchers = watchers;
    }

    @Override
    public List<Shape> shapes() {
        return List.of(Shape.plain("WatcherWrite").property("user", Shape.ref("Link")));
    }

    @Endpoint(value = "List who watches a work package", answer = "User", of = Endpoint.Of.ALL)
    @GetMapping("/watchers")
    ResponseEntity<ObjectNode> list(Actor actor, Listing listing, @PathVariable long id) {
        return people(listing, watchers.of(actor, id), actor);
    }

    @Endpoint(value = "List who could watch a work package", answer = "User", of = Endpoint.Of.ALL)
    @GetMapping("/available_watchers")
    ResponseEntity<ObjectNode> available(Actor actor, Listing listing, @PathVariable long id) {
        return people(listing, watchers.available(actor, id), actor);
    }

    @Endpoint(
            value = "Let somebody watch a work package",
            answer = "User",
            status = 201,
            orStatus = 200,
            body = "WatcherWrite")
    @PostMapping("/watchers")
    ResponseEntity<ObjectNode> add(Actor actor, @PathVariable long id, Body body) {
        var added = watchers.add(actor, id, user(body).id());
        var document = UserHal.document(added.user(), actor);
        return Answers.with(added.isNew() ? HttpStatus.CREATED : HttpStatus.OK, document);
    }

    @Endpoint(value = "Let somebody watch no longer", status = 204)
    @DeleteMapping("/watchers/{userId}")
    ResponseEntity<ObjectNode> remove(
            Actor actor, @PathVariable long id, @PathVariable long userId) {
        watchers.remove(actor, id, userId);
        return Answers.noContent();
    }

    /**
     * The one body of the API in which a link does not stand under {@code _links}; there it may
     * stand as well, since clients expect no exception.
     */
    private static Reference user(Body body) {
        var sent = body.json().at(body.json().has("user") ? "/user" : "/_links/user");
        if (!sent.path("href").isString()) {
            throw new Refusal.BadBody("The request body has no link called user.");
        }
        var user = USER.readOrNull(sent);
        if (user == null) {
            throw new Refusal.Invalid(
                    Refusal.Kind.WRONG_RESOURCE,
                    "user",
                    "Expected a link such as /api/v3/users/{id} as user.");
        }
        return user;
    }

    private static ResponseEntity<ObjectNode> people(
            Listing listing, List<User> people, Actor actor) {
        return Answers.ok(
                Listing.whole(
                        listing.path(),
                        people.stream().map(person -> UserHal.document(person, actor)).toList()));
    }
}
