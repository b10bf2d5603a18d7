package org.signalbox;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
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
 * What the OAuth 2 endpoints answer to whom they do not know: a person is led to the login form, an
 * application is told which error it is, as RFC 6749 has it.
 */
@Component
final class OAuthFaults implements AuthenticationEntryPoint, AuthenticationFailureHandler {
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

    private static void write(
            HttpServletResponse response, String code, @Nullable String description)
            throws IOException {
        ObjectNode error = JsonNodeFactory.instance.objectNode().put("error", code);
        boolean unknown = code.equals(OAuth2ErrorCodes.INVALID_CLIENT);
        if (description != null && !unknown) {
            error.put("error_description", description);
        }
        if (unknown) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"OAuth\"");
        }
        response.setStatus(
                unknown ? HttpServletResponse.SC_UNAUTHORIZED : HttpServletResponse.SC_BAD_REQUEST);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.getOutputStream().write(error.toString().getBytes(StandardCharsets.UTF_8));
    }
}
