package org.signalbox.spec;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.signalbox.account.LoginSettings;
import org.signalbox.hal.Described;
import org.signalbox.hal.Endpoint;
import org.signalbox.hal.Sampled;
import org.signalbox.hal.Shape;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.info.BuildProperties;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The API's description. Made once, when it is first asked for; safe for use by many threads. */
@Component
public final class ApiDescription {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String HAL = "application/hal+json";

    private final ObjectProvider<RequestMappingHandlerMapping> mappings;
    private final ObjectProvider<Described> described;
    private final ObjectProvider<Sampled> sampled;
    private final LoginSettings login;
    private final String version;
    private volatile @Nullable ObjectNode made;

    ApiDescription(
            @Qualifier("requestMappingHandlerMapping")
                    ObjectProvider<RequestMappingHandlerMapping> mappings,
            ObjectProvider<Described> described,
            ObjectProvider<Sampled> sampled,
            LoginSettings login,
            ObjectProvider<BuildProperties> build) {
        this.mappings = mappings;
        this.described = described;
        this.sampled = sampled;
        this.login = login;
        var properties = build.getIfAvailable();
        this.version = String.valueOf(properties == null ? "dev" : properties.getVersion());
    }

    /** The OpenAPI document; not to be changed. */
    public ObjectNode json() {
        var description = made;
        if (description == null) {
            description = make(Route.of(mappings.getObject()));
            made = description;
        }
        return description;
    }

    private ObjectNode make(List<Route> routes) {
        var schemas = new Schemas(described.orderedStream().toList());
        var document = JSON.objectNode().put("openapi", "3.1.0");
        document.putObject("info")
                .put("title", "Signalbox API v3")
                .put("version", version)
                .put("description", "HAL+JSON, as clients of OpenProject's API v3 know it.");
        document.putArray("servers").addObject().put("url", "/");
        var either = document.putArray("security");
        either.addObject().putArray("basic");
        either.addObject().putArray("token");
        if (!login.required()) {
            either.addObject();
        }
        var paths = document.putObject("paths");
        for (Route route : routes) {
            paths.withObjectProperty(route.path())
                    .set(route.verb().toLowerCase(Locale.ROOT), operation(route, schemas));
        }
        var components = document.putObject("components");
        var security = components.putObject("securitySchemes");
        security.putObject("basic")
                .put("type", "http")
                .put("scheme", "basic")
                .put("description", "User apikey, with an API token as the password.");
        security.putObject("token").put("type", "http").put("scheme", "bearer");
        components.set("responses", Failures.components());
        var all = schemas.json();
        components.set("schemas", all);
        var samples = new TreeMap<String, ObjectNode>();
        sampled.forEach(one -> samples.putAll(one.samples()));
        components.set("examples", schemas.examples(all, samples, addresses(routes, schemas)));
        return document;
    }

    /** Where what a schema describes is read: at the shortest path there is. */
    private static Map<String, String> addresses(List<Route> routes, Schemas schemas) {
        var addresses = new TreeMap<String, String>();
        for (Route route : routes) {
            var says = route.says();
            if (route.reads() && says != null && !says.answer().isEmpty()) {
                var name = Schemas.target(schemas.answer(says).path("$ref").asString());
                addresses.merge(
                        name,
                        route.address(),
                        (one, other) -> other.length() < one.length() ? other : one);
            }
        }
        return addresses;
    }

    private static ObjectNode operation(Route route, Schemas schemas) {
        var operation = JSON.objectNode().put("operationId", route.operationId());
        operation.putArray("tags").add(route.tag());
        var parameters = new Parameters(schemas.shapes()).of(route);
        if (!parameters.isEmpty()) {
            operation.set("parameters", parameters);
        }
        var says = route.says();
        var responses = JSON.objectNode();
        if (says != null) {
            operation.put("summary", says.value());
            if (route.takesAnything()) {
                operation.set("requestBody", body(says, schemas));
            }
            responses.set(String.valueOf(says.status()), success(says, schemas));
            if (says.orStatus() != 0) {
                responses.set(String.valueOf(says.orStatus()), success(says, schemas));
            }
        }
        Failures.describe(route, responses);
        operation.set("responses", responses);
        return operation;
    }

    private static ObjectNode success(Endpoint says, Schemas schemas) {
        var response = JSON.objectNode().put("description", says.value());
        if (!says.gives().isEmpty()) {
            var media = response.putObject("content").putObject(says.gives());
            media.set("schema", JSON.objectNode());
        } else if (!says.answer().isEmpty()) {
            schemas.describe(response.putObject("content").putObject(HAL), schemas.answer(says));
        }
        return response;
    }

    private static ObjectNode body(Endpoint says, Schemas schemas) {
        var body = JSON.objectNode();
        var name = says.body().isEmpty() ? says.answer() + "Write" : says.body();
        var type = says.takes().isEmpty() ? "application/json" : says.takes();
        var media = body.putObject("content").putObject(type);
        if (says.takes().isEmpty() || !says.body().isEmpty()) {
            schemas.describe(media, Shape.ref(name));
        } else {
            media.set("schema", JSON.objectNode());
        }
        return body;
    }
}
