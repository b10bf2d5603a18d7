package org.signalbox.hal;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What values an attribute has and how they look on the wire. The usual ones stand in {@link
 * Types}.
 *
 * @param <V> the value in Java
 */
public final class Type<V> {

    /** Reads a value that is not null. */
    interface Reader<V> {
        /** The value, or null when the JSON is of another form. */
        @Nullable V read(JsonNode json);
    }

    private final String name;
    private final String expected;
    private final Reader<V> reader;
    private final Function<V, JsonNode> writer;
    private JsonNode none = JsonNodeFactory.instance.nullNode();
    private Function<V, JsonNode> plainWriter;
    private boolean link;
    private ObjectNode schema = JsonNodeFactory.instance.objectNode();

    Type(String name, String expected, Reader<V> reader, Function<V, JsonNode> writer) {
        this.name = name;
        this.expected = expected;
        this.reader = reader;
        this.writer = writer;
        this.plainWriter = writer;
    }

    /** How the absence of a value looks. */
    Type<V> none(JsonNode json) {
        none = json;
        return this;
    }

    /** How a value looks where only its essence is wanted, as in a list of changes. */
    Type<V> plainly(Function<V, JsonNode> plain) {
        plainWriter = plain;
        return this;
    }

    Type<V> linked() {
        link = true;
        return this;
    }

    /** How a value looks in the API's description. */
    Type<V> shaped(ObjectNode json) {
        schema = json;
        return this;
    }

    /** The JSON schema of a value that is there; of a link, of its target's link. */
    public ObjectNode schema() {
        return schema.deepCopy();
    }

    /** The name that schemas give it. */
    public String name() {
        return name;
    }

    /** Whether it stands under {@code _links}. */
    public boolean isLink() {
        return link;
    }

    /** The value, or null if the JSON is of another form. */
    public @Nullable V readOrNull(JsonNode json) {
        return reader.read(json);
    }

    V read(Attribute<?, V> attribute, JsonNode json) {
        V value = reader.read(json);
        if (value != null) {
            return value;
        }
        throw new Refusal.Invalid(
                link && json.path("href").isString()
                        ? Refusal.Kind.WRONG_RESOURCE
                        : Refusal.Kind.FORMAT,
                attribute.name(),
                "Invalid format for property '%s': expected %s."
                        .formatted(attribute.name(), expected));
    }

    JsonNode write(@Nullable V value) {
        return value == null ? none.deepCopy() : writer.apply(value);
    }

    JsonNode writePlainly(@Nullable V value) {
        return value == null ? JsonNodeFactory.instance.nullNode() : plainWriter.apply(value);
    }
}
