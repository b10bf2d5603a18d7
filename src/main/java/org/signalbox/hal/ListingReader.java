package org.signalbox.hal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads {@link Listing} from the query of a request. */
@Component
final class ListingReader implements HandlerMethodArgumentResolver {

    private static final int VALUES_MAX = 1000;

    private final JsonMapper mapper;
    private final InstantSource time;
    private final PageLimit limit;
    private final Selectable selectable;

    ListingReader(JsonMapper mapper, InstantSource time, PageLimit limit, Selectable selectable) {
        this.mapper = mapper;
        this.time = time;
        this.limit = limit;
        this.selectable = selectable;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Listing.class;
    }

    @Override
    public Listing resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest webRequest,
            @Nullable WebDataBinderFactory binders) {
        var request = (HttpServletRequest) webRequest.getNativeRequest();
        var parameters = new TreeMap<String, String>();
        request.getParameterMap()
                .forEach((name, values) -> parameters.put(name, value(name, values)));
        var packed = parameters.remove("eprops");
        if (packed != null) {
            parameters.putAll(PackedParameters.unpacked(packed, mapper));
        }
        return new Listing(
                request.getRequestURI(),
                parameters,
                offset(parameters.get("offset")),
                pageSize(parameters.get("pageSize")),
                clauses(parameters.get("filters")),
                order(parameters.get("sortBy")),
                select(parameters.get("select"), parameter.getMethodAnnotation(Endpoint.class)),
                time.instant());
    }

    /** Of what is said several times the first counts, unless its name says that it is an array. */
    private static String value(String name, String[] values) {
        return name.endsWith("[]") ? String.join(",", values) : values[0];
    }

    /** The page; 0 is the first one too, for clients that count from there. */
    private static int offset(@Nullable String text) {
        int offset = number("Offset", text, 1);
        if (offset < 0) {
            throw new Refusal.BadQuery("Offset must be greater than or equal to 0.");
        }
        return Math.max(offset, 1);
    }

    private int pageSize(@Nullable String text) {
        int size = number("Page size", text, Listing.PAGE_SIZE);
        if (size < -1) {
            throw new Refusal.BadQuery("Page size must be greater than or equal to -1.");
        }
        int max = limit.max();
        return size == -1 ? max : Math.min(size, max);
    }

    private static int number(String title, @Nullable String text, int otherwise) {
        if (text == null || text.isBlank()) {
            return otherwise;
        }
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException _) {
            throw new Refusal.BadQuery(title + " is not a number.");
        }
    }

    private @Nullable List<Clause> clauses(@Nullable String text) {
        if (text == null) {
            return null;
        }
        var clauses = new ArrayList<Clause>();
        for (JsonNode filter : array("Filters", text)) {
            if (!filter.isObject() || filter.isEmpty()) {
                throw new Refusal.BadQuery("Filters must be an array of objects.");
            }
            filter.forEachEntry((name, condition) -> clauses.add(clause(name, condition)));
        }
        return List.copyOf(clauses);
    }

    private static Clause clause(String name, JsonNode condition) {
        var operator = condition.path("operator");
        var values = condition.path("values");
        if (!operator.isString()) {
            throw new Refusal.BadQuery("Filters %s has no operator.".formatted(name));
        }
        boolean none = values.isMissingNode() || values.isNull();
        if ((!none && !values.isArray()) || values.size() > VALUES_MAX) {
            throw new Refusal.BadQuery("Filters %s has invalid values.".formatted(name));
        }
        var texts = new ArrayList<String>();
        for (JsonNode value : values) {
            if (value.isContainer()) {
                throw new Refusal.BadQuery("Filters %s has invalid values.".formatted(name));
            }
            texts.add(value.isNull() ? "" : value.asString());
        }
        return new Clause(name, operator.stringValue(), List.copyOf(texts));
    }

    private @Nullable List<Sort.Key> order(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        var keys = new ArrayList<Sort.Key>();
        for (JsonNode pair : array("Sort by", text)) {
            keys.add(key(pair));
        }
        return List.copyOf(keys);
    }

    private @Nullable Select select(@Nullable String text, @Nullable Endpoint says) {
        return text == null || text.isBlank()
                ? null
                : selectable.check(Select.of(paths(text)), says);
    }

    private List<String> paths(String text) {
        if (!text.strip().startsWith("[")) {
            return List.of(text.split(","));
        }
        var paths = new ArrayList<String>();
        for (JsonNode path : array("Select", text)) {
            if (!path.isString()) {
                throw new Refusal.BadQuery("Select must be an array of strings.");
            }
            paths.add(path.stringValue());
        }
        return paths;
    }

    private static Sort.Key key(JsonNode pair) {
        boolean key = pair.isArray() && pair.path(0).isString() && !pair.path(1).isContainer();
        if (!key || pair.size() > 2) {
            throw new Refusal.BadQuery("Sort by must be an array of pairs.");
        }
        var direction = pair.size() == 1 ? "asc" : pair.get(1).asString();
        return switch (direction) {
            case "asc" -> new Sort.Key(pair.get(0).stringValue(), false);
            case "desc" -> new Sort.Key(pair.get(0).stringValue(), true);
            default ->
                    throw new Refusal.BadQuery(
                            "Sort by has no direction '%s'.".formatted(direction));
        };
    }

    private JsonNode array(String what, String text) {
        try {
            var json = text.isBlank() ? mapper.createArrayNode() : mapper.readTree(text);
            if (json.isArray()) {
                return json;
            }
        } catch (JacksonException _) {
            // Not JSON is as wrong as JSON of another kind.
        }
        throw new Refusal.BadQuery(what + " must be a JSON array.");
    }
}
