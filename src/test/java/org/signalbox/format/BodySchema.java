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

/** What receivers can rely on that were made for one format. */
public enum BodySchema {
    AWORK("awork"),
    OPENPROJECT("openproject"),
    RM("rm"),
    STANDARD("standard");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Where it stands, beside what is sent of samples. */
    final Path files;

    @SuppressWarnings("ImmutableEnumChecker") // nothing changes it
    private final Schema schema;

    BodySchema(String directory) {
        files = Path.of("src/test/resources/org/signalbox/format", directory);
        schema =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(new JsonMapper().readTree(read(files.resolve("schema.json"))));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fails unless it is what is sent for some event. */
    public void check(JsonNode body) {
        assertThat(schema.validate(body)).as("%s", body.toPrettyString()).isEmpty();
    }

    /** The same of the text of a body. */
    public JsonNode check(String body) {
        JsonNode read = JSON.readTree(body);
        check(read);
        return read;
    }

    /** Of a sample, what is sent now; with {@code -Dtest.golden=write} that becomes the file. */
    void golden(String name, String sent) throws IOException {
        Path file = files.resolve(name);
        if ("write".equals(System.getProperty("test.golden"))) {
            Files.createDirectories(files);
            Files.writeString(file, sent);
        }
        assertThat(sent).isEqualTo(Files.readString(file));
    }
}
