package org.signalbox.webhook;

import java.util.List;
import org.signalbox.hal.Answers;
import org.signalbox.hal.Described;
import org.signalbox.hal.Document;
import org.signalbox.hal.Endpoint;
import org.signalbox.hal.Link;
import org.signalbox.hal.Listing;
import org.signalbox.hal.Shape;
import org.signalbox.hal.Types;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The formats with their events, each with a sample of its payload. For everybody. */
@RestController
@RequestMapping("/api/v3/webhook_formats")
final class FormatResource implements Described {
    private final Formats formats;
    private final JsonMapper json;

    FormatResource(Formats formats, JsonMapper json) {
        this.formats = formats;
        this.json = json;
    }

    @Override
    public List<Shape> shapes() {
        var first = formats.all().getFirst();
        return List.of(
                Shape.of("WebhookFormat")
                        .property("id", Types.STRING)
                        .property("name", Types.STRING)
                        .property("events", Shape.array(Shape.ref("WebhookFormatEvent")))
                        .links("self")
                        .example(document(first, first.events().subList(0, 1))),
                Shape.plain("WebhookFormatEvent")
                        .property("name", Types.STRING)
                        .property("type", Types.STRING)
                        .property("group", Types.STRING)
                        .property("label", Types.STRING)
                        .property("sample", Shape.anyObject())
                        .optional("aliases", Types.STRINGS));
    }

    @Endpoint(
            value = "List the formats with their events",
            answer = "WebhookFormat",
            of = Endpoint.Of.ALL)
    @GetMapping
    ResponseEntity<ObjectNode> list(Listing listing) {
        List<Document> elements =
                formats.all().stream().map(one -> document(one, one.events())).toList();
        return Answers.ok(Listing.whole(listing.path(), elements));
    }

    private Document document(Format format, List<EventName> names) {
        var events = json.createArrayNode();
        names.forEach(name -> events.add(event(format, name)));
        return new Document("WebhookFormat")
                .put("id", format.id())
                .put("name", format.title())
                .put("events", events)
                .link("self", Link.to("/api/v3/webhook_formats/" + format.id(), format.title()));
    }

    private ObjectNode event(Format format, EventName name) {
        byte[] sample = format.body(format.sample(name.name()), name.name());
        var event =
                json.createObjectNode()
                        .put("name", name.name())
                        .put("type", name.type())
                        .put("group", name.group())
                        .put("label", name.label())
                        .set("sample", json.readTree(sample));
        if (!name.aliases().isEmpty()) {
            event.set("aliases", json.valueToTree(name.aliases()));
        }
        return event;
    }
}
