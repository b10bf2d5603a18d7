package org.signalbox.spec;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.signalbox.hal.ErrorDocuments;
import org.signalbox.hal.Refusal;
import org.signalbox.hal.Shape;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The errors that the API answers with: which where, and an example of each. */
final class Failures {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String HAL = "application/hal+json";

    private record Failure(String name, String description, Refusal example) {}

    private static final Map<Integer, Failure> ALL = new LinkedHashMap<>();

    static {
        add("BadRequest", "A parameter or the body makes no sense.", new Refusal.BadBody());
        add(
                "Unauthenticated",
                "Nobody is logged in, or the credentials are wrong.",
                new Refusal.Unauthenticated(
                        "You need to be authenticated to access this resource."));
        add("Forbidden", "It may be seen, but not that done.", new Refusal.Forbidden());
        add(
                "NotFound",
                "There is none, or none that may be seen: the two look the same.",
                new Refusal.NotFound());
        add(
                "MissingContentType",
                "A body came without a Content-Type.",
                new Refusal.MissingContentType());
        add(
                "Conflict",
                "It was changed meanwhile.",
                new Refusal.Conflict("Your changes could not be saved."));
        add("TooLarge", "The body is too long.", new Refusal.TooLarge(1_048_576));
        add(
                "WrongContentType",
                "The body is of a format that is not read here.",
                new Refusal.WrongContentType("text/xml"));
        add(
                "Invalid",
                "An attribute has a value that is not taken; nothing was changed.",
                new Refusal.Invalid("subject", "Subject can't be blank."));
        add("Unavailable", "Too busy, or no database: try again.", new Refusal.Busy());
    }

    private Failures() {}

    private static void add(String name, String description, Refusal example) {
        ALL.put(ErrorDocuments.status(example), new Failure(name, description, example));
    }

    /** What can go wrong at a route. */
    static void describe(Route route, ObjectNode responses) {
        var statuses = new TreeSet<>(List.of(401, 403, 503));
        boolean asks = route.method().getParameterCount() > 1 || route.takesAnything();
        if (asks || route.reads()) {
            statuses.add(400);
        }
        if (route.reads()) {
            responses.set(
                    "304",
                    JSON.objectNode()
                            .put(
                                    "description",
                                    "It is as it was with the entity tag that was sent."));
        }
        if (route.hasVariables() || asks) {
            statuses.add(404);
        }
        if (!route.reads()) {
            statuses.addAll(List.of(400, 406, 409, 413, 415, 422));
        }
        for (int status : statuses) {
            responses.set(
                    String.valueOf(status),
                    JSON.objectNode().put("$ref", "#/components/responses/" + name(status)));
        }
    }

    private static String name(int status) {
        return requireNonNull(ALL.get(status)).name();
    }

    static ObjectNode components() {
        var responses = JSON.objectNode();
        ALL.forEach((status, failure) -> {
            var response = JSON.objectNode().put("description", failure.description());
            if (status == 406) {
                var text = response.putObject("content").putObject("text/plain");
                text.set("schema", JSON.objectNode().put("type", "string"));
                text.put("example", failure.example().words());
            } else {
                var hal = response.putObject("content").putObject(HAL);
                hal.set("schema", Shape.ref("Error"));
                hal.set("example", ErrorDocuments.of(failure.example()).json());
            }
            responses.set(failure.name(), response);
        });
        return responses;
    }
}
