package org.signalbox.delivery;

import java.util.List;
import org.signalbox.hal.Description;
import org.signalbox.hal.Document;
import org.signalbox.hal.Filter;
import org.signalbox.hal.Filters;
import org.signalbox.hal.Link;
import org.signalbox.hal.Shape;
import org.signalbox.hal.Sort;
import org.signalbox.hal.Types;
import org.signalbox.sender.Header;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** How deliveries look in the API. */
final class DeliveryHal {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    static final Description<Delivery> DELIVERY =
            Description.<Delivery>of("WebhookDelivery")
                    .filters(
                            Filter.of("state", Filters.word("d.state")),
                            Filter.of("event", Filters.word("d.type")),
                            Filter.of("createdAt", Filters.time("d.occurred_at")),
                            Filter.of("subject", Filters.word("d.subject")),
                            Filter.of("webhookId", Filters.word("d.event_id")),
                            Filter.of("statusCode", Filters.number("d.status_code")))
                    .sorts(Sort.by("id", "d.sequence"));

    private DeliveryHal() {}

    static String path(long webhookId) {
        return "/api/v3/webhooks/" + webhookId + "/deliveries";
    }

    static Document document(DeliveryDetail detail) {
        ObjectNode request =
                JSON.objectNode()
                        .put("method", "POST")
                        .put("url", detail.url())
                        .put("body", detail.requestBody());
        request.set("headers", headers(detail.requestHeaders()));
        Delivery delivery = detail.delivery();
        var document = document(delivery).put("request", request);
        if (detail.mergedInto() != null) {
            String into = path(delivery.webhookId()) + "/" + detail.mergedInto();
            document.link("mergedInto", Link.to(into));
        }
        if (!detail.merged().isEmpty()) {
            var merged = JSON.arrayNode();
            detail.merged().forEach(merged::add);
            document.put("merged", merged);
        }
        return document;
    }

    static Document document(Delivery delivery) {
        var event = delivery.event();
        String self = path(delivery.webhookId()) + "/" + delivery.id();
        var attempts = JSON.arrayNode();
        delivery.attempts().forEach(attempt -> attempts.add(attempt(attempt)));
        var document =
                new Document(DELIVERY.type())
                        .put("id", delivery.id())
                        .put(
                                "event",
                                JSON.objectNode()
                                        .put("id", event.id())
                                        .put("type", event.type())
                                        .put("name", delivery.name())
                                        .put("sequence", event.sequence())
                                        .put("subject", event.subject().toString())
                                        .put("occurredAt", Types.time(event.occurredAt())))
                        .put("state", delivery.state().word())
                        .put("test", delivery.test())
                        .put("attempts", attempts)
                        .put(
                                "nextAttemptAt",
                                delivery.nextAttemptAt() == null
                                        ? null
                                        : Types.time(delivery.nextAttemptAt()))
                        .link("self", Link.to(self))
                        .link("webhook", Link.to("/api/v3/webhooks/" + delivery.webhookId()));
        if (!delivery.test()) {
            document.link("redeliver", Link.action(self + "/redeliver", "post"));
        }
        return document;
    }

    static Shape shape() {
        var event =
                Shape.plain("")
                        .property("id", Types.STRING)
                        .property("type", Types.STRING)
                        .property("name", Types.STRING)
                        .property("sequence", Types.INTEGER)
                        .property("subject", Types.STRING)
                        .property("occurredAt", Types.DATE_TIME);
        var request =
                Shape.plain("")
                        .property("method", Types.STRING)
                        .property("url", Types.STRING)
                        .property("headers", Shape.anyObject())
                        .property("body", Types.STRING);
        return Shape.of(DELIVERY.type())
                .property("id", Types.STRING)
                .property("event", event.json())
                .property(
                        "state", Shape.word("waiting", "retrying", "delivered", "failed", "merged"))
                .property("test", Types.BOOLEAN)
                .property("attempts", Shape.array(Shape.ref("WebhookAttempt")))
                .property("nextAttemptAt", Shape.nullable(Types.DATE_TIME.schema()))
                .optional("request", request.json())
                .optional("merged", Shape.array(Types.STRING.schema()))
                .links("self", "webhook", "redeliver", "mergedInto")
                .of(DELIVERY)
                .example(document(SampleDelivery.detail()));
    }

    static Shape attemptShape() {
        return Shape.plain("WebhookAttempt")
                .property("number", Types.INTEGER)
                .property("startedAt", Types.DATE_TIME)
                .property("durationMs", Types.INTEGER)
                .property("statusCode", Shape.nullable(Types.INTEGER.schema()))
                .property("error", Shape.nullable(Types.STRING.schema()))
                .property("responseHeaders", Shape.anyObject())
                .property("responseBody", Shape.nullable(Types.STRING.schema()))
                .property("responseBodyTruncated", Types.BOOLEAN);
    }

    private static ObjectNode attempt(Attempt attempt) {
        ObjectNode json =
                JSON.objectNode()
                        .put("number", attempt.number())
                        .put("startedAt", Types.time(attempt.startedAt()))
                        .put("durationMs", attempt.duration().toMillis())
                        .put("statusCode", attempt.statusCode())
                        .put("error", attempt.error());
        json.set("responseHeaders", headers(attempt.responseHeaders()));
        return json.put("responseBody", attempt.responseBody())
                .put("responseBodyTruncated", attempt.responseTruncated());
    }

    /** A header that occurs several times has its values joined, as HTTP allows. */
    private static ObjectNode headers(List<Header> headers) {
        ObjectNode json = JSON.objectNode();
        for (Header header : headers) {
            JsonNode before = json.get(header.name());
            json.put(
                    header.name(),
                    before == null ? header.value() : before.asString() + ", " + header.value());
        }
        return json;
    }
}
