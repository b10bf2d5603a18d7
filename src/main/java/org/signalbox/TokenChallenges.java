package org.signalbox;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/** How an API answers those who show no token, a wrong one, or one that is not enough. */
interface TokenChallenges extends AuthenticationEntryPoint, AccessDeniedHandler {
    void wrongBasic(HttpServletResponse response) throws IOException;

    void wrongToken(HttpServletRequest request, HttpServletResponse response) throws IOException;

    void lockedUser(HttpServletRequest request, HttpServletResponse response) throws IOException;

    void tooNarrow(HttpServletRequest request, HttpServletResponse response) throws IOException;
}
