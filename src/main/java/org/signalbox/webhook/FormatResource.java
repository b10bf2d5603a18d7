package org.signalbox.webhook;

import java.util.List;
import org.signalbox.hal.Answers;
import org.signalbox.hal.Document;
import org.signalbox.hal.Link;
import org.signalbox.hal.Listing;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The formats with their events, each with a sample of its payload. For everybody. */
@RestController
@RequestMapping("/api/v3/webhook_formats")
final class FormatResource {
    private final Formats formats;
    private final JsonMapper json;

    FormatResource(Formats formats, JsonMapper json) {
        this.formats = formats;
        this.json = json;
    }

    @GetMapping
    ResponseEntity<ObjectNode> list(Listing listing) {
        List<Document> elements = formats.all().stream().map(this::document).toList();
        return Answers.ok(Listing.whole(listing.path(), elements));
    }

    private Document document(Format format) {
        var events = json.createArrayNode();
        format.events().forEach(name -> events.add(event(format, name)));
        return new Document("WebhookFormat")
                .put("id", format.id())
                .put("name", format.title())
                .put("events", events)
                .link("self", Link.to("/api/v3/webhook_formats/" + format.id(), format.title()));
    }

    private ObjectNode event(Format format, EventName name) {
        byte[] sample = format.body(format.sample(name.name()), name.name());
        return json.createObjectNode()
                .put("name", name.name())
                .put("type", name.type())
                .put("group", name.group())
                .put("label", name.label())
                .set("sample", json.readTree(sample));
    }
}
