package org.signalbox.spec;

import java.util.Collection;
import org.signalbox.hal.Shape;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The parameters of lists: what each means, and in which form it is sent. */
final class ListParameters {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private ListParameters() {}

    /** One that is sent as it is. */
    static ObjectNode plain(String name) {
        var parameter =
                switch (name) {
                    case "offset" -> query(name, "Number of the page, from 1.");
                    case "pageSize" ->
                            query(
                                    name,
                                    "How many elements a page has: -1 for as many as there may be,"
                                            + " 0 for the total alone.");
                    case "select" ->
                            query(
                                    name,
                                    "What to give of the page and its elements, by commas:"
                                            + " total,elements/id,elements/self; * for everything"
                                            + " there.");
                    case "groupBy" ->
                            query(name, "Counts the elements by the values of this attribute.");
                    case "showSums" -> query(name, "Whether to add sums over the whole list.");
                    case "includeSubprojects" ->
                            query(name, "Whether what is in projects below belongs to it.");
                    case "eprops" ->
                            query(
                                    name,
                                    "All these parameters at once: a JSON object, compressed with"
                                            + " zlib, in Base64.");
                    default -> throw new IllegalArgumentException("No list reads " + name);
                };
        return parameter.set("schema", schema(name));
    }

    private static ObjectNode schema(String name) {
        return switch (name) {
            case "offset" -> type("integer").put("minimum", 0).put("default", 1);
            case "pageSize" -> type("integer").put("minimum", -1).put("default", 20);
            case "showSums" -> type("boolean").put("default", false);
            case "includeSubprojects" -> type("boolean").put("default", true);
            default -> type("string");
        };
    }

    /** Filters by these names, as JSON. */
    static ObjectNode filters(Collection<String> names) {
        var condition = type("object");
        var properties = condition.putObject("properties");
        properties.set("operator", type("string"));
        properties.set("values", Shape.array(JSON.objectNode()));
        condition.putArray("required").add("operator");
        var filter = type("object").put("minProperties", 1);
        filter.putObject("propertyNames").set("enum", array(names));
        filter.set("additionalProperties", condition);
        var example = JSON.arrayNode();
        var first = example.addObject().putObject(names.iterator().next()).put("operator", "=");
        first.putArray("values").add("1");
        return json(
                "filters",
                "What the elements have to be like: all of these.",
                Shape.array(filter),
                example);
    }

    /** An order by these keys, as JSON. */
    static ObjectNode sortBy(Collection<String> names) {
        var pair = type("array").put("minItems", 1).put("maxItems", 2);
        var parts = pair.putArray("prefixItems");
        parts.addObject().set("enum", array(names));
        parts.add(Shape.word("asc", "desc"));
        var example = JSON.arrayNode();
        example.addArray().add(names.iterator().next()).add("desc");
        return json("sortBy", "By what, and in which direction.", Shape.array(pair), example);
    }

    private static ObjectNode json(
            String name, String description, ObjectNode schema, ArrayNode example) {
        var parameter = query(name, description);
        var media = parameter.putObject("content").putObject("application/json");
        media.set("schema", schema);
        media.set("example", example);
        return parameter;
    }

    private static ObjectNode query(String name, String description) {
        return JSON.objectNode()
                .put("name", name)
                .put("in", "query")
                .put("required", false)
                .put("description", description);
    }

    private static ObjectNode type(String type) {
        return JSON.objectNode().put("type", type);
    }

    private static ArrayNode array(Collection<String> words) {
        var array = JSON.arrayNode();
        words.forEach(array::add);
        return array;
    }
}
