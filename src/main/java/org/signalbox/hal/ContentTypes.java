package org.signalbox.hal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses bodies that are not JSON. Clients that send no body need not say what it is, although
 * OpenProject asks for it: many do not.
 */
final class ContentTypes implements HandlerInterceptor {

    private static final Set<String> WITHOUT_BODY = Set.of("GET", "HEAD", "OPTIONS");

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod && !WITHOUT_BODY.contains(request.getMethod())) {
            check(request, request.getContentType());
        }
        return true;
    }

    private static void check(HttpServletRequest request, @Nullable String type) {
        if (type == null || type.isBlank()) {
            if (hasBody(request)) {
                throw new Refusal.MissingContentType();
            }
            return;
        }
        var lower = type.toLowerCase(Locale.ROOT);
        if (!lower.startsWith("application/json") && !lower.startsWith("application/hal+json")) {
            throw new Refusal.WrongContentType(type);
        }
    }

    private static boolean hasBody(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
    }
}
