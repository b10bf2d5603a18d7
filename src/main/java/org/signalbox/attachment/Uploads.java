package org.signalbox.attachment;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.servlet.ServletRequestContext;
import org.jspecify.annotations.Nullable;
import org.signalbox.hal.Refusal;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the two parts of an upload, {@code metadata} and {@code file}, in any order, as they come
 * in: the file goes to the contents piece by piece.
 */
@Component
final class Uploads {

    private static final String METADATA = "metadata";
    private static final String FILE = "file";
    private static final int METADATA_BYTES_MAX = 64 << 10;

    private final Contents contents;
    private final ObjectReader reader;

    Uploads(Contents contents, JsonMapper json) {
        this.contents = contents;
        this.reader = json.reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    /**
     * @throws Refusal.BadBody if it has other parts, or a part that cannot be read
     * @throws Refusal.TooLarge if the file is larger than files may be
     */
    Upload read(HttpServletRequest request) {
        var reading = new Reading();
        try {
            return reading.all(request);
        } catch (IOException _) {
            reading.discard();
            throw new Refusal.BadBody("The request body is not a complete multipart form.");
        } catch (RuntimeException e) {
            reading.discard();
            throw e;
        }
    }

    /** What has been read so far. */
    private final class Reading {
        private @Nullable ObjectNode metadata;
        private @Nullable Content content;

        Upload all(HttpServletRequest request) throws IOException {
            var parts = new FileUpload().getItemIterator(new ServletRequestContext(request));
            while (parts.hasNext()) {
                take(parts.next());
            }
            if (metadata == null || content == null) {
                throw wrongParts();
            }
            return new Upload(metadata, content);
        }

        private void take(FileItemStream part) throws IOException {
            var name = String.valueOf(part.getFieldName());
            try (var in = part.openStream()) {
                if (name.equals(METADATA) && metadata == null) {
                    metadata = parsed(in);
                } else if (name.equals(FILE) && content == null) {
                    content = contents.write(in);
                } else {
                    throw wrongParts();
                }
            }
        }

        void discard() {
            if (content != null) {
                contents.discard(content.id());
            }
        }
    }

    private ObjectNode parsed(InputStream in) throws IOException {
        var bytes = in.readNBytes(METADATA_BYTES_MAX + 1);
        try {
            if (bytes.length <= METADATA_BYTES_MAX
                    && bytes.length > 0
                    && reader.readTree(bytes) instanceof ObjectNode object) {
                return object;
            }
        } catch (JacksonException _) {
            // Broken JSON is as wrong as JSON of another kind.
        }
        throw new Refusal.BadBody("The part metadata was not a single JSON object.");
    }

    private static Refusal.BadBody wrongParts() {
        return new Refusal.BadBody(
                "The request body must have exactly two parts: metadata and file.");
    }
}
