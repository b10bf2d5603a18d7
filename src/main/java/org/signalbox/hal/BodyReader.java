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
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads {@link Body}: no more than 1 MiB, and one JSON object or nothing. */
@Component
final class BodyReader implements HandlerMethodArgumentResolver {

    private static final int BYTES_MAX = 1 << 20;

    private final JsonMapper mapper;
    private final ObjectReader reader;

    BodyReader(JsonMapper mapper) {
        this.mapper = mapper;
        this.reader = mapper.reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Body.class;
    }

    @Override
    public Body resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest webRequest,
            @Nullable WebDataBinderFactory binders)
            throws IOException {
        return new Body(read((HttpServletRequest) webRequest.getNativeRequest()));
    }

    private ObjectNode read(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > BYTES_MAX) {
            throw new Refusal.TooLarge(BYTES_MAX);
        }
        var bytes = request.getInputStream().readNBytes(BYTES_MAX + 1);
        if (bytes.length > BYTES_MAX) {
            throw new Refusal.TooLarge(BYTES_MAX);
        }
        return bytes.length == 0 ? mapper.createObjectNode() : parse(bytes);
    }

    private ObjectNode parse(byte[] bytes) {
        try {
            if (reader.readTree(bytes) instanceof ObjectNode object) {
                return object;
            }
        } catch (JacksonException _) {
            // Broken JSON is as wrong as JSON of another kind.
        }
        throw new Refusal.BadBody();
    }
}
