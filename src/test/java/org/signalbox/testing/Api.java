package org.signalbox.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A small client for the server's HTTP API, with the credentials of one token or of nobody. */
public final class Api {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static volatile @Nullable ApiContract contract;

    private final URI server;
    private final @Nullable String token;

    private Api(URI server, @Nullable String token) {
        this.server = server;
        this.token = token;
    }

    /** A client of the server at this address. */
    public static Api at(URI server, String token) {
        return new Api(server, token);
    }

    /** What came back; {@code body} is a missing node when it was empty or no JSON. */
    public record Answer(int status, HttpHeaders headers, String text) {
        public JsonNode body() {
            return text.startsWith("{") || text.startsWith("[")
                    ? JSON.readTree(text)
                    : JSON.missingNode();
        }

        /** The value at a JSON pointer, e.g. {@code /_links/self/href}. */
        public JsonNode at(String pointer) {
            return body().at(pointer);
        }

        public String header(String name) {
            return headers.firstValue(name).orElse("");
        }

        /** The id of the created or shown resource. */
        public long id() {
            return body().get("id").asLong();
        }

        /** The ids of the elements of a list that was shown. */
        public List<Long> ids() {
            assertThat(status).as(text).isEqualTo(200);
            return at("/_embedded/elements")
                    .valueStream()
                    .map(element -> element.get("id").asLong())
                    .toList();
        }
    }

    public Api as(String otherToken) {
        return new Api(server, otherToken);
    }

    public Api anonymous() {
        return new Api(server, null);
    }

    public Answer get(String path) {
        return send("GET", path, null, Map.of());
    }

    public Answer post(String path, String json) {
        return send("POST", path, json, Map.of("Content-Type", "application/json"));
    }

    public Answer patch(String path, String json) {
        return send("PATCH", path, json, Map.of("Content-Type", "application/json"));
    }

    public Answer delete(String path) {
        return send("DELETE", path, null, Map.of());
    }

    /** The description of this version's API, which every server gives out alike. */
    private ApiContract contract() throws IOException, InterruptedException {
        var known = contract;
        if (known == null) {
            var request = HttpRequest.newBuilder(URI.create(server + "/api/v3/spec.json")).build();
            known = new ApiContract(CLIENT.send(request, BodyHandlers.ofString()).body());
            contract = known;
        }
        return known;
    }

    /** Any request; a header given here wins over the token's. */
    public Answer send(
            String method, String path, @Nullable String body, Map<String, String> headers) {
        var request =
                HttpRequest.newBuilder(URI.create(server + path))
                        .timeout(Duration.ofSeconds(60))
                        .method(
                                method,
                                body == null
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(body));
        if (token != null && !headers.containsKey("Authorization")) {
            request.setHeader("Authorization", "Bearer " + token);
        }
        headers.forEach(request::setHeader);
        try {
            HttpResponse<String> response = CLIENT.send(request.build(), BodyHandlers.ofString());
            var answer = new Answer(response.statusCode(), response.headers(), response.body());
            if (ApiContract.covers(path)) {
                contract().check(method, path, answer);
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
