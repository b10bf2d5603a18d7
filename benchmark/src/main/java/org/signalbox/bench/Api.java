package org.signalbox.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The API as its administrator uses it. For one thread. */
final class Api implements AutoCloseable {
    private static final AtomicInteger NAMES = new AtomicInteger();
    private static final JsonMapper JSON = new JsonMapper();
    private static final String WEBHOOKS = "/api/v3/webhooks";
    private final String host;
    private final Connection connection;

    Api(Server server) throws IOException {
        this.host = server.host();
        this.connection = new Connection(server.port());
    }

    /** A webhook with everything but this left at its default; its id. */
    long subscribe(Inbox inbox, String type) throws IOException {
        return subscribe(inbox.url(), "standard", type);
    }

    /** The same, in any format. */
    long subscribe(String url, String format, String type) throws IOException {
        String body =
                """
                {"name": "bench %d", "url": "%s", "format": "%s", "events": ["%s"], \
                "allProjects": true, "enabled": true, \
                "secret": "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY="}\
                """
                        .formatted(NAMES.incrementAndGet(), url, format, type);
        call(Request.post(host, WEBHOOKS, body));
        return JSON.readTree(connection.body()).path("id").asLong();
    }

    void pause(long webhook) throws IOException {
        call(Request.post(host, "%s/%d/pause".formatted(WEBHOOKS, webhook), "{}"));
    }

    void resume(long webhook) throws IOException {
        call(Request.post(host, "%s/%d/resume".formatted(WEBHOOKS, webhook), "{}"));
    }

    /** Sends a made-up event. */
    void test(long webhook, String type) throws IOException {
        String body = "{\"event\": \"%s\"}".formatted(type);
        call(Request.post(host, "%s/%d/test".formatted(WEBHOOKS, webhook), body));
    }

    void delete(long webhook) throws IOException {
        call(Request.delete(host, "%s/%d".formatted(WEBHOOKS, webhook)));
    }

    /** Posts events as they stand. */
    void post(String events) throws IOException {
        call(Request.post(host, Events.PATH, events));
    }

    /** Creates a resource; what was answered. */
    JsonNode create(String path, String body) throws IOException {
        call(Request.post(host, path, body));
        return JSON.readTree(connection.body());
    }

    /** Sends such a request. */
    void send(byte[] request) throws IOException {
        check(connection.exchange(request));
    }

    private void call(String request) throws IOException {
        send(request.getBytes(ISO_8859_1));
    }

    private void check(int status) {
        if (status / 100 != 2) {
            throw new Failed("status %d, %s".formatted(status, connection.body()));
        }
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
