package org.signalbox.spec;

import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.signalbox.hal.Endpoint;
import org.signalbox.hal.Listing;
import org.signalbox.hal.Shape;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ValueConstants;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The parameters of an endpoint, read off its method. */
final class Parameters {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Map<String, Shape> shapes;

    Parameters(Map<String, Shape> shapes) {
        this.shapes = shapes;
    }

    ArrayNode of(Route route) {
        var all = JSON.arrayNode();
        for (Parameter parameter : route.method().getParameters()) {
            add(parameter, route, all);
        }
        return all;
    }

    private void add(Parameter parameter, Route route, ArrayNode all) {
        var variable = parameter.getAnnotation(PathVariable.class);
        var query = parameter.getAnnotation(RequestParam.class);
        var header = parameter.getAnnotation(RequestHeader.class);
        var schema = schema(parameter.getType());
        if (variable != null) {
            all.add(parameter("path", name(variable.value(), parameter), true, schema));
        } else if (query != null) {
            boolean must = query.required() && isDefault(query.defaultValue());
            all.add(parameter("query", name(query.value(), parameter), must, schema));
        } else if (header != null) {
            all.add(
                    parameter(
                            "header", name(header.value(), parameter), header.required(), schema));
        } else if (parameter.getType() == Listing.class) {
            addListing(route, all);
        }
    }

    private void addListing(Route route, ArrayNode all) {
        var says = route.says();
        if (says != null && says.of() == Endpoint.Of.PAGE) {
            all.add(
                    query(
                            "offset",
                            "Number of the page, from 1.",
                            JSON.objectNode().put("type", "integer").put("default", 1)));
            all.add(
                    query(
                            "pageSize",
                            "How many elements a page has: -1 for as many as there may be, 0 for"
                                    + " the total alone.",
                            JSON.objectNode().put("type", "integer").put("default", 20)));
        }
        var shape = says == null ? null : shapes.get(says.answer());
        all.add(
                query(
                        "filters",
                        "JSON array of {\"name\": {\"operator\": \"=\", \"values\": [\"1\"]}}."
                                + names(" By: ", shape == null ? null : shape.filters()),
                        JSON.objectNode().put("type", "string")));
        all.add(
                query(
                        "sortBy",
                        "JSON array of pairs such as [[\"id\", \"asc\"]]."
                                + names(" By: ", shape == null ? null : shape.sorts()),
                        JSON.objectNode().put("type", "string")));
    }

    private static String names(String lead, @Nullable Set<String> names) {
        return names == null || names.isEmpty()
                ? ""
                : lead + String.join(", ", names.stream().sorted().toList()) + ".";
    }

    private static ObjectNode query(String name, String description, ObjectNode schema) {
        return parameter("query", name, false, schema).put("description", description);
    }

    private static ObjectNode parameter(
            String in, String name, boolean required, ObjectNode schema) {
        var json = JSON.objectNode().put("name", name).put("in", in).put("required", required);
        json.set("schema", schema);
        return json;
    }

    private static ObjectNode schema(Class<?> type) {
        var schema = JSON.objectNode();
        if (type == long.class
                || type == Long.class
                || type == int.class
                || type == Integer.class) {
            return schema.put("type", "integer").put("format", "int64");
        }
        if (type == boolean.class || type == Boolean.class) {
            return schema.put("type", "boolean");
        }
        if (type.isEnum()) {
            var words = schema.put("type", "string").putArray("enum");
            Arrays.stream(type.getEnumConstants()).forEach(word -> words.add(word.toString()));
            return schema;
        }
        return schema.put("type", "string");
    }

    private static boolean isDefault(String value) {
        return value.equals(ValueConstants.DEFAULT_NONE);
    }

    private static String name(String said, Parameter parameter) {
        return said.isEmpty() ? parameter.getName() : said;
    }
}
