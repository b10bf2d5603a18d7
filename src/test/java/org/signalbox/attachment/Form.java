package org.signalbox.attachment;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A {@code multipart/form-data} body, written by hand as clients do it. */
final class Form {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String BOUNDARY = "----signalbox7f3a";

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    /** A plain field, with a content type or, if that is empty, without. */
    Form field(String name, String contentType, String text) {
        var head = "Content-Disposition: form-data; name=\"" + name + "\"\r\n";
        return part(
                contentType.isEmpty() ? head : head + "Content-Type: " + contentType + "\r\n",
                text.getBytes(StandardCharsets.UTF_8));
    }

    Form metadata(String json) {
        return field("metadata", "application/json", json);
    }

    Form file(byte[] content) {
        return part(
                """
                Content-Disposition: form-data; name="file"; filename="ignored.bin"\r
                Content-Type: application/octet-stream\r
                """,
                content);
    }

    private Form part(String head, byte[] content) {
        write("--" + BOUNDARY + "\r\n" + head + "\r\n");
        body.writeBytes(content);
        write("\r\n");
        return this;
    }

    private void write(String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    byte[] bytes() {
        var all = new ByteArrayOutputStream();
        all.writeBytes(body.toByteArray());
        all.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return all.toByteArray();
    }

    record Answer(HttpResponse<byte[]> response) {
        int status() {
            return response.statusCode();
        }

        String text() {
            return new String(response.body(), StandardCharsets.UTF_8);
        }

        JsonNode at(String pointer) {
            return JSON.readTree(response.body()).at(pointer);
        }

        long id() {
            return at("/id").asLong();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    Answer post(URI target, String token) {
        return post(target, token, bytes());
    }

    static Answer post(URI target, String token, byte[] body) {
        return send(
                HttpRequest.newBuilder(target)
                        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                        .header("Authorization", "Bearer " + token)
                        .POST(BodyPublishers.ofByteArray(body)));
    }

    static Answer get(URI target, String token, String... headers) {
        var request = HttpRequest.newBuilder(target).header("Authorization", "Bearer " + token);
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            return new Answer(
                    CLIENT.send(
                            request.timeout(Duration.ofSeconds(60)).build(),
                            BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
