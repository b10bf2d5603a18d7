package org.signalbox.hal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.signalbox.testing.Api;
import org.signalbox.testing.RecordedEvents;
import org.signalbox.testing.RunningServer;

/** What the API answers to requests that make no sense. */
@Tag("api")
class BadInputTest {
    private static final String PROJECTS = "/api/v3/projects";

    private final RunningServer server = RunningServer.shared();
    private final Api api = server.api();

    @Test
    void a_body_that_is_no_json_object() {
        for (String body : new String[] {"{\"name\": ", "[1]", "7", "{} {}", "\"text\""}) {
            isError(api.post(PROJECTS, body), 400, "InvalidRequestBody");
        }
    }

    @Test
    void a_query_or_a_path_that_is_no_text() {
        isError(api.get(PROJECTS + "?%C3%28=1"), 400, "BadRequest");
        isError(api.get(PROJECTS + "?%F1%89%A4%81=1"), 400, "BadRequest");
        isError(api.get(PROJECTS + "?%00=1"), 400, "BadRequest");
        var post =
                api.send("POST", "/api/v3/notifications/read_ian?%02=%02&%C3%28=1", null, Map.of());
        isError(post, 400, "BadRequest");
        isError(api.get(PROJECTS + "/a%25b"), 400, "BadRequest");
        isError(api.get(PROJECTS + "/a%0Ab"), 400, "BadRequest");
    }

    @Test
    void a_body_that_is_too_large() {
        var events = RecordedEvents.from(server);
        var large = "{\"name\": \"" + "x".repeat(1 << 20) + "\"}";
        isError(api.post(PROJECTS, large), 413, "InvalidRequestBody");
        assertThat(events.all()).isEmpty();
    }

    @Test
    void a_body_of_another_kind_or_of_none() {
        var wrong = api.send("POST", PROJECTS, "name=x", Map.of("Content-Type", "text/plain"));
        isError(wrong, 415, "TypeNotSupported");
        var missing = api.send("POST", PROJECTS, "{}", Map.of());
        assertThat(missing.status()).isEqualTo(406);
        assertThat(missing.header("Content-Type")).startsWith("text/plain");
        assertThat(missing.text()).isEqualTo("Missing content-type header");
        var hal =
                api.send(
                        "POST",
                        PROJECTS,
                        "{\"name\": \"As HAL\"}",
                        Map.of("Content-Type", "application/hal+json; charset=utf-8"));
        assertThat(hal.status()).isEqualTo(201);
        isError(api.send("POST", PROJECTS, null, Map.of()), 422, "PropertyConstraintViolation");
    }

    @Test
    void an_attribute_of_the_wrong_type_is_named() {
        var refused = api.post(PROJECTS, "{\"name\": 5}");
        isError(refused, 422, "PropertyFormatError");
        assertThat(refused.at("/_embedded/details/attribute").asString()).isEqualTo("name");
    }

    @Test
    void a_filter_that_does_not_exist_or_makes_no_sense() {
        isError(
                filtered("[{\"nonsense\":{\"operator\":\"=\",\"values\":[\"1\"]}}]"),
                400,
                "InvalidQuery");
        isError(
                filtered("[{\"id\":{\"operator\":\"~~\",\"values\":[\"1\"]}}]"),
                400,
                "InvalidQuery");
        isError(
                filtered("[{\"id\":{\"operator\":\"=\",\"values\":[\"one\"]}}]"),
                400,
                "InvalidQuery");
        isError(filtered("[{\"id\":{\"operator\":\"=\",\"values\":\"1\"}}]"), 400, "InvalidQuery");
        isError(filtered("[{\"id\":{\"operator\":\"=\",\"values\":[]}}]"), 400, "InvalidQuery");
        isError(
                filtered("[{\"active\":{\"operator\":\"=\",\"values\":[\"x\"]}}]"),
                400,
                "InvalidQuery");
        isError(filtered("{"), 400, "InvalidQuery");
        isError(
                api.get(PROJECTS + "?sortBy=%5B%5B%22secret%22,%22asc%22%5D%5D"),
                400,
                "InvalidQuery");
        isError(api.get(PROJECTS + "?sortBy=%5B%5B%22id%22,%22up%22%5D%5D"), 400, "InvalidQuery");
        isError(api.get(PROJECTS + "?sortBy=%5B%5B%22id%22,%5B%5D%5D%5D"), 400, "InvalidQuery");
        isError(api.get(PROJECTS + "?sortBy=%5B%5B%22id%22,null%5D%5D"), 400, "InvalidQuery");
        isError(filtered("[{\"id\":{\"operator\":\"=\",\"values\":[[1]]}}]"), 400, "InvalidQuery");
        isError(api.get(PROJECTS + "?select=%5B%7B%7D%5D"), 400, "InvalidQuery");
    }

    @Test
    void long_queries_are_read_and_endless_ones_refused_in_the_form_of_the_api() {
        String filter = "?filters=%5B%5D&more=";
        assertThat(api.get(PROJECTS + filter + "x".repeat(50_000)).status()).isEqualTo(200);
        var refused = api.get(PROJECTS + filter + "x".repeat(100_000));
        isError(refused, 400, "BadRequest");
        assertThat(refused.header("Content-Type")).startsWith("application/hal+json");
    }

