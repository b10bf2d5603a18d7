package org.signalbox;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.signalbox.awork.AworkErrors;
import org.signalbox.hal.ApiErrors;
import org.signalbox.rm.RmErrors;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Answers what goes wrong before a controller is reached in the form of the API that was asked.
 * Stands around all filters but the one that counts: some read parameters, and these may be no
 * text.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
final class ApiFaults extends OncePerRequestFilter {
    private final List<HandlerExceptionResolver> errors;

    ApiFaults(ApiErrors errors, AworkErrors awork, RmErrors rm) {
        this.errors = List.of(errors, awork, rm);
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (RuntimeException e) {
            if (errors.stream()
                    .allMatch(form -> form.resolveException(request, response, null, e) == null)) {
                throw e;
            }
        }
    }
}
