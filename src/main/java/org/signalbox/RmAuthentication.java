package org.signalbox;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.signalbox.account.TokenCheck;
import org.signalbox.hal.Refusal;
import org.signalbox.rm.RmErrors;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Knows people by a token as programs for Resource Management send theirs: in the header {@code
 * auth}, as the parameter {@code auth}, or as {@code Bearer}.
 */
final class RmAuthentication extends OncePerRequestFilter {
    private static final String NAME = "auth";

    private final BearerTokens tokens;

    RmAuthentication(BearerTokens tokens) {
        this.tokens = tokens;
    }

    static void refuse(HttpServletResponse response) throws IOException {
        RmErrors.write(new Refusal.Unauthenticated("unauthorized"), response);
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String token = token(request);
        if (token != null && tokens.bearer(token) instanceof TokenCheck.Accepted(var actor)) {
            SecurityContextHolder.setContext(
                    new SecurityContextImpl(new ActorAuthentication(actor)));
            chain.doFilter(request, response);
        } else {
            refuse(response);
        }
    }

    private static @Nullable String token(HttpServletRequest request) {
        String header = request.getHeader(NAME);
        if (header != null) {
            return header.strip();
        }
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        String bearer = authorization == null ? null : ApiAuthentication.bearerToken(authorization);
        return bearer != null ? bearer : parameter(request.getQueryString());
    }

    /** From the query alone: a body is not read for who is not known yet. */
    private static @Nullable String parameter(@Nullable String query) {
        return query == null
                ? null
                : Stream.of(query.split("&", -1))
                        .filter(pair -> pair.startsWith(NAME + "="))
                        .map(pair -> decoded(pair.substring(NAME.length() + 1)))
                        .findFirst()
                        .orElse(null);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return "";
        }
    }
}
