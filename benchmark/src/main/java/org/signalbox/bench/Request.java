package org.signalbox.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Base64;

/** The text of requests by the administrator. */
final class Request {
    /** What the servers are started with. */
    static final String TOKEN = "opapi-bench-0123456789abcdef0123456789abcdef";

    private static final String CREDENTIALS = credentials(TOKEN);

    private Request() {}

    static String get(String host, String path) {
        return head("GET", host, path, 0);
    }

    /** By whoever has this token. */
    static String get(String host, String path, String token) {
        return get(host, path).replace(CREDENTIALS, credentials(token));
    }

    private static String credentials(String token) {
        return Base64.getEncoder().encodeToString(("apikey:" + token).getBytes(ISO_8859_1));
    }

    /**
     * @param body plain ASCII
     */
    static String post(String host, String path, String body) {
        return head("POST", host, path, body.length()) + body;
    }

    static String delete(String host, String path) {
        return head("DELETE", host, path, 0);
    }

    private static String head(String method, String host, String path, int length) {
        return """
        %s %s HTTP/1.1
        Host: %s
        Authorization: Basic %s
        Content-Type: application/json
        Content-Length: %d

        """
                .formatted(method, path, host, CREDENTIALS, length)
                .replace("\n", "\r\n");
    }
}