    @Test
    void a_filter_is_never_sql() {
        var quoted =
                filtered("[{\"name\":{\"operator\":\"~\",\"values\":[\"' or 1=1 -- % _ \\\\\"]}}]");
        assertThat(quoted.status()).isEqualTo(200);
        assertThat(quoted.at("/total").asInt()).isZero();
        isError(
                api.get(PROJECTS + "?sortBy=%5B%5B%22p.id;--%22,%22asc%22%5D%5D"),
                400,
                "InvalidQuery");
    }

    @Test
    void page_sizes_at_the_edges() {
        api.post(PROJECTS, "{\"name\": \"At least one\"}");
        var none = api.get(PROJECTS + "?pageSize=0");
        assertThat(none.status()).isEqualTo(200);
        assertThat(none.at("/total").asInt()).isPositive();
        assertThat(none.at("/count").asInt()).isZero();
        assertThat(api.get(PROJECTS + "?pageSize=-1").at("/pageSize").asInt()).isEqualTo(1000);
        assertThat(api.get(PROJECTS + "?pageSize=1000000").at("/pageSize").asInt()).isEqualTo(1000);
        assertThat(api.get(PROJECTS).at("/pageSize").asInt()).isEqualTo(20);
        isError(api.get(PROJECTS + "?pageSize=-2"), 400, "InvalidQuery");
        isError(api.get(PROJECTS + "?pageSize=many"), 400, "InvalidQuery");
        isError(api.get(PROJECTS + "?offset=-1"), 400, "InvalidQuery");
        var behind = api.get(PROJECTS + "?offset=1000000&pageSize=1000");
        assertThat(behind.status()).isEqualTo(200);
        assertThat(behind.at("/count").asInt()).isZero();
    }

    @Test
    void pages_link_to_their_neighbours() {
        for (int i = 0; i < 3; i++) {
            api.post(PROJECTS, "{\"name\": \"Page\"}");
        }
        var page = api.get(PROJECTS + "?pageSize=1&offset=2&filters=%5B%5D");
        assertThat(page.at("/_links/self/href").asString())
                .isEqualTo(PROJECTS + "?filters=%5B%5D&offset=2&pageSize=1");
        assertThat(page.at("/_links/jumpTo/href").asString())
                .isEqualTo(PROJECTS + "?filters=%5B%5D&offset=%7Boffset%7D&pageSize=1");
        assertThat(page.at("/_links/changeSize/templated").asBoolean()).isTrue();
        assertThat(page.at("/_links/nextByOffset/href").asString()).contains("offset=3");
        assertThat(page.at("/_links/previousByOffset/href").asString()).contains("offset=1");
    }

    @Test
    void paths_that_do_not_exist_and_paths_that_are_untidy() {
        isError(api.get("/api/v3/nonsense"), 404, "NotFound");
        isError(api.post("/api/v3/nonsense", "{}"), 404, "NotFound");
        isError(api.get("/api/v3/work_packages/abc"), 404, "NotFound");
        isError(api.get("/api/v3/work_packages/99999999999999999999"), 404, "NotFound");
        isError(api.send("PUT", PROJECTS, null, Map.of()), 405, "MethodNotAllowed");
        assertThat(api.get("/api/v3/projects/").status()).isEqualTo(200);
        assertThat(api.get("/api//v3//projects").status()).isEqualTo(200);
        assertThat(api.get("/api/v3/").at("/_type").asString()).isEqualTo("Root");
    }

    @Test
    void accepting_something_else_gets_hal_all_the_same() {
        var answer = api.send("GET", "/api/v3", null, Map.of("Accept", "text/html"));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/hal+json;charset=utf-8");
        assertThat(answer.at("/instanceName").asString()).isNotEmpty();
        assertThat(api.get("/api/v3/configuration").at("/perPageOptions/0").asInt()).isEqualTo(20);
    }

    @Test
    void filters_may_stand_in_the_query_as_they_are() throws IOException {
        var request =
                """
                GET /api/v3/projects?filters=[{"id":{"operator":"=","values":["0"]}}] HTTP/1.1\r
                Host: localhost\r
                Authorization: Bearer %s\r
                Connection: close\r
                \r
                """
                        .formatted(RunningServer.ADMIN_TOKEN);
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 200").contains("\"total\":0");
        }
    }

    private Api.Answer filtered(String filters) {
        return api.get(PROJECTS + "?filters=" + URLEncoder.encode(filters, StandardCharsets.UTF_8));
    }

    private static void isError(Api.Answer answer, int status, String name) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/hal+json;charset=utf-8");
        assertThat(answer.header("Link")).contains("service-desc");
        assertThat(answer.at("/_type").asString()).isEqualTo("Error");
        assertThat(answer.at("/errorIdentifier").asString())
                .isEqualTo("urn:openproject-org:api:v3:errors:" + name);
    }
}
