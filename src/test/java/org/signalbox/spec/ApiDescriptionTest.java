package org.signalbox.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.signalbox.testing.Api;
import org.signalbox.testing.JsonSchemas;
import org.signalbox.testing.RunningServer;
import tools.jackson.databind.JsonNode;

/**
 * The API's description says something of every route, and refers to nothing that it does not
 * describe. That answers fit it is tested with every answer that any test gets.
 */
@Tag("api")
class ApiDescriptionTest {
    private final Api api = RunningServer.shared().api();
    private final JsonNode description = api.get("/api/v3/spec.json").body();

    @Test
    void everybody_can_read_it_under_all_its_names() {
        var stranger = api.anonymous();
        assertThat(stranger.get("/api/v3/openapi.json").body()).isEqualTo(description);
        assertThat(stranger.get("/api/v3/spec.yml").text())
                .startsWith("openapi: 3.1.0")
                .doesNotContainPattern("(?m): =$|- =$");
        assertThat(stranger.get("/api/v3/spec.yml").header("Content-Type"))
                .startsWith("text/vnd.yaml");
    }

    @Test
    void every_route_is_described() {
        var silent = new ArrayList<String>();
        operations((route, operation) -> {
            boolean succeeds =
                    operation.path("responses").propertyNames().stream()
                            .anyMatch(status -> status.startsWith("2") || status.startsWith("3"));
            if (!succeeds || operation.path("summary").asString("").isBlank()) {
                silent.add(route);
            }
        });
        assertThat(silent).isEmpty();
    }

    @Test
    void every_operation_has_a_name_of_its_own() {
        var names = new ArrayList<String>();
        operations((_, operation) -> names.add(operation.path("operationId").asString()));
        assertThat(names).doesNotHaveDuplicates();
    }

    @Test
    void every_reference_leads_somewhere() {
        var lost = new TreeSet<String>();
        for (String ref : description.findValuesAsString("$ref")) {
            if (description.at(ref.substring(1)).isMissingNode()) {
                lost.add(ref);
            }
        }
        assertThat(lost).isEmpty();
    }

    @Test
    void every_error_has_an_example() {
        for (var response : description.at("/components/responses")) {
            for (var media : response.path("content")) {
                assertThat(media.has("example")).as(response.toString()).isTrue();
            }
        }
    }

    @Test
    void every_json_body_and_answer_has_an_example_that_fits_its_schema() {
        var schemas = new JsonSchemas(description);
        var wrong = new TreeSet<String>();
        var checked = new TreeSet<String>();
        operations((route, operation) -> {
            for (var media : jsonContents(operation)) {
                var example = media.path("examples").valueStream().findFirst();
                if (example.isEmpty()) {
                    wrong.add(route + " has no example");
                    continue;
                }
                var ref = example.get().path("$ref").asString();
                var value = description.at(ref.substring(1)).path("value");
                checked.add(ref);
                for (var error : schemas.errors(media.path("schema"), value)) {
                    wrong.add(ref + ": " + error);
                }
            }
        });
        assertThat(wrong).isEmpty();
        assertThat(checked).hasSizeGreaterThan(80);
    }

    @Test
    void examples_of_resources_are_made_by_what_makes_the_real_ones() {
        var workPackage = description.at("/components/examples/WorkPackage/value");
        assertThat(workPackage.at("/_links/status/title").asString()).isEqualTo("In progress");
        assertThat(workPackage.at("/description/html").asString()).contains("<em>restore</em>");
        assertThat(workPackage.at("/_embedded/project/name").asString()).isNotEmpty();
        var written = description.at("/components/examples/WorkPackageWrite/value");
        assertThat(written.path("subject")).isEqualTo(workPackage.path("subject"));
        assertThat(written.at("/_links/type/href")).isEqualTo(workPackage.at("/_links/type/href"));
        assertThat(written.has("createdAt")).isFalse();
        var page = description.at("/components/examples/VersionPage/value");
        assertThat(page.at("/_embedded/elements/0"))
                .isEqualTo(description.at("/components/examples/Version/value"));
        assertThat(page.at("/_links/jumpTo/href").asString())
                .isEqualTo("/api/v3/versions?offset=%7Boffset%7D&pageSize=20");
    }

    @Test
    void examples_tell_what_a_server_could_answer() {
        assertThat(example("Configuration").at("/hostName").asString())
                .isEqualTo("work.example.com");
        assertThat(example("Configuration").at("/perPageOptions/1").asInt()).isEqualTo(100);
        var delivery = example("WebhookDelivery");
        assertThat(delivery.at("/state").asString()).isEqualTo("delivered");
        assertThat(delivery.at("/attempts/0/statusCode").asInt()).isEqualTo(503);
        assertThat(delivery.at("/request/headers/webhook-id")).isEqualTo(delivery.at("/event/id"));
        var event = example("EventFeed").at("/_embedded/elements/0");
        assertThat(event.at("/data/carrier").asString()).isEqualTo("Swift");
        assertThat(event.at("/type").asString()).isEqualTo("custom.order.shipped");
        var notification = example("Notification");
        assertThat(notification.at("/reason").asString()).isEqualTo("mentioned");
        assertThat(notification.at("/_links/readIAN/method").asString()).isEqualTo("post");
        var form = example("Form");
        assertThat(form.at("/_embedded/payload/name").asString()).isEqualTo("First edition");
        assertThat(form.at("/_embedded/validationErrors").isEmpty()).isFalse();
        assertThat(form.at("/_embedded/schema")).isEqualTo(example("Schema"));
        assertThat(example("Schema").at("/name/maxLength").asInt()).isPositive();
    }

    private JsonNode example(String name) {
        return description.at("/components/examples/" + name + "/value");
    }

    /** What is sent and answered as JSON, but errors, which are described apart. */
    private static List<JsonNode> jsonContents(JsonNode operation) {
        var contents = new ArrayList<JsonNode>();
        contents.add(operation.at("/requestBody/content"));
        operation.path("responses").forEach(response -> contents.add(response.path("content")));
        return contents.stream()
                .flatMap(content -> content.propertyStream())
                .filter(media -> media.getKey().endsWith("json"))
                .map(Map.Entry::getValue)
                .filter(media -> !media.path("schema").isEmpty())
                .toList();
    }

    private interface Visit {
        void operation(String route, JsonNode operation);
    }

    private void operations(Visit visit) {
        description
                .path("paths")
                .forEachEntry((path, verbs) ->
                        verbs.forEachEntry((verb, operation) ->
                                visit.operation(verb + " " + path, operation)));
        assertThat(description.path("paths").size()).isGreaterThan(50);
    }
}
