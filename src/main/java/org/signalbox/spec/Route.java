package org.signalbox.spec;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.signalbox.hal.Body;
import org.signalbox.hal.Endpoint;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * One way into the API.
 *
 * @param path with its variables in braces
 * @param verb of HTTP, in capitals
 * @param says what its author wrote of it; null if nothing
 */
record Route(String path, String verb, Method method, @Nullable Endpoint says) {

    private static final String API = "/api/v3";

    /** Those below the API's root, by path and verb. */
    static List<Route> of(RequestMappingHandlerMapping mappings) {
        var routes = new ArrayList<Route>();
        mappings.getHandlerMethods()
                .forEach((info, handler) -> {
                    var method = handler.getMethod();
                    var says = method.getAnnotation(Endpoint.class);
                    for (String path : info.getPatternValues()) {
                        for (var verb : info.getMethodsCondition().getMethods()) {
                            if (path.equals(API) || path.startsWith(API + "/")) {
                                routes.add(new Route(path, verb.name(), method, says));
                            }
                        }
                    }
                });
        routes.sort(Comparator.comparing(Route::path).thenComparing(Route::verb));
        return routes;
    }

    boolean reads() {
        return verb.equals("GET");
    }

    boolean hasVariables() {
        return path.contains("{");
    }

    /** The path with something in place of its variables. */
    String address() {
        return path.replace("{date}", "2026-11-19").replaceAll("\\{[^}]*\\}", "1");
    }

    boolean takesJson() {
        for (Class<?> parameter : method.getParameterTypes()) {
            if (parameter == Body.class) {
                return true;
            }
        }
        return says != null && !says.body().isEmpty() && says.takes().isEmpty();
    }

    boolean takesAnything() {
        return takesJson() || (says != null && !says.takes().isEmpty());
    }

    /** The collection it belongs to: the first word of the path. */
    String tag() {
        var words = path.split("/", -1);
        return words.length > 3 ? words[3] : "root";
    }

    String operationId() {
        var words = path.equals(API) ? "root" : path.substring(API.length() + 1);
        return verb.toLowerCase(Locale.ROOT) + "_" + words.replaceAll("[^a-z0-9_]+", "_");
    }
}
