package org.signalbox.spec;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.signalbox.hal.Described;
import org.signalbox.hal.Endpoint;
import org.signalbox.hal.Shape;
import org.signalbox.hal.Types;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The schemas of everything that the API answers and takes, by name. */
final class Schemas {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Map<String, Shape> shapes = new TreeMap<>();
    private final Map<String, ObjectNode> collections = new TreeMap<>();

    Schemas(List<Described> described) {
        described.forEach(one -> one.shapes().forEach(this::add));
        add(link());
        add(formattable());
        add(error());
        add(Shape.whole("Nothing", JSON.objectNode().set("not", JSON.objectNode())));
        add(form());
        add(Shape.plain("FormPayload").open());
        add(Shape.plain("FormErrors").open());
        add(
                Shape.of("Schema")
                        .property("_dependencies", Shape.array(Shape.anyObject()))
                        .links("self")
                        .open());
    }

    private void add(Shape shape) {
        if (shapes.put(shape.name(), shape) != null) {
            throw new IllegalStateException("Two shapes are called " + shape.name());
        }
    }

    Map<String, Shape> shapes() {
        return shapes;
    }

    /** What an endpoint answers. */
    ObjectNode answer(Endpoint says) {
        var element = says.answer();
        return switch (says.of()) {
            case ONE -> Shape.ref(element);
            case PAGE -> collection(element + "Page", element, true);
            case ALL -> collection(element + "List", element, false);
        };
    }

    /** Everything, with the collections that only other schemas name. */
    ObjectNode json() {
        shapes.forEach(
                (_, shape) -> shape.json().findValuesAsString("$ref").forEach(this::complete));
        var all = JSON.objectNode();
        shapes.forEach((name, shape) -> all.set(name, shape.json()));
        collections.forEach(all::set);
        return all;
    }

    private void complete(String ref) {
        var name = ref.substring(ref.lastIndexOf('/') + 1);
        var element = name.replaceFirst("(List|Page)$", "");
        if (!shapes.containsKey(name) && shapes.containsKey(element)) {
            collection(name, element, name.endsWith("Page"));
        }
    }

    private ObjectNode collection(String name, String element, boolean paged) {
        if (!shapes.containsKey(name)) {
            collections.computeIfAbsent(name, _ -> page(name, element, paged).json());
        }
        return Shape.ref(name);
    }

    private static Shape page(String name, String element, boolean paged) {
        return paged ? Shape.page(name, "Collection", element) : Shape.list(name, element);
    }

    private static Shape link() {
        return Shape.plain("Link")
                .property("href", Shape.nullable(Types.STRING.schema()))
                .optional("title", Types.STRING)
                .optional("templated", Types.BOOLEAN)
                .optional("method", Shape.word("get", "post", "patch", "delete"))
                .optional("type", Types.STRING)
                .optional("identifier", Types.STRING)
                .optional("payload", Shape.anyObject());
    }

    private static Shape formattable() {
        return Shape.plain("Formattable")
                .property("format", Shape.word("markdown", "plain", "custom"))
                .property("raw", Shape.nullable(Types.STRING.schema()))
                .property("html", Types.STRING);
    }

    private static Shape form() {
        return Shape.of("Form")
                .embeds("payload", "FormPayload")
                .embeds("schema", "Schema")
                .embeds("validationErrors", "FormErrors")
                .links("self", "validate", "commit", "previewMarkup");
    }

    private static Shape error() {
        var embedded = Shape.plain("").optional("errors", Shape.array(Shape.ref("Error")));
        embedded.optional("details", Shape.anyObject());
        return Shape.of("Error")
                .property("errorIdentifier", Types.STRING)
                .property("message", Types.STRING)
                .optional("_embedded", embedded.json());
    }
}
