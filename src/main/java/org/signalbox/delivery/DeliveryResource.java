package org.signalbox.delivery;

import java.time.Instant;
import java.util.List;
import org.signalbox.account.Actor;
import org.signalbox.hal.Answers;
import org.signalbox.hal.Attribute;
import org.signalbox.hal.Body;
import org.signalbox.hal.Described;
import org.signalbox.hal.Description;
import org.signalbox.hal.Document;
import org.signalbox.hal.Endpoint;
import org.signalbox.hal.Link;
import org.signalbox.hal.Listing;
import org.signalbox.hal.Shape;
import org.signalbox.hal.Type;
import org.signalbox.hal.Types;
import org.signalbox.webhook.WebhookDetails;
import org.signalbox.webhook.WebhookHal;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** What became of a webhook's deliveries, and what can be done with them. For administrators. */
@RestController
@RequestMapping("/api/v3/webhooks/{id}")
final class DeliveryResource implements Described {
    private static final Attribute<Object, String> EVENT = write("event", Types.STRING).required();
    private static final Attribute<Object, Instant> SINCE =
            write("since", Types.DATE_TIME).required();
    private static final Attribute<Object, Instant> UNTIL = write("until", Types.DATE_TIME);
    private static final Attribute<Object, Boolean> ONLY_FAILED =
            write("onlyFailed", Types.BOOLEAN);
    private static final Description<Object> TEST = Description.of("WebhookTest").with(EVENT);
    private static final Description<Object> REPLAY =
            Description.of("WebhookReplay").with(SINCE, UNTIL, ONLY_FAILED);

    private final Deliveries deliveries;
    private final DeliveryLog log;
    private final Explanations explanations;
    private final WebhookDetails webhooks;

    DeliveryResource(
            Deliveries deliveries,
            DeliveryLog log,
            Explanations explanations,
            WebhookDetails webhooks) {
        this.explanations = explanations;
        this.deliveries = deliveries;
        this.log = log;
        this.webhooks = webhooks;
    }

    @Override
    public List<Shape> shapes() {
        return List.of(
                DeliveryHal.shape(),
                DeliveryHal.attemptShape(),
                ExplanationHal.shape(),
                TEST.writeShape(),
                REPLAY.writeShape(),
                Shape.of("WebhookReplay").property("count", Types.INTEGER).links("webhook"));
    }

    @Endpoint(
            value = "List deliveries, newest first",
            answer = "WebhookDelivery",
            of = Endpoint.Of.PAGE)
    @GetMapping("/deliveries")
    ResponseEntity<ObjectNode> list(Actor actor, @PathVariable long id, Listing listing) {
        var found = log.list(actor, id, listing);
        var elements = found.elements().stream().map(DeliveryHal::document).toList();
        return Answers.ok(listing.collection(found.total(), elements));
    }

    @Endpoint(value = "Read a delivery with its request and attempts", answer = "WebhookDelivery")
    @GetMapping("/deliveries/{delivery}")
    ResponseEntity<ObjectNode> show(
            Actor actor, @PathVariable long id, @PathVariable String delivery) {
        return Answers.ok(DeliveryHal.document(log.show(actor, id, delivery)));
    }

    @Endpoint(value = "Send a delivery again", answer = "WebhookDelivery")
    @PostMapping("/deliveries/{delivery}/redeliver")
    ResponseEntity<ObjectNode> redeliver(
            Actor actor, @PathVariable long id, @PathVariable String delivery) {
        deliveries.redeliver(actor, id, delivery);
        return show(actor, id, delivery);
    }

    @Endpoint(value = "Send a test event", answer = "WebhookDelivery", body = "WebhookTestWrite")
    @PostMapping("/test")
    ResponseEntity<ObjectNode> test(Actor actor, @PathVariable long id, Body body) {
        var input = TEST.creation(body.json());
        input.check();
        return show(actor, id, deliveries.test(actor, id, input.need(EVENT)));
    }

    @Endpoint(value = "Pause a webhook", answer = "Webhook")
    @PostMapping("/pause")
    ResponseEntity<ObjectNode> pause(Actor actor, @PathVariable long id) {
        deliveries.pause(actor, id);
        return standing(actor, id);
    }

    @Endpoint(value = "Let a webhook go on", answer = "Webhook")
    @PostMapping("/resume")
    ResponseEntity<ObjectNode> resume(Actor actor, @PathVariable long id) {
        deliveries.resume(actor, id);
        return standing(actor, id);
    }

    @Endpoint(value = "Forget what waits", answer = "Webhook")
    @PostMapping("/skip_backlog")
    ResponseEntity<ObjectNode> skip(Actor actor, @PathVariable long id) {
        deliveries.skipBacklog(actor, id);
        return standing(actor, id);
    }

    @Endpoint(value = "Send again what happened in a span of time", answer = "WebhookReplay")
    @PostMapping("/replay")
    ResponseEntity<ObjectNode> replay(Actor actor, @PathVariable long id, Body body) {
        var input = REPLAY.creation(body.json());
        input.check();
        long count =
                deliveries.replay(
                        actor,
                        id,
                        input.need(SINCE),
                        input.get(UNTIL),
                        Boolean.TRUE.equals(input.get(ONLY_FAILED)));
        return Answers.ok(
                new Document("WebhookReplay")
                        .put("count", count)
                        .link("webhook", Link.to("/api/v3/webhooks/" + id)));
    }

    @Endpoint(
            value = "Explain why a webhook got an event, or did not",
            answer = "WebhookExplanation")
    @GetMapping("/explain")
    ResponseEntity<ObjectNode> explain(
            Actor actor, @PathVariable long id, @RequestParam(defaultValue = "") String event) {
        return Answers.ok(ExplanationHal.document(explanations.of(actor, id, event)));
    }

    private ResponseEntity<ObjectNode> standing(Actor actor, long id) {
        return Answers.ok(WebhookHal.document(webhooks.show(actor, id)));
    }

    private static <V> Attribute<Object, V> write(String name, Type<V> type) {
        return Attribute.<Object, V>of(name, type, _ -> null).writable();
    }
}
