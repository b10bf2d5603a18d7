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

/** What receivers made for awork can rely on. */
final class AworkSchema {
    static final Path FILES = Path.of("src/test/resources/org/signalbox/format/awork");

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Schema SCHEMA =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(JSON.readTree(read("schema.json")));

    private AworkSchema() {}

    static String read(String name) {
        try {
            return Files.readString(FILES.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void check(JsonNode body) {
        assertThat(SCHEMA.validate(body)).as("%s", body.toPrettyString()).isEmpty();
    }
}
