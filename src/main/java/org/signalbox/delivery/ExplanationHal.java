package org.signalbox.delivery;

import java.util.Arrays;
import org.signalbox.event.Event;
import org.signalbox.hal.Document;
import org.signalbox.hal.Link;
import org.signalbox.hal.Shape;
import org.signalbox.hal.Types;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** How explanations look in the API. */
final class ExplanationHal {
    private static final String TYPE = "WebhookExplanation";

    private ExplanationHal() {}

    static Document document(Explanation explanation) {
        long webhook = explanation.webhook().id();
        Delivery delivery = explanation.delivery();
        String earlier = explanation.heldBackBy();
        Document document =
                new Document(TYPE)
                        .put("verdict", explanation.verdict().word())
                        .put("wanted", explanation.match().wanted())
                        .put("name", explanation.match().name())
                        .put("event", event(explanation.event()))
                        .put("decidedBy", explanation.by())
                        .put(
                                "decidedAt",
                                explanation.at() == null ? null : Types.time(explanation.at()))
                        .link(
                                "self",
                                Link.to(
                                        "/api/v3/webhooks/%d/explain?event=%d"
                                                .formatted(
                                                        webhook, explanation.event().sequence())))
                        .link("webhook", Link.to("/api/v3/webhooks/" + webhook));
        if (delivery != null) {
            document.link("delivery", Link.to(DeliveryHal.path(webhook) + "/" + delivery.id()));
        }
        if (earlier != null) {
            document.link("heldBackBy", Link.to(DeliveryHal.path(webhook) + "/" + earlier));
        }
        return document;
    }

    private static ObjectNode event(Event event) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", event.id())
                .put("type", event.type())
                .put("sequence", event.sequence())
                .put("subject", event.subject().toString())
                .put("occurredAt", Types.time(event.occurredAt()));
    }

    static Shape shape() {
        var event =
                Shape.plain("")
                        .property("id", Types.STRING)
                        .property("type", Types.STRING)
                        .property("sequence", Types.INTEGER)
                        .property("subject", Types.STRING)
                        .property("occurredAt", Types.DATE_TIME);
        String[] verdicts =
                Arrays.stream(Verdict.values()).map(Verdict::word).toArray(String[]::new);
        return Shape.of(TYPE)
                .property("verdict", Shape.word(verdicts))
                .property("wanted", Types.BOOLEAN)
                .property("name", Shape.nullable(Types.STRING.schema()))
                .property("event", event.json())
                .property("decidedBy", Shape.nullable(Types.STRING.schema()))
                .property("decidedAt", Shape.nullable(Types.DATE_TIME.schema()))
                .links("self", "webhook", "delivery", "heldBackBy");
    }
}
