package org.signalbox.hal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Stands before everything else, the security chains included: tidies the paths of the API, which
 * clients build carelessly, and marks every answer as the API's, errors too.
 */
@Component
@Order(ApiFilter.BEFORE_SECURITY)
final class ApiFilter extends HttpFilter {

    static final int BEFORE_SECURITY = -1000;

    /** Where the API's description is; on every answer. */
    static void markAsApi(HttpServletResponse response) {
        response.setHeader("Link", "</api/v3/openapi.json>; rel=\"service-desc\"");
    }

    @Override
    protected void doFilter(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var path = ApiPath.tidy(request.getRequestURI());
        if (!ApiPath.isApi(path)) {
            chain.doFilter(request, response);
            return;
        }
        markAsApi(response);
        chain.doFilter(
                path.equals(request.getRequestURI()) ? request : new Tidied(request, path),
                response);
    }

    private static final class Tidied extends HttpServletRequestWrapper {

        private final String path;

        Tidied(HttpServletRequest request, String path) {
            super(request);
            this.path = path;
        }

        @Override
        public String getRequestURI() {
            return path;
        }

        @Override
        public StringBuffer getRequestURL() {
            var url = super.getRequestURL();
            return url.replace(url.length() - super.getRequestURI().length(), url.length(), path);
        }

        @Override
        public String getServletPath() {
            return ApiPath.tidy(super.getServletPath());
        }
    }
}
