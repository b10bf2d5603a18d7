package org.signalbox.hal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.InflaterInputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** All parameters of a query in one: a JSON object, compressed, in Base64. */
final class PackedParameters {

    private static final int BYTES_MAX = 1 << 20;

    private PackedParameters() {}

    /** The parameters by name, as they would stand in the query. */
    static Map<String, String> unpacked(String packed, JsonMapper mapper) {
        try {
            // A plus that was not encoded arrives as a space; both alphabets are in use.
            var text = packed.strip().replace(' ', '+').replace('-', '+').replace('_', '/');
            var bytes = inflated(Base64.getMimeDecoder().decode(text));
            if (mapper.readTree(bytes) instanceof ObjectNode object) {
                var parameters = new HashMap<String, String>();
                object.forEachEntry((name, value) ->
                        parameters.put(
                                name, value.isString() ? value.stringValue() : value.toString()));
                return parameters;
            }
        } catch (IOException | IllegalArgumentException | JacksonException _) {
            // Whatever is broken of it, a client can only send it anew.
        }
        throw new Refusal.BadParameter("eprops");
    }

    private static byte[] inflated(byte[] bytes) throws IOException {
        try (var in = new InflaterInputStream(new ByteArrayInputStream(bytes))) {
            var text = in.readNBytes(BYTES_MAX + 1);
            if (text.length > BYTES_MAX) {
                throw new IOException("larger than any query");
            }
            return text;
        }
    }
}
