package org.signalbox.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import org.signalbox.hal.Refusal;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads posted events. Their data is checked to be JSON and cut out as it stands; it never becomes
 * a tree.
 */
@Component
final class PostingReader {
    static final int EVENTS_MAX = 1_000;

    private final JsonMapper json;

    PostingReader(JsonMapper json) {
        this.json = json;
    }

    /**
     * @throws Refusal if it is no JSON, not of this form, or if any event may not be so
     */
    Posting read(byte[] body) {
        String text = decoded(body);
        try (JsonParser parser = json.createParser(text)) {
            JsonToken first = parser.nextToken();
            Posting posting =
                    first == JsonToken.START_ARRAY
                            ? new Posting(false, array(parser, text))
                            : new Posting(true, List.of(event(parser, text)));
            if (parser.nextToken() != null) {
                throw wrongForm();
            }
            return posting;
        } catch (JacksonException _) {
            throw wrongForm();
        }
    }

    private static String decoded(byte[] body) {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
        } catch (CharacterCodingException _) {
            throw wrongForm();
        }
    }

    private static Refusal wrongForm() {
        return new Refusal.BadBody(
                "The request body was not a JSON object, or an array of 1 to %,d of them."
                        .formatted(EVENTS_MAX));
    }

    private List<CustomEvent> array(JsonParser parser, String text) {
        var events = new ArrayList<CustomEvent>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (events.size() == EVENTS_MAX) {
                throw wrongForm();
            }
            try {
                events.add(event(parser, text));
            } catch (Refusal refusal) {
                throw Posting.inElement(events.size(), refusal);
            }
        }
        if (events.isEmpty()) {
            throw wrongForm();
        }
        return events;
    }

    private CustomEvent event(JsonParser parser, String text) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw new Refusal.BadBody("An event must be a JSON object.");
        }
        ObjectNode written = json.createObjectNode();
        String data = null;
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            JsonToken value = parser.nextToken();
            if (name.equals(CustomEventRules.DATA.name()) && value == JsonToken.START_OBJECT) {
                data = cut(parser, text);
            } else {
                JsonNode small = parser.readValueAsTree();
                written.set(name, small);
            }
        }
        return CustomEventRules.checked(written, data);
    }

    /** The text of the object that begins here. */
    private static String cut(JsonParser parser, String text) {
        int start = (int) parser.currentTokenLocation().getCharOffset();
        parser.skipChildren();
        int end = (int) parser.currentLocation().getCharOffset();
        return text.substring(start, end);
    }
}
