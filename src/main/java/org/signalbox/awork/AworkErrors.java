package org.signalbox.awork;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.signalbox.format.Origin;
import org.signalbox.hal.ApiErrors;
import org.signalbox.hal.ErrorDocuments;
import org.signalbox.hal.Refusal;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Answers what goes wrong below {@code /awork} as awork does: who may not is unauthorized. */
@Component
public final class AworkErrors implements HandlerExceptionResolver, Ordered {
    private static final String ROOT = "/awork/";

    /** Our words that are not simply those of awork in another case. */
    private static final Map<String, String> PROPERTIES =
            Map.of(
                    "url", "Uri",
                    "enabled", "IsActive",
                    "headerName", "Authentication",
                    "headerValue", "Authentication");

    private record Shape(int status, String code) {}

    private final Origin origin;

    AworkErrors(Origin origin) {
        this.origin = origin;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request,
            HttpServletResponse response,
            @Nullable Object handler,
            Exception exception) {
        if (!request.getRequestURI().startsWith(ROOT)) {
            return null;
        }
        try {
            write(ApiErrors.refusal(request, exception), response);
            return new ModelAndView();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For what happens before a controller is reached, too. */
    public void write(Refusal refusal, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        ErrorDocuments.writeHeaders(refusal, response);
        byte[] body = document(refusal).toString().getBytes(StandardCharsets.UTF_8);
        response.setStatus(shape(refusal).status());
        response.setContentType("application/json");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private ObjectNode document(Refusal refusal) {
        var document =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("code", shape(refusal).code())
                        .put("description", refusal.words())
                        .put("link", origin.url() + "/awork/api/v1");
        document.putArray("details");
        var violations = document.putArray("validationErrors");
        for (Refusal part : parts(refusal)) {
            if (part instanceof Refusal.Invalid invalid) {
                violations
                        .addObject()
                        .put("property", property(invalid.attribute()))
                        .put("message", invalid.words());
            }
        }
        return document;
    }

    private static List<Refusal> parts(Refusal refusal) {
        return refusal instanceof Refusal.Several several ? several.parts() : List.of(refusal);
    }

    private static String property(String attribute) {
        return PROPERTIES.getOrDefault(
                attribute, Character.toUpperCase(attribute.charAt(0)) + attribute.substring(1));
    }

    private static Shape shape(Refusal refusal) {
        return switch (refusal) {
            case Refusal.NotFound _ -> new Shape(404, "not-found");
            case Refusal.Forbidden _, Refusal.Unauthenticated _ -> new Shape(401, "unauthorized");
            case Refusal.SwitchedOff _ -> new Shape(403, "forbidden");
            case Refusal.Invalid _, Refusal.Several _ -> new Shape(400, "validation-failed");
            case Refusal.Conflict _ -> new Shape(409, "concurrency-violation");
            case Refusal.BadQuery _, Refusal.BadParameter _, Refusal.BadSignal _ ->
                    new Shape(400, "invalid-filter-or-order");
            case Refusal.BadBody _, Refusal.MissingContentType _, Refusal.WrongContentType _ ->
                    new Shape(400, "invalid-model");
            case Refusal.TooLarge _ -> new Shape(413, "request-body-too-large");
            case Refusal.WrongMethod _ -> new Shape(405, "invalid-operation");
            case Refusal.BadTransition _, Refusal.BadContext _ ->
                    new Shape(400, "invalid-operation");
            case Refusal.Busy _, Refusal.Unavailable _ -> new Shape(503, "server-error");
            case Refusal.Fault _ -> new Shape(500, "server-error");
        };
    }
}
