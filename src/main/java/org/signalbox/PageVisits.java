package org.signalbox;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.csrf.InvalidCsrfTokenException;
import org.springframework.security.web.csrf.MissingCsrfTokenException;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * The ways in and out of the pages: to the login form, back to the page that was asked for, and
 * what is said to those who may not.
 */
@Component
final class PageVisits
        implements AuthenticationEntryPoint,
                AccessDeniedHandler,
                AuthenticationSuccessHandler,
                AuthenticationFailureHandler {
    private static final String LOGIN = "/login";
    private static final String START = "/";

    /**
     * The cookie of the page that was asked for. It is no session: whoever comes by costs no
     * memory.
     */
    private static final String ASKED_FOR = "asked";

    private static final Duration REMEMBERED = Duration.ofMinutes(30);
    private static final int LENGTH_MAX = 2000;
    private static final Pattern OURS = Pattern.compile("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\]]*");

    private final InstantSource time;

    PageVisits(InstantSource time) {
        this.time = time;
    }

    @Override
    public void commence(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException exception)
            throws IOException {
        if (request.getMethod().equals("GET") && !byScript(request)) {
            String query = request.getQueryString();
            String page = request.getRequestURI() + (query == null ? "" : "?" + query);
            remember(page.length() > LENGTH_MAX ? START : page, REMEMBERED, request, response);
        }
        toLogin(request, response);
    }

    @Override
    public void handle(
            HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        if (denied instanceof MissingCsrfTokenException) {
            // The session ended while the page was open.
            toLogin(request, response);
        } else {
            // The token of a form is of the session in which the form was opened.
            request.setAttribute("outdated", denied instanceof InvalidCsrfTokenException);
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication known)
            throws IOException {
        HttpSession session = request.getSession();
        session.setAttribute(SessionAuthentication.SINCE, time.instant());
        Sessions.signedIn(session);
        Cookie asked = WebUtils.getCookie(request, ASKED_FOR);
        if (asked != null) {
            remember("", Duration.ZERO, request, response);
        }
        response.sendRedirect(asked == null ? START : page(asked.getValue()));
    }

    private static void remember(
            String page, Duration age, HttpServletRequest request, HttpServletResponse response) {
        String value =
                Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(page.getBytes(StandardCharsets.UTF_8));
        var cookie =
                ResponseCookie.from(ASKED_FOR, value)
                        .path(LOGIN)
                        .maxAge(age)
                        .httpOnly(true)
                        .sameSite("Lax")
                        .secure(request.isSecure());
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.build().toString());
    }

    /** A page of ours, whatever a cookie says. */
    private static String page(String remembered) {
        try {
            var page =
                    new String(Base64.getUrlDecoder().decode(remembered), StandardCharsets.UTF_8);
            return OURS.matcher(page).matches() ? page : START;
        } catch (IllegalArgumentException _) {
            return START;
        }
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException exception)
            throws IOException {
        long minutes = exception instanceof TooManyAttempts many ? many.minutes() : 0;
        LoginPage.failed(request, request.getParameter("username"), minutes);
        response.sendRedirect(LOGIN);
    }

    /** A script cannot follow to another page by itself; it is told to. */
    private static void toLogin(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (byScript(request)) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            response.setHeader("HX-Redirect", LOGIN);
        } else {
            response.sendRedirect(LOGIN);
        }
    }

    private static boolean byScript(HttpServletRequest request) {
        return "true".equals(request.getHeader("HX-Request"));
    }
}
