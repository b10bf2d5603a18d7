package org.signalbox.spec;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.signalbox.hal.Formattable;
import org.signalbox.hal.Link;
import org.signalbox.hal.Listing;
import org.signalbox.hal.Names;
import org.signalbox.hal.Types;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * An example of what a schema describes: a sample that was made by what makes the real ones, where
 * there is one, or else one that the schema alone makes.
 */
final class Examples {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Instant NOW = Instant.parse("2026-11-19T21:41:06.812Z");
    private static final String WRITE = "Write";

    private final ObjectNode schemas;
    private final Map<String, JsonNode> samples = new TreeMap<>();
    private final Map<String, String> addresses;

    /**
     * @param schemas by name
     * @param samples by the name of their schema
     * @param addresses where what a schema describes is read
     */
    Examples(
            ObjectNode schemas,
            Map<String, ? extends JsonNode> samples,
            Map<String, String> addresses) {
        this.schemas = schemas;
        this.addresses = addresses;
        this.samples.putAll(samples);
        samples.values().forEach(this::addEmbedded);
    }

    /** What a sample embeds is a sample, too. */
    private void addEmbedded(JsonNode sample) {
        for (JsonNode embedded : sample.path("_embedded")) {
            var type = embedded.path("_type").asString("");
            if (schemas.has(type)) {
                samples.putIfAbsent(type, embedded);
            }
        }
    }

    /** An example for the schema of this name. */
    JsonNode of(String name) {
        var sample = samples.get(name);
        if (sample != null) {
            return sample;
        }
        var schema = schemas.path(name);
        if (!schema.has("properties")) {
            return value(name, schema);
        }
        if (name.endsWith(WRITE)) {
            var resource = name.substring(0, name.length() - WRITE.length());
            return schemas.has(resource) ? written(of(resource), schema) : object(schema);
        }
        boolean many = !schema.at("/properties/_embedded/properties/elements").isMissingNode();
        return many ? collection(name, schema) : one(name, schema);
    }

    private ObjectNode one(String name, JsonNode schema) {
        var made = object(schema);
        var links = links(schema.at("/properties/_links/properties"));
        var address = addresses.get(name);
        if (address != null && schema.at("/properties/_links/properties").has("self")) {
            links.set("self", Link.to(address).json());
        }
        if (name.equals("Form")) {
            made.set("_embedded", object(schema.at("/properties/_embedded")));
        }
        return links.isEmpty() ? made : made.set("_links", links);
    }

    private ObjectNode collection(String name, JsonNode schema) {
        var made = object(schema);
        var embedded = object(schema.at("/properties/_embedded"));
        for (JsonNode element : embedded.path("elements")) {
            ((ObjectNode) element).remove("_embedded");
        }
        made.retain(names(schema.path("required")));
        int count = embedded.path("elements").size();
        for (String counted : List.of("total", "count")) {
            if (made.has(counted)) {
                made.put(counted, count);
            }
        }
        var path = addresses.getOrDefault(name, "/api/v3");
        if (made.has("offset")) {
            var page = new Listing(path, new TreeMap<>(), 1, 20, null, null, null, NOW);
            var links = page.collection(count, List.of()).json();
            made.put("pageSize", 20).put("offset", 1).set("_links", links.path("_links"));
        } else {
            made.putObject("_links").set("self", Link.to(path).json());
        }
        return made.set("_embedded", embedded);
    }

    private static List<String> names(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }

    /** What a client sends who wants the resource to be so. */
    private ObjectNode written(JsonNode resource, JsonNode schema) {
        var made = JSON.objectNode();
        schema.path("properties")
                .forEachEntry((property, itsSchema) -> {
                    if (property.equals("_links")) {
                        made.set(property, writtenLinks(resource.path("_links"), itsSchema));
                    } else {
                        var seen = resource.path(property);
                        made.set(
                                property,
                                seen.isMissingNode() ? value(property, itsSchema) : sent(seen));
                    }
                });
        return made;
    }

    /** A link that shows a collection is none of those that are sent as an array. */
    private ObjectNode writtenLinks(JsonNode seen, JsonNode schema) {
        var made = links(schema.path("properties"));
        schema.path("properties")
                .forEachEntry((relation, itsSchema) -> {
                    var link = seen.path(relation);
                    if (!link.isMissingNode() && link.isArray() == itsSchema.has("items")) {
                        made.set(relation, sent(link));
                    }
                });
        return made;
    }

    /** What clients send of a text or a link is less than what they see. */
    private static JsonNode sent(JsonNode seen) {
        for (String essence : new String[] {"raw", "href"}) {
            if (seen.has(essence)) {
                return JSON.objectNode().set(essence, seen.path(essence));
            }
        }
        if (seen.isArray()) {
            var all = JSON.arrayNode();
            seen.forEach(one -> all.add(sent(one)));
            return all;
        }
        return seen;
    }

    /** The properties; what is embedded and linked is for the caller. */
    private ObjectNode object(JsonNode schema) {
        var made = JSON.objectNode();
        schema.path("properties")
                .forEachEntry((property, itsSchema) -> {
                    if (!property.startsWith("_embedded") && !property.equals("_links")) {
                        made.set(property, value(property, itsSchema));
                    }
                });
        return made;
    }

    /** Links to what is known to be linked to. */
    private ObjectNode links(JsonNode schemasOfLinks) {
        var made = JSON.objectNode();
        schemasOfLinks.forEachEntry((relation, schema) -> {
            boolean many = schema.has("items");
            var link = schema.at(many ? "/items/examples/0" : "/examples/0");
            if (!link.isMissingNode()) {
                made.set(relation, many ? JSON.arrayNode().add(link) : link);
            }
        });
        return made;
    }

    private JsonNode value(String name, JsonNode schema) {
        if (schema.has("const")) {
            return schema.path("const");
        }
        if (schema.has("enum")) {
            return schema.at("/enum/0");
        }
        if (schema.has("examples")) {
            return schema.at("/examples/0");
        }
        if (schema.has("anyOf")) {
            return value(name, schema.at("/anyOf/0"));
        }
        if (schema.has("$ref")) {
            return referred(name, Schemas.target(schema.path("$ref").asString()));
        }
        var type = schema.path("type");
        return switch (type.isArray() ? type.path(0).asString() : type.asString("object")) {
            case "string" -> text(name, schema.path("format").asString(""));
            case "integer", "number" -> JSON.numberNode(1);
            case "boolean" -> JSON.booleanNode(true);
            case "array" -> array(name, schema.path("items"));
            default -> object(schema);
        };
    }

    private JsonNode referred(String name, String target) {
        return switch (target) {
            case "Formattable" -> Formattable.markdown(Names.humanized(name) + ".");
            case "FormattableWrite" -> JSON.objectNode().put("raw", Names.humanized(name) + ".");
            default -> of(target).deepCopy();
        };
    }

    private JsonNode array(String name, JsonNode items) {
        boolean none = items.path("$ref").asString("").endsWith("/Nothing");
        return none ? JSON.arrayNode() : JSON.arrayNode().add(value(name, items));
    }

    private static JsonNode text(String name, String format) {
        return JSON.stringNode(
                switch (format) {
                    case "date" -> Types.time(NOW).substring(0, 10);
                    case "date-time" -> Types.time(NOW);
                    case "duration" -> "PT1H30M";
                    default -> name.equals("id") ? "1" : Names.humanized(name);
                });
    }
}
