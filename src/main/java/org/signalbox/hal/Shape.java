package org.signalbox.hal;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * How a JSON object of the API looks, as a schema of its description. It is closed: what it does
 * not name does not occur.
 *
 * <p>That of a resource comes from its {@link Description}; what stands beside the description in
 * documents is added here.
 */
public final class Shape {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final String name;
    private final Map<String, JsonNode> properties = new LinkedHashMap<>();
    private final Map<String, JsonNode> links = new TreeMap<>();
    private final Map<String, JsonNode> embedded = new TreeMap<>();
    private final Set<String> required = new LinkedHashSet<>();
    private final Set<String> filters = new TreeSet<>();
    private final Set<String> sorts = new TreeSet<>();
    private boolean open;
    private @Nullable ObjectNode whole;
    private @Nullable ObjectNode example;

    private Shape(String name) {
        this.name = name;
    }

    /** A resource: an object with this {@code _type}. */
    public static Shape of(String type) {
        return of(type, type);
    }

    /** A resource whose {@code _type} is another word than its schema's name. */
    public static Shape of(String name, String type) {
        return plain(name).property("_type", JSON.objectNode().put("const", type));
    }

    /** An object that is no resource. */
    public static Shape plain(String name) {
        return new Shape(name);
    }

    /** A collection that is given as a whole. */
    public static Shape list(String name, String element) {
        return collection(name, "Collection", element);
    }

    /** A page of a collection. */
    public static Shape page(String name, String type, String element) {
        return collection(name, type, element)
                .property("pageSize", Types.INTEGER)
                .property("offset", Types.INTEGER)
                .links("jumpTo", "changeSize", "previousByOffset", "nextByOffset");
    }

    private static Shape collection(String name, String type, String element) {
        return of(name, type)
                .property("total", Types.INTEGER)
                .property("count", Types.INTEGER)
                .links("self")
                .embeds("elements", element + "[]");
    }

    /** Anything that this schema takes. */
    public static Shape whole(String name, ObjectNode schema) {
        var shape = new Shape(name);
        shape.whole = schema;
        return shape;
    }

    /** One of these. */
    public static Shape either(String name, JsonNode... schemas) {
        var either = JSON.objectNode();
        var all = either.putArray("anyOf");
        for (JsonNode schema : schemas) {
            all.add(schema);
        }
        return whole(name, either);
    }

    /** A property that is always there. */
    public Shape property(String property, JsonNode schema) {
        properties.put(property, schema);
        required.add(property);
        return this;
    }

    /** The same, with the values of a type; null only if it is said to be nullable. */
    public Shape property(String property, Type<?> type) {
        return property(property, type.schema());
    }

    /** A property that is not always there, or null. */
    public Shape optional(String property, Type<?> type) {
        return optional(property, nullable(type.schema()));
    }

    /** A property that is not always there. */
    public Shape optional(String property, JsonNode schema) {
        properties.put(property, schema);
        required.remove(property);
        return this;
    }

    /** Links that occur; a name that ends in {@code []} is an array of links. */
    public Shape links(String... relations) {
        for (String relation : relations) {
            boolean many = relation.endsWith("[]");
            var base = many ? relation.substring(0, relation.length() - 2) : relation;
            links.put(base, many ? array(ref("Link")) : ref("Link"));
        }
        return this;
    }

    /** An attribute that is a link, or an array of links, as its type says. */
    Shape link(String relation, ObjectNode schema) {
        links.put(relation, schema.isEmpty() ? ref("Link") : schema);
        return this;
    }

    /** A resource that single answers embed; a name that ends in {@code []} is an array of them. */
    public Shape embeds(String relation, String shape) {
        embedded.put(
                relation,
                shape.endsWith("[]")
                        ? array(ref(shape.substring(0, shape.length() - 2)))
                        : ref(shape));
        return this;
    }

    /** Everything but the id may be missing, as where that depends on who asks. */
    public Shape partly() {
        required.retainAll(Set.of("_type", "id"));
        return this;
    }

    /** What it does not name may occur, too. */
    public Shape open() {
        open = true;
        return this;
    }

    /** Lists of it are filtered and sorted as that description says. */
    public Shape of(Description<?> description) {
        filters.addAll(description.filterNames());
        sorts.addAll(description.sortNames());
        return this;
    }

    /** How one looks, made by what makes the real ones. */
    public Shape example(Document resource) {
        return example(resource.json());
    }

    /** The same of what is written without a document. */
    public Shape example(ObjectNode resource) {
        example = resource;
        return this;
    }

    public String name() {
        return name;
    }

    /** How one looks; null if nobody made one. */
    public @Nullable ObjectNode example() {
        return example == null ? null : example.deepCopy();
    }

    /** By what lists of it can be filtered. */
    public Set<String> filters() {
        return Set.copyOf(filters);
    }

    /** By what lists of it can be sorted. */
    public Set<String> sorts() {
        return Set.copyOf(sorts);
    }

    /** The schema. */
    public ObjectNode json() {
        if (whole != null) {
            return whole.deepCopy();
        }
        var schema = object(properties);
        if (!embedded.isEmpty()) {
            schema.withObject("properties").set("_embedded", closed(object(embedded)));
        }
        if (!links.isEmpty()) {
            schema.withObject("properties").set("_links", closed(object(links)));
        }
        if (!required.isEmpty()) {
            var names = schema.putArray("required");
            required.forEach(names::add);
        }
        return open ? schema : closed(schema);
    }

    /** A reference to a shape by its name. */
    public static ObjectNode ref(String shape) {
        return JSON.objectNode().put("$ref", "#/components/schemas/" + shape);
    }

    /** An array of these. */
    public static ObjectNode array(JsonNode element) {
        var schema = JSON.objectNode().put("type", "array");
        schema.set("items", element);
        return schema;
    }

    /** One of these words. */
    public static ObjectNode word(String... words) {
        var schema = JSON.objectNode().put("type", "string");
        var values = schema.putArray("enum");
        for (String word : words) {
            values.add(word);
        }
        return schema;
    }

    /** Any object. */
    public static ObjectNode anyObject() {
        return JSON.objectNode().put("type", "object");
    }

    /** The same or null. */
    public static ObjectNode nullable(ObjectNode schema) {
        var type = schema.path("type");
        if (type.isString() && !schema.has("enum")) {
            var copy = schema.deepCopy();
            copy.putArray("type").add(type.stringValue()).add("null");
            return copy;
        }
        var either = JSON.objectNode();
        either.putArray("anyOf").add(schema).add(JSON.objectNode().put("type", "null"));
        return either;
    }

    private static ObjectNode object(Map<String, JsonNode> parts) {
        var schema = JSON.objectNode().put("type", "object");
        var all = schema.putObject("properties");
        parts.forEach(all::set);
        return schema;
    }

    private static ObjectNode closed(ObjectNode schema) {
        return schema.put("additionalProperties", false);
    }
}
