package org.signalbox.spec;

import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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

    /** What of a list's parameters is read there. */
    private void addListing(Route route, ArrayNode all) {
        var says = route.says();
        if (says == null) {
            return;
        }
        int before = all.size();
        reads(says).forEach(name -> all.add(ListParameters.plain(name)));
        var shape = shapes.get(shape(says));
        var filters = names(says.filters(), shape == null ? Set.of() : shape.filters());
        if (!filters.isEmpty()) {
            all.add(ListParameters.filters(filters));
        }
        var sorts = names(says.sorts(), shape == null ? Set.of() : shape.sorts());
        if (!sorts.isEmpty()) {
            all.add(ListParameters.sortBy(sorts));
        }
        if (all.size() > before) {
            all.add(ListParameters.plain("eprops"));
        }
    }

    /** Whose filters and sort keys count; of what is given as a whole, those of nobody. */
    private static String shape(Endpoint says) {
        boolean page = says.lists().isEmpty() && says.of() == Endpoint.Of.PAGE;
        return page ? says.answer() : says.lists();
    }

    private static Set<String> reads(Endpoint says) {
        var reads = new LinkedHashSet<String>();
        boolean page = says.of() == Endpoint.Of.PAGE;
        boolean embedsOne = says.of() == Endpoint.Of.ONE && !says.answer().isEmpty();
        if (page || (embedsOne && !says.lists().isEmpty())) {
            reads.addAll(List.of("offset", "pageSize"));
        }
        if (page) {
            reads.add("select");
        }
        reads.addAll(List.of(says.reads()));
        return reads;
    }

    private static Set<String> names(String[] own, Set<String> ofShape) {
        var names = new TreeSet<>(ofShape);
        names.addAll(List.of(own));
        return names;
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
