package org.signalbox.account;

import java.time.Instant;
import java.util.List;
import org.signalbox.hal.Answers;
import org.signalbox.hal.Body;
import org.signalbox.hal.Described;
import org.signalbox.hal.Endpoint;
import org.signalbox.hal.Listing;
import org.signalbox.hal.Shape;
import org.signalbox.hal.Types;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** The API tokens of a person: for that person ({@code me}) and for administrators. */
@RestController
@RequestMapping("/api/v3/users/{key}/api_tokens")
final class ApiTokenResource implements Described {
    private final Users users;
    private final ApiTokens tokens;

    ApiTokenResource(Users users, ApiTokens tokens) {
        this.users = users;
        this.tokens = tokens;
    }

    @Override
    public List<Shape> shapes() {
        var made = Instant.parse("2026-11-19T21:41:06.812Z");
        var sample = new ApiToken(21, 5, "Time tracker", made, made, null, null);
        return List.of(
                ApiTokenHal.TOKENS
                        .shape()
                        .optional("token", Types.STRING)
                        .links("self", "user", "delete")
                        .example(ApiTokenHal.document(sample)),
                ApiTokenHal.TOKENS.writeShape());
    }

    @Endpoint(value = "List somebody's API tokens", answer = "ApiToken", of = Endpoint.Of.ALL)
    @GetMapping
    ResponseEntity<ObjectNode> list(Actor actor, @PathVariable String key) {
        long owner = users.visible(actor, key).id();
        var elements = tokens.of(actor, owner).stream().map(ApiTokenHal::document).toList();
        return Answers.ok(Listing.whole(ApiTokenHal.path(owner), elements));
    }

    @Endpoint(value = "Read an API token", answer = "ApiToken")
    @GetMapping("/{id}")
    ResponseEntity<ObjectNode> show(Actor actor, @PathVariable String key, @PathVariable long id) {
        ApiToken token = tokens.of(actor, users.visible(actor, key).id(), id);
        return Answers.ok(ApiTokenHal.document(token));
    }

    /** The answer holds the token itself, this one time. */
    @Endpoint(
            value = "Create an API token; it is shown this once",
            answer = "ApiToken",
            status = 201)
    @PostMapping
    ResponseEntity<ObjectNode> create(Actor actor, @PathVariable String key, Body body) {
        long owner = users.visible(actor, key).id();
        var input = ApiTokenHal.TOKENS.creation(body.json());
        input.check();
        var issued =
                tokens.create(
                        actor,
                        owner,
                        input.need(ApiTokenHal.NAME),
                        input.get(ApiTokenHal.EXPIRES_AT));
        return Answers.created(ApiTokenHal.document(issued.token()).put("token", issued.secret()));
    }

    @Endpoint(value = "Revoke an API token", status = 204)
    @DeleteMapping("/{id}")
    ResponseEntity<ObjectNode> revoke(
            Actor actor, @PathVariable String key, @PathVariable long id) {
        tokens.revoke(actor, users.visible(actor, key).id(), id);
        return Answers.noContent();
    }
}
