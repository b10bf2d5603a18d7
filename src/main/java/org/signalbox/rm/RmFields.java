package org.signalbox.rm;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.signalbox.hal.Names;
import org.signalbox.hal.Refusal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What clients may write of one kind of object: turns it into what API v3 takes, and what the rules
 * refuse into the names that the client knows.
 */
final class RmFields {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final BigDecimal SECONDS_PER_HOUR = new BigDecimal(3600);

    /** How a value is written in API v3. */
    enum Form {
        TEXT,
        DAY,
        MARKED_UP,
        NUMBER,
        HOURS,
        FLAG,
        LINK
    }

    /**
     * @param name as clients call it
     * @param attribute what it is in API v3
     * @param title how refusals of the rules call that
     * @param target for a link, the collection in API v3
     */
    record Field(String name, String attribute, String title, Form form, String target) {

        static Field typed(String name, String attribute, Form form) {
            return new Field(name, attribute, Names.humanized(attribute), form, "");
        }

        static Field text(String name, String attribute) {
            return typed(name, attribute, Form.TEXT);
        }

        static Field link(String name, String attribute, String collection) {
            return new Field(
                    name,
                    attribute,
                    Names.humanized(attribute),
                    Form.LINK,
                    "/api/v3/" + collection);
        }

        Field titled(String words) {
            return new Field(name, attribute, words, form, target);
        }

        private String label() {
            return Names.humanized(name.replace('_', ' '));
        }

        private void write(ObjectNode body, JsonNode sent) {
            JsonNode value = form == Form.TEXT || form == Form.MARKED_UP ? sent : orNull(sent);
            switch (form) {
                case TEXT, DAY -> body.set(attribute, value.isNull() ? value : text(value));
                case MARKED_UP ->
                        body.putObject(attribute)
                                .put("raw", value.isNull() ? "" : text(value).asString());
                case NUMBER -> body.set(attribute, number(value));
                case HOURS -> body.set(attribute, hours(value));
                case FLAG -> body.set(attribute, flag(value));
                case LINK ->
                        links(body)
                                .putObject(attribute)
                                .put(
                                        "href",
                                        value.isNull()
                                                ? null
                                                : target + "/" + text(value).asString());
            }
        }

        /** Forms send nothing as an empty text. */
        private static JsonNode orNull(JsonNode value) {
            return value.isString() && value.stringValue().isBlank() ? JSON.nullNode() : value;
        }

        private static JsonNode text(JsonNode value) {
            return value.isNumber() || value.isBoolean()
                    ? JSON.stringNode(value.asString())
                    : value;
        }

        private static JsonNode flag(JsonNode value) {
            return switch (value.isValueNode() ? value.asString() : "") {
                case "true", "1" -> JSON.booleanNode(true);
                case "false", "0" -> JSON.booleanNode(false);
                default -> value;
            };
        }

        private static JsonNode hours(JsonNode value) {
            var hours = decimal(value);
            return hours == null
                    ? value
                    : JSON.stringNode(
                            "PT%sS"
                                    .formatted(
                                            hours.multiply(SECONDS_PER_HOUR)
                                                    .setScale(0, RoundingMode.HALF_UP)
                                                    .toPlainString()));
        }

        private static JsonNode number(JsonNode value) {
            var number = decimal(value);
            return number == null ? value : JSON.numberNode(number);
        }
    }

    private final List<Field> fields;

    RmFields(Field... fields) {
        this.fields = List.of(fields);
    }

    /** The links of a body for API v3. */
    static ObjectNode links(ObjectNode body) {
        return body.get("_links") instanceof ObjectNode links ? links : body.putObject("_links");
    }

    /** A number, also one that is sent as a text; null for anything else. */
    static @Nullable BigDecimal decimal(@Nullable JsonNode value) {
        if (value == null || !(value.isNumber() || value.isString())) {
            return null;
        }
        var text = value.asString().strip();
        try {
            return text.length() > 30 ? null : bounded(new BigDecimal(text));
        } catch (NumberFormatException _) {
            return null;
        }
    }

    /** Nothing that we count has that many digits, and some would fill the memory. */
    private static @Nullable BigDecimal bounded(BigDecimal number) {
        return Math.abs((long) number.scale()) > 30 ? null : number;
    }

    /** What API v3 takes for the same creation. */
    ObjectNode creation(ObjectNode sent) {
        return written(sent, null);
    }

    /**
     * What API v3 takes for the same change.
     *
     * @param shown the object as clients see it: what they send back unchanged is no change
     */
    ObjectNode change(ObjectNode sent, ObjectNode shown) {
        return written(sent, shown);
    }

    private ObjectNode written(ObjectNode sent, @Nullable ObjectNode shown) {
        var body = JSON.objectNode();
        sent.forEachEntry((name, value) -> {
            var field = field(name);
            if (field.isPresent()) {
                field.get().write(body, value);
            } else if (shown == null ? !value.isNull() : !isSame(value, shown.get(name))) {
                throw notAssignable(name);
            }
        });
        return body;
    }

    private Optional<Field> field(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).findFirst();
    }

    private static boolean isSame(JsonNode sent, @Nullable JsonNode shown) {
        return shown != null
                && (sent.equals(shown)
                        || sent.toString().equals(shown.toString())
                        || (shown.isValueNode()
                                && sent.isString()
                                && sent.stringValue()
                                        .equals(shown.isNull() ? "" : shown.asString())));
    }

    static Refusal notAssignable(String name) {
        return new Refusal.Forbidden("cannot assign attributes: " + name);
    }

    /** Does it; what is refused is told in the names of these fields. */
    <T> T inTheirWords(Supplier<T> action) {
        return inTheirWords(null, action);
    }

    /** The same, where an attribute has a name that depends on what was sent. */
    <T> T inTheirWords(@Nullable Field first, Supplier<T> action) {
        try {
            return action.get();
        } catch (Refusal.Invalid invalid) {
            throw renamed(first, invalid);
        } catch (Refusal.Several several) {
            throw new Refusal.Several(
                    several.parts().stream()
                            .map(part ->
                                    part instanceof Refusal.Invalid invalid
                                            ? renamed(first, invalid)
                                            : part)
                            .toList());
        }
    }

    private Refusal renamed(@Nullable Field first, Refusal.Invalid invalid) {
        return Stream.concat(Stream.ofNullable(first), fields.stream())
                .filter(field -> field.attribute().equals(invalid.attribute()))
                .findFirst()
                .map(field ->
                        (Refusal)
                                new Refusal.Invalid(
                                        invalid.kind(), field.name(), sentence(field, invalid)))
                .orElse(invalid);
    }

    private static String sentence(Field field, Refusal.Invalid invalid) {
        var words = invalid.words();
        if (invalid.kind() == Refusal.Kind.FORMAT
                || invalid.kind() == Refusal.Kind.WRONG_RESOURCE) {
            return field.label() + " is invalid";
        }
        var said = words.endsWith(".") ? words.substring(0, words.length() - 1) : words;
        return said.startsWith(field.title() + " ")
                ? field.label() + said.substring(field.title().length())
                : field.label() + " is invalid: " + said;
    }
}
