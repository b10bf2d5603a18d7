package org.signalbox.spec;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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
    private final Set<String> shown = new TreeSet<>();

    Schemas(List<Described> described) {
        described.forEach(one -> one.shapes().forEach(this::add));
        add(link());
        add(formattable());
        add(
                Shape.plain("FormattableWrite")
                        .property("raw", Shape.nullable(Types.STRING.schema()))
                        .open());
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

    /** Says of a media type that it has this schema, with an example of it. */
    void describe(ObjectNode media, ObjectNode schema) {
        var name = target(schema.path("$ref").asString());
        media.set("schema", schema);
        media.putObject("examples").putObject(name).put("$ref", "#/components/examples/" + name);
        shown.add(name);
    }

    /**
     * Examples of all that was described.
     *
     * @param all the schemas by name
     * @param samples of resources, by the name of their schema
     * @param addresses where what a schema describes is read
     */
    ObjectNode examples(
            ObjectNode all, Map<String, ObjectNode> samples, Map<String, String> addresses) {
        var known = new TreeMap<>(samples);
        shapes.forEach((name, shape) -> {
            var example = shape.example();
            if (example != null) {
                known.put(name, example);
            }
        });
        var examples = new Examples(all, known, addresses);
        var json = JSON.objectNode();
        shown.forEach(name -> json.putObject(name).set("value", examples.of(name)));
        return json;
    }

    /** The name that a reference ends with. */
    static String target(String ref) {
        return ref.substring(ref.lastIndexOf('/') + 1);
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
        var name = target(ref);
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
