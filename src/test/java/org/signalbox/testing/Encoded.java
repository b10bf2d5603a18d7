package org.signalbox.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.DeflaterOutputStream;

/** How text is written into addresses. */
public final class Encoded {
    private Encoded() {}

    /** So that it can be the value of a parameter, or a field of a form. */
    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** A list's condition, as the value of {@code filters}; the values are written as in JSON. */
    public static String filter(String name, String operator, String values) {
        return encoded(
                "[{\"%s\": {\"operator\": \"%s\", \"values\": [%s]}}]"
                        .formatted(name, operator, values));
    }

    /** Packed, as {@code eprops}. */
    public static String packed(String json) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(bytes)) {
            out.write(json.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }
}
