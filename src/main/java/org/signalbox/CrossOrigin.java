package org.signalbox;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.signalbox.setting.Options;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.DefaultCorsProcessor;
import org.springframework.web.filter.CorsFilter;

/**
 * Lets browsers use the APIs from pages of the origins that administrators allow.
 *
 * <p>It stands before the security chains, so that a 401 can be read by such a page, too. Where an
 * origin is not allowed nothing is said, and the browser keeps the answer from the page. The
 * question whether an application is allowed something is for the eyes of the person alone.
 */
@Configuration(proxyBeanMethods = false)
class CrossOrigin {
    private static final String[] PATHS = {
        "/api/v3/*", "/rm/*", "/awork/*", "/oauth/*", "/.well-known/*"
    };

    private static final List<HttpMethod> METHODS =
            List.of(
                    HttpMethod.GET,
                    HttpMethod.HEAD,
                    HttpMethod.POST,
                    HttpMethod.PUT,
                    HttpMethod.PATCH,
                    HttpMethod.DELETE,
                    HttpMethod.OPTIONS);

    private static final long SECONDS_MAX = 7200;

    @Bean
    FilterRegistrationBean<CorsFilter> crossOriginRequests(Options options) {
        CorsConfiguration allowed = allowed();
        var filter = new CorsFilter(request -> isAllowed(request, options) ? allowed : null);
        filter.setCorsProcessor(new Processor());
        var registration = new FilterRegistrationBean<>(filter);
        registration.addUrlPatterns(PATHS);
        registration.setOrder(SecurityFilterProperties.DEFAULT_FILTER_ORDER - 1);
        return registration;
    }

    private static boolean isAllowed(HttpServletRequest request, Options options) {
        @Nullable String origin = request.getHeader(HttpHeaders.ORIGIN);
        return origin != null
                && !request.getServletPath().equals(OAuthServer.CONSENT)
                && options.current().allows(origin);
    }

    /** For an origin that was found to be allowed: with credentials it is named, never a star. */
    private static CorsConfiguration allowed() {
        var allowed = new CorsConfiguration();
        allowed.addAllowedOriginPattern("*");
        allowed.setAllowCredentials(true);
        allowed.addAllowedHeader(CorsConfiguration.ALL);
        allowed.setAllowedMethods(METHODS.stream().map(HttpMethod::name).toList());
        allowed.setMaxAge(SECONDS_MAX);
        return allowed;
    }

    /** As clients know it: every answer tells the methods, and a question is never refused. */
    private static final class Processor extends DefaultCorsProcessor {

        @Override
        public boolean processRequest(
                @Nullable CorsConfiguration allowed,
                HttpServletRequest request,
                HttpServletResponse response)
                throws IOException {
            if (allowed == null) {
                response.addHeader(HttpHeaders.VARY, HttpHeaders.ORIGIN);
                return true; // what is no question goes on, without a word
            }
            return super.processRequest(allowed, request, response);
        }

        @Override
        protected boolean handleInternal(
                ServerHttpRequest request,
                ServerHttpResponse response,
                CorsConfiguration allowed,
                boolean question)
                throws IOException {
            response.getHeaders().setAccessControlAllowMethods(METHODS);
            response.getHeaders().setAccessControlMaxAge(SECONDS_MAX);
            return super.handleInternal(request, response, allowed, question);
        }

        @Override
        protected void rejectRequest(ServerHttpResponse response) {
            // An empty 200 without the headers says no just as well.
        }
    }
}
