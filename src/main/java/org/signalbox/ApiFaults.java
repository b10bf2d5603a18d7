package org.signalbox;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.signalbox.awork.AworkErrors;
import org.signalbox.hal.ApiErrors;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers what goes wrong before a controller is reached in the API's own form. Stands around all
 * other filters: some read parameters, and these may be no text.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class ApiFaults extends OncePerRequestFilter {
    private final ApiErrors errors;
    private final AworkErrors awork;

    ApiFaults(ApiErrors errors, AworkErrors awork) {
        this.errors = errors;
        this.awork = awork;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (RuntimeException e) {
            if (errors.resolveException(request, response, null, e) == null
                    && awork.resolveException(request, response, null, e) == null) {
                throw e;
            }
        }
    }
}
