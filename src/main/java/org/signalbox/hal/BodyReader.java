package org.signalbox.hal;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads {@link Body}: no more than 1 MiB, and one JSON object or nothing. And {@link RawBody}: no
 * more than it says, and anything.
 */
@Component
final class BodyReader implements HandlerMethodArgumentResolver {

    private static final int BYTES_MAX = 1 << 20;

    private final JsonMapper mapper;
    private final ObjectReader reader;
    private final Aliases aliases;

    BodyReader(JsonMapper mapper, Aliases aliases) {
        this.mapper = mapper;
        this.aliases = aliases;
        this.reader = mapper.reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Body.class
                || parameter.hasParameterAnnotation(RawBody.class);
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest webRequest,
            @Nullable WebDataBinderFactory binders)
            throws IOException {
        var request = (HttpServletRequest) webRequest.getNativeRequest();
        RawBody raw = parameter.getParameterAnnotation(RawBody.class);
        return raw == null
                ? new Body(parse(read(request, BYTES_MAX)))
                : read(request, raw.bytesMax());
    }

    private static byte[] read(HttpServletRequest request, int max) throws IOException {
        long told = request.getContentLengthLong();
        if (told > max) {
            throw new Refusal.TooLarge(max);
        }
        var bytes = request.getInputStream().readNBytes(told < 0 ? max + 1 : (int) told);
        if (bytes.length > max) {
            throw new Refusal.TooLarge(max);
        }
        return bytes;
    }

    private ObjectNode parse(byte[] bytes) {
        if (bytes.length == 0) {
            return mapper.createObjectNode();
        }
        try {
            if (reader.readTree(bytes) instanceof ObjectNode object) {
                object.path("_links").forEach(this::number);
                return object;
            }
        } catch (JacksonException _) {
            // Broken JSON is as wrong as JSON of another kind.
        }
        throw new Refusal.BadBody();
    }

    private void number(JsonNode link) {
        if (link instanceof ObjectNode sent && sent.path("href").isString()) {
            sent.put("href", aliases.numbered(sent.path("href").stringValue()));
        }
    }
}
