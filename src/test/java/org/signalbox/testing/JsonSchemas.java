package org.signalbox.testing;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The schemas of an API's description, which may name each other. */
public final class JsonSchemas {
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private final JsonNode description;
    private final Map<String, Schema> compiled = new ConcurrentHashMap<>();

    public JsonSchemas(JsonNode description) {
        this.description = description;
    }

    /** What of the value does not fit; empty if all does. */
    public List<Error> errors(JsonNode schema, JsonNode value) {
        return compiled.computeIfAbsent(schema.toString(), _ -> compiled(schema))
                .validate(
                        value,
                        context ->
                                context.executionConfig(
                                        config -> config.formatAssertionsEnabled(true)));
    }

    private Schema compiled(JsonNode schema) {
        var whole = (ObjectNode) schema.deepCopy();
        whole.set("components", description.path("components"));
        return REGISTRY.getSchema(whole);
    }
}
