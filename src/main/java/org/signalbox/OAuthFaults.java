package org.signalbox;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.signalbox.hal.Refusal;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the OAuth 2 endpoints answer to whom they do not know or do not serve: a person is led to
 * the login form or sees a page, an application is told which error it is, as RFC 6749 has it.
 */
@Component
final class OAuthFaults
        implements AuthenticationEntryPoint, AuthenticationFailureHandler, RestSwitch.Answer {
    private final PageVisits visits;

    OAuthFaults(PageVisits visits) {
        this.visits = visits;
    }

    @Override
    public void commence(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException exception)
            throws IOException {
        if (request.getRequestURI().equals(OAuthServer.AUTHORIZE)) {
            visits.commence(request, response, exception);
        } else {
            write(response, OAuth2ErrorCodes.INVALID_CLIENT, null);
        }
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException exception)
            throws IOException {
        if (exception instanceof OAuth2AuthenticationException known) {
            write(response, known.getError().getErrorCode(), known.getError().getDescription());
        } else {
            write(response, OAuth2ErrorCodes.SERVER_ERROR, null);
        }
    }

    @Override
    public void write(HttpServletRequest request, HttpServletResponse response, Refusal refusal)
            throws IOException {
        if (isByPerson(request)) {
            request.setAttribute("off", true);
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else {
            write(
                    response,
                    HttpServletResponse.SC_FORBIDDEN,
                    error(OAuth2ErrorCodes.ACCESS_DENIED, refusal.words()));
        }
    }

    /** Whom an application sent here, with a browser. */
    private static boolean isByPerson(HttpServletRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        return request.getRequestURI().equals(OAuthServer.AUTHORIZE)
                && accepted != null
                && accepted.contains(MediaType.TEXT_HTML_VALUE);
    }

    private static void write(
            HttpServletResponse response, String code, @Nullable String description)
            throws IOException {
        if (code.equals(OAuth2ErrorCodes.INVALID_CLIENT)) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"OAuth\"");
            write(response, HttpServletResponse.SC_UNAUTHORIZED, error(code, null));
        } else {
            write(response, HttpServletResponse.SC_BAD_REQUEST, error(code, description));
        }
    }

    private static ObjectNode error(String code, @Nullable String description) {
        ObjectNode error = JsonNodeFactory.instance.objectNode().put("error", code);
        return description == null ? error : error.put("error_description", description);
    }

    private static void write(HttpServletResponse response, int status, ObjectNode error)
            throws IOException {
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.getOutputStream().write(error.toString().getBytes(StandardCharsets.UTF_8));
    }
}
