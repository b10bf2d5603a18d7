package org.signalbox.hal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses bodies that are not JSON, or not what {@link Endpoint#takes} says. Clients that send no
 * body need not say what it is, although OpenProject asks for it: many do not.
 */
final class ContentTypes implements HandlerInterceptor {

    private static final Set<String> WITHOUT_BODY = Set.of("GET", "HEAD", "OPTIONS");

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method
                && !WITHOUT_BODY.contains(request.getMethod())) {
            check(request, request.getContentType(), taken(method));
        }
        return true;
    }

    /** What is taken instead of JSON, if anything. */
    private static String taken(HandlerMethod method) {
        var endpoint = method.getMethodAnnotation(Endpoint.class);
        return endpoint == null ? "" : endpoint.takes();
    }

    private static void check(HttpServletRequest request, @Nullable String type, String other) {
        if (type == null || type.isBlank()) {
            if (hasBody(request)) {
                throw new Refusal.MissingContentType();
            }
            return;
        }
        var lower = type.toLowerCase(Locale.ROOT);
        if (!other.isEmpty()) {
            if (!lower.startsWith(other)) {
                throw new Refusal.WrongContentType(other, type);
            }
        } else if (!lower.startsWith("application/json")
                && !lower.startsWith("application/hal+json")) {
            throw new Refusal.WrongContentType(type);
        }
    }

    private static boolean hasBody(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
    }
}
