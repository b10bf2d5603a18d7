package org.signalbox;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.stream.Stream;
import org.signalbox.usage.ApiUse;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Counts the requests to the APIs and how they were answered; not what browsers ask beforehand by
 * themselves. Stands around all else, to see every answer.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class CountedRequests extends OncePerRequestFilter {
    private final ApiUse use;

    CountedRequests(ApiUse use) {
        this.use = use;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.equals(DocsPage.PATH)
                || Stream.of("/api/", "/rm/", "/awork/").noneMatch(path::startsWith)
                || request.getMethod().equals(HttpMethod.OPTIONS.name());
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        int status = HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
        try {
            chain.doFilter(request, response);
            status = response.getStatus();
        } finally {
            use.count(status);
        }
    }
}
