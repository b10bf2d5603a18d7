package org.signalbox.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What receivers made for Resource Management can rely on. */
public final class RmSchema {
    static final Path FILES = Path.of("src/test/resources/org/signalbox/format/rm");

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Schema SCHEMA =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(JSON.readTree(schema()));

    private RmSchema() {}

    private static String schema() {
        try {
            return Files.readString(FILES.resolve("schema.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fails unless it is what is sent for some event. */
    public static void check(JsonNode body) {
        assertThat(SCHEMA.validate(body)).as("%s", body.toPrettyString()).isEmpty();
    }
}
