package org.signalbox.rm;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.signalbox.hal.ApiErrors;
import org.signalbox.hal.ErrorDocuments;
import org.signalbox.hal.Refusal;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** How refusals look there: what is wrong with a write is 403, in sentences. */
@Component
public final class RmErrors implements HandlerExceptionResolver, Ordered {
    private static final String ROOT = "/rm/";

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
            if (isNoRoute(exception)) {
                write(response, 404, "text/html;charset=utf-8", "Not Found");
            } else {
                write(ApiErrors.refusal(request, exception), response);
            }
            return new ModelAndView();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Answers with a refusal; also for who is not let in. */
    public static void write(Refusal refusal, HttpServletResponse response) throws IOException {
        if (!response.isCommitted()) {
            ErrorDocuments.writeHeaders(refusal, response);
            write(response, status(refusal), RmList.JSON_TYPE, document(refusal).toString());
        }
    }

    private static boolean isNoRoute(Exception exception) {
        return exception instanceof NoResourceFoundException
                || exception instanceof HttpRequestMethodNotSupportedException;
    }

    private static int status(Refusal refusal) {
        int status = ErrorDocuments.status(refusal);
        return status == 422 ? 403 : status;
    }

    private static ObjectNode document(Refusal refusal) {
        var json = JsonNodeFactory.instance.objectNode();
        switch (refusal) {
            case Refusal.NotFound _ -> json.put("message", "not found");
            case Refusal.Fault _ -> json.put("message", "internal error");
            case Refusal.Invalid invalid -> badData(json, List.of(invalid));
            case Refusal.Several several when status(several) == 403 ->
                    badData(json, several.parts());
            default -> json.put("message", refusal.words());
        }
        return json;
    }

    private static void badData(ObjectNode json, List<? extends Refusal> problems) {
        var errors = json.put("message", "bad data").putArray("errors");
        problems.forEach(problem -> errors.add(problem.words()));
    }

    private static void write(HttpServletResponse response, int status, String type, String body)
            throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType(type);
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
