package org.signalbox;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.signalbox.account.TokenCheck;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Knows people by the token in the {@code Authorization} header: {@code Basic} with the user {@code
 * apikey} and an API token, or {@code Bearer} with that or the token of an application. A header
 * that is wrong is refused, also where nobody is allowed or a session would do.
 */
final class ApiAuthentication extends OncePerRequestFilter {
    private static final String BASIC = "basic ";
    private static final String BEARER = "bearer ";
    private static final String USER = "apikey:";

    private final BearerTokens tokens;
    private final TokenChallenges challenges;

    ApiAuthentication(BearerTokens tokens, TokenChallenges challenges) {
        this.tokens = tokens;
        this.challenges = challenges;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null) {
            chain.doFilter(request, response);
            return;
        }
        boolean basic = startsWith(header, BASIC);
        switch (basic ? byKey(header) : byBearer(header)) {
            case TokenCheck.Accepted(var actor) -> {
                SecurityContextHolder.setContext(
                        new SecurityContextImpl(new ActorAuthentication(actor)));
                chain.doFilter(request, response);
            }
            case TokenCheck.Locked() -> challenges.lockedUser(request, response);
            case TokenCheck.TooNarrow() -> challenges.tooNarrow(request, response);
            case TokenCheck.Unknown() -> {
                if (basic) {
                    challenges.wrongBasic(response);
                } else {
                    challenges.wrongToken(request, response);
                }
            }
        }
    }

    private TokenCheck byKey(String header) {
        String token = basicToken(header);
        return token == null ? new TokenCheck.Unknown() : tokens.apiKey(token);
    }

    private TokenCheck byBearer(String header) {
        String token = bearerToken(header);
        return token == null ? new TokenCheck.Unknown() : tokens.bearer(token);
    }

    /** The token of such a header; null for another scheme. */
    static @Nullable String bearerToken(String header) {
        return startsWith(header, BEARER) ? header.substring(BEARER.length()).strip() : null;
    }

    private static @Nullable String basicToken(String header) {
        try {
            byte[] pair = Base64.getDecoder().decode(header.substring(BASIC.length()).strip());
            String text = new String(pair, StandardCharsets.UTF_8);
            return text.startsWith(USER) ? text.substring(USER.length()) : null;
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    private static boolean startsWith(String header, String scheme) {
        return header.toLowerCase(Locale.ROOT).startsWith(scheme);
    }
}
