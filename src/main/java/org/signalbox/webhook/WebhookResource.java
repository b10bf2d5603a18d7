package org.signalbox.webhook;

import java.util.List;
import org.signalbox.account.Actor;
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
@RequestMapping("/api/v3/webhooks")
final class WebhookResource implements Described {
    private final Webhooks webhooks;
    private final WebhookDetails details;
    private final SecretRotation rotation;

    WebhookResource(Webhooks webhooks, WebhookDetails details, SecretRotation rotation) {
        this.webhooks = webhooks;
        this.details = details;
        this.rotation = rotation;
    }

    @Override
    public List<Shape> shapes() {
        return List.of(
                WebhookHal.shape(),
                WebhookHal.WEBHOOK.writeShape(),
                SecretRotation.ROTATION.writeShape());
    }

    @Endpoint(value = "List webhooks", answer = "Webhook", of = Endpoint.Of.PAGE)
    @GetMapping
    ResponseEntity<ObjectNode> list(Actor actor, Listing listing) {
        var found = details.list(actor, listing);
        var elements = found.elements().stream().map(WebhookHal::document).toList();
        return Answers.ok(listing.collection(found.total(), elements));
    }

    @Endpoint(value = "Create a webhook", answer = "Webhook", status = 201)
    @PostMapping
    ResponseEntity<ObjectNode> create(Actor actor, Body body) {
        Webhook created = webhooks.create(actor, body.json());
        return Answers.created(WebhookHal.document(details.show(actor, created.id())));
    }

    @Endpoint(value = "Read a webhook", answer = "Webhook")
    @GetMapping("/{id}")
    ResponseEntity<ObjectNode> show(Actor actor, @PathVariable long id) {
        return Answers.ok(WebhookHal.document(details.show(actor, id)));
    }

    @Endpoint(value = "Change a webhook", answer = "Webhook")
    @PatchMapping("/{id}")
    ResponseEntity<ObjectNode> change(Actor actor, @PathVariable long id, Body body) {
        webhooks.change(actor, id, body.json());
        return Answers.ok(WebhookHal.document(details.show(actor, id)));
    }

    @Endpoint(value = "Delete a webhook with its deliveries", status = 204)
    @DeleteMapping("/{id}")
    ResponseEntity<ObjectNode> delete(Actor actor, @PathVariable long id) {
        webhooks.delete(actor, id);
        return Answers.noContent();
    }

    /** The secret is given out this once if it was made here. */
    @Endpoint(
            value = "Give a webhook a new secret",
            answer = "Webhook",
            body = "SecretRotationWrite")
    @PostMapping("/{id}/rotate_secret")
    ResponseEntity<ObjectNode> rotateSecret(Actor actor, @PathVariable long id, Body body) {
        var made = rotation.rotate(actor, id, body.json());
        var document = WebhookHal.document(details.show(actor, id));
        made.ifPresent(secret -> document.put("secret", secret.text()));
        return Answers.ok(document);
    }
}
