package org.signalbox.hal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.signalbox.testing.Api;
import org.signalbox.testing.Persons;
import org.signalbox.testing.RunningServer;

/** Answers are compressed as the client asks, and are the same however they come. */
@Tag("api")
class CompressionTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String TYPES = "/api/v3/types";

    private final RunningServer server = RunningServer.shared();
    private final Api api = server.api();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    gzip                          | gzip
                    deflate                       | deflate
                    gzip, deflate, br             | gzip
                    deflate, gzip;q=0.5           | deflate
                    gzip;q=0.5, deflate;q=0.9     | deflate
                    gzip;q=0, deflate             | deflate
                    Deflate;q=0.3                 | deflate
                    gzip, deflate;q=0             | gzip
                    deflate;q=0                   | none
                    gzip;q=0                      | none
                    deflate;q=0.5, identity       | none
                    deflate;q=much                | none
                    identity                      | none
                    """)
    void an_answer_comes_as_it_is_wanted(String accepted, String encoding) throws IOException {
        var answer = get(TYPES, "Accept-Encoding", accepted);
        assertThat(encoding(answer)).isEqualTo(encoding);
        assertThat(text(answer)).isEqualTo(api.get(TYPES).text());
        assertThat(String.join(", ", answer.headers().allValues("Vary")))
                .containsIgnoringCase("accept-encoding");
    }

    @Test
    void a_resource_keeps_its_entity_tag() throws IOException {
        var path = workPackage("x".repeat(5000));
        var plain = get(path, "Accept-Encoding", "identity");
        var tag = plain.headers().firstValue("ETag").orElseThrow();
        for (String encoding : new String[] {"deflate", "gzip"}) {
            var answer = get(path, "Accept-Encoding", encoding);
            assertThat(encoding(answer)).isEqualTo(encoding);
            assertThat(text(answer)).isEqualTo(text(plain));
            assertThat(answer.headers().firstValue("ETag")).hasValue(tag);
            var same = get(path, "Accept-Encoding", encoding, "If-None-Match", tag);
            assertThat(same.statusCode()).isEqualTo(304);
            assertThat(same.body()).isEmpty();
            assertThat(encoding(same)).isEqualTo("none");
        }
    }

    @Test
    void what_is_short_or_empty_comes_as_it_is() throws IOException {
        var status = get("/api/v3/statuses/1", "Accept-Encoding", "deflate");
        assertThat(encoding(status)).isEqualTo("none");
        assertThat(status.headers().firstValueAsLong("Content-Length"))
                .hasValue(status.body().length);
        assertThat(text(status)).startsWith("{\"_type\":\"Status\"");
        var missing = get("/api/v3/work_packages/999999999", "Accept-Encoding", "deflate");
        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(text(missing)).contains("urn:openproject-org:api:v3:errors:NotFound");
    }

    private String workPackage(String description) {
        long project = new Persons(server).project(false);
        var created =
                api.post(
                        "/api/v3/projects/" + project + "/work_packages",
                        "{\"subject\": \"Long\", \"description\": {\"raw\": \"%s\"}}"
                                .formatted(description));
        return "/api/v3/work_packages/" + created.id();
    }

    private HttpResponse<byte[]> get(String path, String... headers) {
        var request =
                HttpRequest.newBuilder(server.url(path))
                        .header("Authorization", "Bearer " + RunningServer.ADMIN_TOKEN)
                        .headers(headers)
                        .build();
        try {
            return CLIENT.send(request, BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoding(HttpResponse<byte[]> answer) {
        return answer.headers().firstValue("Content-Encoding").orElse("none");
    }

    private static String text(HttpResponse<byte[]> answer) throws IOException {
        try (var in = decoded(encoding(answer), new ByteArrayInputStream(answer.body()))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static InputStream decoded(String encoding, InputStream in) throws IOException {
        return switch (encoding) {
            case "gzip" -> new GZIPInputStream(in);
            case "deflate" -> new InflaterInputStream(in);
            default -> in;
        };
    }
}
