package org.signalbox.hal;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a description says about attributes, as the document that clients build forms from.
 *
 * @param circumstances on which choices and permissions depend
 */
record Schema<T>(Description<T> of, @Nullable Object circumstances, boolean creating) {

    /** What the server sets on everything. */
    private static final Set<String> ALWAYS_THERE = Set.of("id", "createdAt", "updatedAt");

    /** The schema; attributes that do not apply to the sample, if there is one, are left out. */
    Document document(@Nullable T sample, @Nullable String self) {
        var document =
                new Document("Schema").put("_dependencies", JsonNodeFactory.instance.arrayNode());
        if (!of.groups().isEmpty()) {
            document.put("_attributeGroups", groups());
        }
        if (self != null) {
            document.link("self", Link.to(self));
        }
        for (Attribute<T, ?> attribute : of.attributes()) {
            if (sample == null || attribute.appliesTo(sample)) {
                document.put(attribute.name(), json(attribute));
            }
        }
        return document;
    }

    private ArrayNode groups() {
        var known = of.attributes().stream().map(Attribute::name).toList();
        var groups = JsonNodeFactory.instance.arrayNode();
        of.groups()
                .forEach((title, names) -> {
                    var attributes =
                            groups.addObject()
                                    .put("_type", of.type() + "FormAttributeGroup")
                                    .put("name", title)
                                    .putArray("attributes");
                    names.stream().filter(known::contains).forEach(attributes::add);
                });
        return groups;
    }

    private ObjectNode json(Attribute<T, ?> attribute) {
        boolean writable = attribute.isWritable(creating, circumstances);
        var json =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("type", attribute.type().name())
                        .put("name", attribute.title())
                        .put("required", isRequired(attribute))
                        .put("hasDefault", attribute.hasDefault())
                        .put("writable", writable);
        if (attribute.minLength() > 0) {
            json.put("minLength", attribute.minLength());
        }
        if (attribute.maxLength() < Integer.MAX_VALUE) {
            json.put("maxLength", attribute.maxLength());
        }
        json.putObject("options");
        switch (attribute.location()) {
            case LINK -> json.put("location", "_links").putObject("_links");
            case META -> json.put("location", "_meta");
            case PROPERTY -> {}
        }
        var choices = writable ? attribute.choices(circumstances) : null;
        if (choices != null) {
            choices.addTo(json);
        }
        return json;
    }

    private static boolean isRequired(Attribute<?, ?> attribute) {
        return attribute.isRequired()
                || attribute.isRequiredByRules()
                || attribute.writing() == Attribute.Writable.ECHOED
                || ALWAYS_THERE.contains(attribute.name());
    }
}
