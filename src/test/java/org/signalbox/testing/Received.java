package org.signalbox.testing;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/**
 * A request as a receiver got it.
 *
 * @param headers by name in lower case
 */
@SuppressWarnings("ArrayRecordComponent") // the exact bytes are what signatures are over
public record Received(String method, String path, Map<String, String> headers, byte[] body) {

    /** The value of a header, whatever the case of its name; empty when there is none. */
    public String header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
