package org.signalbox.hal;

import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A HAL document in the making. Properties come first, then {@code _embedded}, then {@code _links},
 * whatever the order of the calls.
 */
public final class Document {

    private final ObjectNode properties = JsonNodeFactory.instance.objectNode();
    private final ObjectNode embedded = JsonNodeFactory.instance.objectNode();
    private final ObjectNode links = JsonNodeFactory.instance.objectNode();

    public Document(String type) {
        properties.put("_type", type);
    }

    /** No more than the properties and links with these names. */
    Document only(Set<String> names) {
        if (!names.contains(Select.ALL)) {
            properties.retain(names);
            links.retain(names);
        }
        return this;
    }

    public Document put(String name, @Nullable String value) {
        properties.put(name, value);
        return this;
    }

    public Document put(String name, long value) {
        properties.put(name, value);
        return this;
    }

    public Document put(String name, boolean value) {
        properties.put(name, value);
        return this;
    }

    public Document put(String name, JsonNode value) {
        properties.set(name, value);
        return this;
    }

    /** Takes away a property that not everybody may see. */
    public Document without(String name) {
        properties.remove(name);
        return this;
    }

    public Document link(String relation, Link link) {
        links.set(relation, link.json());
        return this;
    }

    public Document links(String relation, Collection<Link> targets) {
        var array = links.putArray(relation);
        targets.forEach(target -> array.add(target.json()));
        return this;
    }

    /** A link or an array of links that is JSON already. */
    Document link(String relation, JsonNode link) {
        links.set(relation, link);
        return this;
    }

    /** Embeds a resource; none is left out altogether. */
    public Document embed(String relation, @Nullable Document resource) {
        if (resource != null) {
            embedded.set(relation, resource.json());
        }
        return this;
    }

    public Document embed(String relation, Collection<Document> resources) {
        var array = embedded.putArray(relation);
        resources.forEach(resource -> array.add(resource.json()));
        return this;
    }

    /** Embeds what is no resource, as the details of an error. */
    Document embed(String relation, JsonNode value) {
        embedded.set(relation, value);
        return this;
    }

    /** The whole document, to which nothing is added any more. */
    public ObjectNode json() {
        if (!embedded.isEmpty()) {
            properties.set("_embedded", embedded);
        }
        if (!links.isEmpty()) {
            properties.set("_links", links);
        }
        return properties;
    }
}
