package org.signalbox.webhook;

import org.signalbox.account.Actor;
import org.signalbox.hal.Answers;
import org.signalbox.hal.Body;
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
@RequestMapping("/api/v3/webhooks")
final class WebhookResource {
    private final Webhooks webhooks;
    private final WebhookDetails details;
    private final SecretRotation rotation;

    WebhookResource(Webhooks webhooks, WebhookDetails details, SecretRotation rotation) {
        this.webhooks = webhooks;
        this.details = details;
        this.rotation = rotation;
    }

    @GetMapping
    ResponseEntity<ObjectNode> list(Actor actor, Listing listing) {
        var found = details.list(actor, listing);
        var elements = found.elements().stream().map(WebhookHal::document).toList();
        return Answers.ok(listing.collection(found.total(), elements));
    }

    @PostMapping
    ResponseEntity<ObjectNode> create(Actor actor, Body body) {
        Webhook created = webhooks.create(actor, body.json());
        return Answers.created(WebhookHal.document(details.show(actor, created.id())));
    }

    @GetMapping("/{id}")
    ResponseEntity<ObjectNode> show(Actor actor, @PathVariable long id) {
        return Answers.ok(WebhookHal.document(details.show(actor, id)));
    }

    @PatchMapping("/{id}")
    ResponseEntity<ObjectNode> change(Actor actor, @PathVariable long id, Body body) {
        webhooks.change(actor, id, body.json());
        return Answers.ok(WebhookHal.document(details.show(actor, id)));
    }

    @DeleteMapping("/{id}")
    ResponseEntity<ObjectNode> delete(Actor actor, @PathVariable long id) {
        webhooks.delete(actor, id);
        return Answers.noContent();
    }

    /** The secret is given out this once if it was made here. */
    @PostMapping("/{id}/rotate_secret")
    ResponseEntity<ObjectNode> rotateSecret(Actor actor, @PathVariable long id, Body body) {
        var made = rotation.rotate(actor, id, body.json());
        var document = WebhookHal.document(details.show(actor, id));
        made.ifPresent(secret -> document.put("secret", secret.text()));
        return Answers.ok(document);
    }
}
