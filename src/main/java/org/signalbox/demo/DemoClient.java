package org.signalbox.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks to this server's REST API as any other client would. */
final class DemoClient {
    private final HttpClient client = HttpClient.newHttpClient();
    private final JsonMapper json;
    private final URI server;
    private final String token;

    DemoClient(JsonMapper json, URI server, String token) {
        this.json = json;
        this.server = server;
        this.token = token;
    }

    DemoClient as(String otherToken) {
        return new DemoClient(json, server, otherToken);
    }

    boolean exists(String path) {
        return send("GET", path, null).statusCode() == 200;
    }

    JsonNode get(String path) {
        return expect(send("GET", path, null));
    }

    JsonNode post(String path, Object body) {
        return expect(send("POST", path, body));
    }

    JsonNode patch(String path, Object body) {
        return expect(send("PATCH", path, body));
    }

    private JsonNode expect(HttpResponse<String> response) {
        if (response.statusCode() >= 300) {
            throw new IllegalStateException(
                    "%s %s answered %d: %s"
                            .formatted(
                                    response.request().method(),
                                    response.uri().getPath(),
                                    response.statusCode(),
                                    response.body()));
        }
        return json.readTree(response.body());
    }

    private HttpResponse<String> send(String method, String path, @Nullable Object body) {
        var request =
                HttpRequest.newBuilder(server.resolve(path))
                        .timeout(Duration.ofSeconds(30))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .method(
                                method,
                                body == null
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(json.writeValueAsString(body)))
                        .build();
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException("The server does not answer: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }
}
