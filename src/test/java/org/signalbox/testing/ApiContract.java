package org.signalbox.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Holds every answer of the API against the API's own description: its status, content type and
 * body must be the ones that are described for that path and method.
 */
final class ApiContract {
    private static final String ROOT = "/api/v3";

    /** What any path may answer that does not exist, or not with this method. */
    private static final Set<Integer> NOT_A_ROUTE = Set.of(401, 403, 404, 405);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private record Path(Pattern pattern, int variables, JsonNode operations) {}

    private final JsonNode description;
    private final List<Path> paths = new ArrayList<>();
    private final JsonSchemas schemas;

    ApiContract(String description) {
        this.description = JSON.readTree(description);
        this.schemas = new JsonSchemas(this.description);
        this.description
                .path("paths")
                .forEachEntry((template, operations) -> {
                    var parts = template.split("\\{[^}]*\\}", -1);
                    var regex = new StringBuilder(Pattern.quote(parts[0]));
                    for (int i = 1; i < parts.length; i++) {
                        regex.append("[^/]+").append(Pattern.quote(parts[i]));
                    }
                    paths.add(
                            new Path(
                                    Pattern.compile(regex.toString()),
                                    parts.length - 1,
                                    operations));
                });
        paths.sort(Comparator.comparingInt(Path::variables));
    }

    static boolean covers(String path) {
        return path.equals(ROOT) || path.startsWith(ROOT + "/") || path.startsWith(ROOT + "?");
    }

    /** Fails unless the answer is one that the description allows. */
    void check(String method, String target, Api.Answer answer) {
        if (!Set.of("GET", "POST", "PATCH", "DELETE", "PUT").contains(method)) {
            return;
        }
        var request = method + " " + target;
        var operation = operation(method, plainPath(target));
        if (operation == null) {
            assertThat(answer.status()).as("%s is no route", request).isIn(NOT_A_ROUTE);
            return;
        }
        var response = resolved(operation.path("responses").path("" + answer.status()));
        assertThat(response.isMissingNode())
                .as("%s answers %d, not described; %s", request, answer.status(), answer.text())
                .isFalse();
        var content = response.path("content");
        if (content.isMissingNode()) {
            assertThat(answer.text()).as("%s is described without a body", request).isEmpty();
            return;
        }
        var media = content.properties().iterator().next();
        if (answer.status() == 304) {
            return;
        }
        if (media.getKey().equals("*/*")) {
            return;
        }
        assertThat(answer.header("Content-Type")).as(request).startsWith(media.getKey());
        if (!target.contains("select=") && media.getValue().has("schema")) {
            checkBody(request, media.getValue().path("schema"), answer);
        }
    }

    private void checkBody(String request, JsonNode schema, Api.Answer answer) {
        boolean json =
                answer.header("Content-Type").contains("json")
                        && answer.header("Content-Encoding").isEmpty();
        if (!json || schema.isEmpty()) {
            return;
        }
        var errors = schemas.errors(schema, answer.body());
        assertThat(errors)
                .as(
                        "%s -> %d does not fit its description: %s",
                        request, answer.status(), answer.text())
                .isEmpty();
    }

    private @Nullable JsonNode operation(String method, String path) {
        for (Path candidate : paths) {
            var operation = candidate.operations().path(method.toLowerCase(Locale.ROOT));
            if (!operation.isMissingNode() && candidate.pattern().matcher(path).matches()) {
                return operation;
            }
        }
        return null;
    }

    private JsonNode resolved(JsonNode node) {
        var ref = node.path("$ref");
        return ref.isString() ? description.at(ref.stringValue().substring(1)) : node;
    }

    private static String plainPath(String target) {
        var path = URI.create(target).getRawPath().replaceAll("/{2,}", "/");
        return path.length() > 1 && path.endsWith("/")
                ? path.substring(0, path.length() - 1)
                : path;
    }
}
