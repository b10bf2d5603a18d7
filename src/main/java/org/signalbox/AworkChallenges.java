package org.signalbox;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.signalbox.awork.AworkErrors;
import org.signalbox.hal.Refusal;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;

/** How awork's API answers those whom it does not know. */
@Component
final class AworkChallenges implements TokenChallenges {
    private final AworkErrors errors;

    AworkChallenges(AworkErrors errors) {
        this.errors = errors;
    }

    @Override
    public void commence(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException exception)
            throws IOException {
        refuse(response, ApiChallenges.NOBODY);
    }

    @Override
    public void handle(
            HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        refuse(response, ApiChallenges.NOBODY);
    }

    @Override
    public void wrongBasic(HttpServletResponse response) throws IOException {
        refuse(response, ApiChallenges.WRONG);
    }

    @Override
    public void wrongToken(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        refuse(response, ApiChallenges.WRONG);
    }

    @Override
    public void lockedUser(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        refuse(response, ApiChallenges.WRONG);
    }

    @Override
    public void tooNarrow(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        errors.write(new Refusal.Forbidden(), response);
    }

    private void refuse(HttpServletResponse response, String words) throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        errors.write(new Refusal.Unauthenticated(words), response);
    }
}
