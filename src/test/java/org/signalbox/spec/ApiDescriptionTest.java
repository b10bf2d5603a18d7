package org.signalbox.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.signalbox.testing.Api;
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
        assertThat(stranger.get("/api/v3/spec.yml").text()).startsWith("openapi: 3.1.0");
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
