package org.signalbox.hal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.signalbox.store.Outage;
import org.signalbox.store.Overloaded;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Answers what goes wrong under {@code /api/v3} in the API's own form. */
@Component
public final class ApiErrors implements HandlerExceptionResolver, Ordered {

    private static final Logger log = LoggerFactory.getLogger(ApiErrors.class);

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
        if (!ApiPath.isApi(request.getRequestURI())) {
            return null;
        }
        try {
            if (exception instanceof HttpRequestMethodNotSupportedException wrong) {
                response.setHeader("Allow", allowed(wrong));
            }
            answer(response, refusal(request, exception));
            return new ModelAndView();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String allowed(HttpRequestMethodNotSupportedException wrong) {
        var methods = wrong.getSupportedMethods();
        return methods == null ? "" : String.join(", ", methods);
    }

    private static void answer(HttpServletResponse response, Refusal refusal) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        ErrorDocuments.writeHeaders(refusal, response);
        ErrorDocuments.write(refusal, response);
    }

    /** What an exception says to the client; faults of ours are logged. */
    public static Refusal refusal(HttpServletRequest request, Exception exception) {
        return switch (exception) {
            case Refusal refusal -> refusal;
            case Overloaded _ -> new Refusal.Busy();
            case Exception outage when Outage.is(outage) -> {
                log.warn(
                        "{} {} had no database: {}",
                        request.getMethod(),
                        request.getRequestURI(),
                        outage.getMessage());
                yield new Refusal.Unavailable();
            }
            // Two writes at once that each were fine alone; only PostgreSQL has such.
            case DataIntegrityViolationException clash -> {
                log.warn("{} {} clashed", request.getMethod(), request.getRequestURI(), clash);
                yield new Refusal.Conflict(
                        "Something that this depends on was changed at the same time.");
            }
            case NoResourceFoundException _ -> new Refusal.NotFound();
            case MethodArgumentTypeMismatchException wrong
                    when wrong.getParameter().hasParameterAnnotation(RequestParam.class) ->
                    new Refusal.BadParameter(wrong.getName());
            // A path variable that is no number cannot be anything's id.
            case MethodArgumentTypeMismatchException _ -> new Refusal.NotFound();
            case HttpRequestMethodNotSupportedException wrong ->
                    new Refusal.WrongMethod(wrong.getMethod());
            // Names and values that are no text, or that no parameter of ours could have.
            case RequestRejectedException _, InvalidParameterException _ ->
                    new Refusal.BadParameter("a parameter of the query");
            case ServletRequestBindingException _ -> new Refusal.BadParameter("parameter");
            default -> {
                log.error("{} {} failed", request.getMethod(), request.getRequestURI(), exception);
                yield new Refusal.Fault();
            }
        };
    }
}
