package org.signalbox.work;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.signalbox.hal.Link;
import org.signalbox.hal.Years;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Turns what was typed into what a client of the API would have sent, so that both are checked by
 * the same rules; and what the API shows into what stands in the fields.
 */
final class FormBody {
    static final String SEEN = "updatedAt";

    private FormBody() {}

    /** When the thing had been changed last for who typed this; long ago if they do not say. */
    static Instant seen(MultiValueMap<String, String> typed) {
        try {
            return Years.checked(Instant.parse(String.valueOf(typed.getFirst(SEEN))));
        } catch (DateTimeException _) {
            return Instant.EPOCH;
        }
    }

    /** What was typed, as a client would have sent it. */
    static ObjectNode of(List<Field> fields, MultiValueMap<String, String> typed) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        for (Field field : fields) {
            List<String> values = typed.getOrDefault(field.name(), List.of());
            if (!values.isEmpty() || field.kind() == Kind.CHOICES) {
                put(body, field, values);
            }
        }
        return body;
    }

    private static void put(ObjectNode body, Field field, List<String> values) {
        String value = values.isEmpty() ? "" : values.getLast().strip();
        if (value.isEmpty() && (field.optional() || field.kind() == Kind.PASSWORD)) {
            return;
        }
        String name = field.name();
        switch (field.kind()) {
            case LINE, EMAIL, WORD -> body.put(name, value);
            case PASSWORD -> body.put(name, values.getLast());
            case TEXT, REMARK ->
                    body.putObject(name).put("raw", values.getLast().replace("\r\n", "\n"));
            case SEEN -> {}
            case DATE -> body.put(name, orNull(value));
            case HOURS ->
                    body.put(name, Hours.parse(value).map(Object::toString).orElse(orNull(value)));
            case NUMBER, KEPT -> putNumber(body, name, value);
            case SWITCH -> body.put(name, value.equals("1"));
            case CHOICE ->
                    body.withObjectProperty("_links").putObject(name).put("href", orNull(value));
            case CHOICES -> {
                var links = body.withObjectProperty("_links").putArray(name);
                values.stream()
                        .filter(href -> !href.isEmpty())
                        .forEach(href -> links.addObject().put("href", href));
            }
        }
    }

    private static void putNumber(ObjectNode body, String name, String value) {
        if (value.isEmpty()) {
            body.putNull(name);
            return;
        }
        try {
            body.put(name, Long.parseLong(value));
        } catch (NumberFormatException _) {
            body.put(name, value); // the rules say what is wrong with it
        }
    }

    private static @Nullable String orNull(String value) {
        return value.isEmpty() ? null : value;
    }

    /** What stands in the fields of something that the API shows so. */
    static MultiValueMap<String, String> typed(
            List<Field> fields, ObjectNode document, Locale locale) {
        MultiValueMap<String, String> typed = new LinkedMultiValueMap<>();
        for (Field field : fields) {
            String name = field.name();
            JsonNode value = document.path(name);
            JsonNode link = document.path("_links").path(name);
            switch (field.kind()) {
                case PASSWORD -> {}
                case TEXT, REMARK -> typed.add(name, value.path("raw").asString(""));
                case HOURS -> typed.add(name, hours(value, locale));
                case SWITCH -> typed.add(name, value.asBoolean(false) ? "1" : "0");
                case CHOICE -> typed.add(name, link.path("href").asString(""));
                case CHOICES -> link.forEach(one -> typed.add(name, one.path("href").asString("")));
                default -> typed.add(name, value.isNull() ? "" : value.asString(""));
            }
        }
        return typed;
    }

    private static String hours(JsonNode value, Locale locale) {
        return value.isString() ? Hours.words(Duration.parse(value.stringValue()), locale) : "";
    }

    /** The fields, those of links with the one that is set, also where nobody could choose it. */
    static List<Field> withKept(List<Field> fields, ObjectNode document, String undisclosed) {
        return fields.stream().map(field -> withKept(field, document, undisclosed)).toList();
    }

    private static Field withKept(Field field, ObjectNode document, String undisclosed) {
        JsonNode link = document.path("_links").path(field.name());
        String href = link.path("href").asString("");
        boolean known =
                field.kind() != Kind.CHOICE
                        || href.isEmpty()
                        || field.options().stream().anyMatch(one -> one.value().equals(href));
        if (known) {
            return field;
        }
        var options = new ArrayList<>(field.options());
        boolean hidden = href.equals(Link.UNDISCLOSED);
        options.addFirst(
                new Option(href, hidden ? undisclosed : link.path("title").asString(href)));
        return field.from(options);
    }
}
