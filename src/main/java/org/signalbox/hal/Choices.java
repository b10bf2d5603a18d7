package org.signalbox.hal;

import java.util.Collection;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The values from which one is to be chosen for an attribute, as schemas name them. */
public sealed interface Choices {

    /** The resources of the collection at this address. */
    static Choices at(String href) {
        return new At(href);
    }

    /** These resources, which are few: clients need not ask further. */
    static Choices of(Collection<Document> resources) {
        return new Of(resources.stream().map(Document::json).toList());
    }

    /** These words, for an attribute that is no link. */
    static Choices words(String... words) {
        return new Words(List.of(words));
    }

    /** Puts them into an attribute's part of a schema. */
    void addTo(ObjectNode attribute);

    /** The resources of a collection. */
    record At(String href) implements Choices {
        @Override
        public void addTo(ObjectNode attribute) {
            attribute.putObject("_links").putObject("allowedValues").put("href", href);
        }
    }

    /** Resources, embedded and linked. */
    record Of(List<ObjectNode> resources) implements Choices {
        @Override
        public void addTo(ObjectNode attribute) {
            var embedded = JsonNodeFactory.instance.arrayNode();
            var links = JsonNodeFactory.instance.arrayNode();
            for (ObjectNode resource : resources) {
                embedded.add(resource);
                links.add(resource.path("_links").path("self"));
            }
            attribute.putObject("_embedded").set("allowedValues", embedded);
            attribute.putObject("_links").set("allowedValues", links);
        }
    }

    /** Words. */
    record Words(List<String> words) implements Choices {
        @Override
        public void addTo(ObjectNode attribute) {
            var array = attribute.putObject("_embedded").putArray("allowedValues");
            words.forEach(array::add);
        }
    }
}
