package org.signalbox.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.signalbox.event.Event;
import org.signalbox.hal.Types;
import org.signalbox.sender.Header;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Events as CloudEvents 1.0 has them, in its JSON form and in its two content modes over HTTP. */
record CloudEvents(JsonMapper json, Origin origin) {
    static final String STRUCTURED = "application/cloudevents+json";
    static final String BINARY = "application/json";
    private static final String PREFIX = "ce-";

    /** All attributes but the media type of the data, which stands elsewhere in each mode. */
    private Map<String, String> attributes(Event event) {
        var attributes = new LinkedHashMap<String, String>();
        attributes.put("specversion", "1.0");
        attributes.put("id", event.id());
        attributes.put("source", origin.url());
        attributes.put("type", event.type());
        attributes.put("subject", event.subject().toString());
        attributes.put("time", Types.time(event.occurredAt()));
        return attributes;
    }

    /** The attributes beside a body that is the data alone. */
    List<Header> headers(Event event) {
        return attributes(event).entrySet().stream()
                .map(one -> new Header(PREFIX + one.getKey(), encoded(one.getValue())))
                .toList();
    }

    /**
     * Attributes and data in one object.
     *
     * @param data JSON, taken over to the letter
     */
    String structured(Event event, String data) {
        ObjectNode envelope = json.createObjectNode();
        attributes(event).forEach(envelope::put);
        String head = envelope.put("datacontenttype", BINARY).toString();
        return head.substring(0, head.length() - 1) + ",\"data\":" + data + "}";
    }

    /**
     * The value of an attribute as a header has it: what is no printable character of ASCII, and
     * spaces, double quotes and percent signs, become the bytes of UTF-8 in percent notation.
     */
    static String encoded(String value) {
        return value.codePoints()
                .mapToObj(c -> isPlain(c) ? Character.toString(c) : percent(Character.toString(c)))
                .collect(Collectors.joining());
    }

    private static boolean isPlain(int character) {
        return character > ' ' && character <= '~' && character != '"' && character != '%';
    }

    private static String percent(String character) {
        var encoded = new StringBuilder();
        for (byte one : character.getBytes(UTF_8)) {
            encoded.append("%%%02X".formatted(one & 0xff));
        }
        return encoded.toString();
    }
}
