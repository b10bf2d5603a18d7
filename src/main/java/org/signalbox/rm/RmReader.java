package org.signalbox.rm;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLDecoder;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.signalbox.hal.PageLimit;
import org.signalbox.hal.Refusal;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads {@link RmBody}, in whatever of its forms it was sent, and {@link RmList}. */
@Component
final class RmReader implements HandlerMethodArgumentResolver, WebMvcConfigurer {
    private static final int BYTES_MAX = 1 << 20;

    /** What is said about the request and not about the object. */
    private static final Set<String> OF_THE_REQUEST = Set.of("auth", "auth_token", "fields");

    private final JsonMapper mapper;
    private final ObjectReader reader;
    private final InstantSource time;
    private final PageLimit limit;

    RmReader(JsonMapper mapper, InstantSource time, PageLimit limit) {
        this.mapper = mapper;
        this.reader = mapper.reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        this.time = time;
        this.limit = limit;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == RmBody.class
                || parameter.getParameterType() == RmList.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest webRequest,
            @Nullable WebDataBinderFactory binders)
            throws IOException {
        var request = (HttpServletRequest) webRequest.getNativeRequest();
        return parameter.getParameterType() == RmBody.class
                ? new RmBody(body(request))
                : RmList.of(request.getRequestURI(), query(request), limit.max(), time.instant());
    }

    private static SortedMap<String, String> query(HttpServletRequest request) {
        var query = new TreeMap<String, String>();
        request.getParameterMap().forEach((name, values) -> query.put(name, values[0]));
        query.remove("auth");
        query.remove("auth_token");
        return query;
    }

    /** Where the same is said in the query and in the body, the body counts. */
    private ObjectNode body(HttpServletRequest request) throws IOException {
        var sent = mapper.createObjectNode();
        request.getParameterMap().forEach((name, values) -> sent.put(name, values[0]));
        var bytes = request.getInputStream().readNBytes(BYTES_MAX + 1);
        if (bytes.length > BYTES_MAX) {
            throw new Refusal.TooLarge(BYTES_MAX);
        }
        if (isForm(request)) {
            form(new String(bytes, UTF_8), sent::put);
        } else if (bytes.length > 0) {
            sent.setAll(json(bytes));
        }
        OF_THE_REQUEST.forEach(sent::remove);
        return sent;
    }

    private static boolean isForm(HttpServletRequest request) {
        var type = request.getContentType();
        return type != null
                && type.toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded");
    }

    private ObjectNode json(byte[] bytes) {
        try {
            if (reader.readTree(bytes) instanceof ObjectNode object) {
                return object;
            }
        } catch (JacksonException _) {
            // Broken JSON is as wrong as JSON of another kind.
        }
        throw new Refusal.BadBody();
    }

    /** The container reads forms that are posted, but not those that are put. */
    private static void form(String text, BiConsumer<String, String> values) {
        for (String pair : text.split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                var name = equals < 0 ? pair : pair.substring(0, equals);
                values.accept(decoded(name), equals < 0 ? "" : decoded(pair.substring(equals + 1)));
            }
        }
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, UTF_8);
        } catch (IllegalArgumentException _) {
            throw new Refusal.BadBody("The form is not encoded as forms are.");
        }
    }
}
