package org.signalbox.hal;

import static java.util.Objects.requireNonNull;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * What clients can select of a page: what the description of the API names, whatever the page at
 * hand has. Safe for use by many threads.
 */
@Component
final class Selectable {

    /** What is known of the elements of a list that never has any. */
    private static final Set<String> ANYTHING = Set.of();

    private final ObjectProvider<Described> described;
    private final Map<String, Set<String>> names = new ConcurrentHashMap<>();

    Selectable(ObjectProvider<Described> described) {
        this.described = described;
    }

    /**
     * Refuses what there cannot be.
     *
     * @param says what the endpoint that is asked answers; null if it says nothing
     */
    Select check(Select select, @Nullable Endpoint says) {
        if (says != null && says.of() == Endpoint.Of.PAGE) {
            select.require(names(says.answer() + "Page"), names(says.answer()));
        }
        return select;
    }

    private Set<String> names(String shape) {
        return names.computeIfAbsent(shape, this::read);
    }

    private Set<String> read(String name) {
        var shapes =
                described.stream()
                        .flatMap(one -> one.shapes().stream())
                        .collect(Collectors.toMap(Shape::name, Shape::json));
        var shape = shapes.get(name);
        if (shape != null) {
            return read(shape, shapes);
        }
        return name.endsWith("Page")
                ? read(Shape.page(name, "Collection", "").json(), shapes)
                : ANYTHING;
    }

    private static Set<String> read(JsonNode schema, Map<String, ? extends JsonNode> shapes) {
        var names = new HashSet<String>();
        names.addAll(schema.path("properties").propertyNames());
        names.addAll(schema.at("/properties/_links/properties").propertyNames());
        for (JsonNode either : schema.path("anyOf")) {
            var ref = either.path("$ref").asString("");
            names.addAll(
                    read(
                            requireNonNull(shapes.get(ref.substring(ref.lastIndexOf('/') + 1))),
                            shapes));
        }
        names.removeAll(Set.of("_links", "_embedded"));
        return names;
    }
}
