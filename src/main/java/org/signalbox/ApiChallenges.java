package org.signalbox;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.signalbox.hal.ErrorDocuments;
import org.signalbox.hal.Refusal;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;

/** How the API answers those whom it does not know, or does not let write. */
@Component
final class ApiChallenges implements TokenChallenges {
    static final String NOBODY = "You need to be authenticated to access this resource.";

    static final String WRONG = "You did not provide the correct credentials.";

    /** Clients look for the name of the original. */
    private static final String REALM = "realm=\"OpenProject API\"";

    private final PublicUrl publicUrl;

    ApiChallenges(PublicUrl publicUrl) {
        this.publicUrl = publicUrl;
    }

    /** Nobody asked for something that only somebody gets. */
    @Override
    public void commence(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException exception)
            throws IOException {
        answer(response, NOBODY, bearer(request, ""));
    }

    /**
     * Somebody asked, but may not; in a browser session mostly because the CSRF token is missing.
     */
    @Override
    public void handle(
            HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        ErrorDocuments.write(new Refusal.Forbidden(), response);
    }

    @Override
    public void wrongBasic(HttpServletResponse response) throws IOException {
        answer(response, WRONG, "Basic " + REALM);
    }

    @Override
    public void wrongToken(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        answer(response, WRONG, bearer(request, ", error=\"invalid_token\""));
    }

    @Override
    public void lockedUser(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        answer(
                response,
                WRONG,
                bearer(
                        request,
                        ", error=\"invalid_token\", error_description=\"The user account is locked\""));
    }

    @Override
    public void tooNarrow(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setHeader(
                HttpHeaders.WWW_AUTHENTICATE, bearer(request, ", error=\"insufficient_scope\""));
        ErrorDocuments.writeForbidden(new Refusal.Unauthenticated(WRONG), response);
    }

    private String bearer(HttpServletRequest request, String rest) {
        return "Bearer %s, resource_metadata=\"%s/.well-known/oauth-protected-resource\", scope=\"api_v3\"%s"
                .formatted(REALM, publicUrl.of(request), rest);
    }

    private static void answer(HttpServletResponse response, String message, String challenge)
            throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, challenge);
        ErrorDocuments.write(new Refusal.Unauthenticated(message), response);
    }
}
