package org.signalbox.admin;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.signalbox.account.Actor;
import org.signalbox.account.UserChanges;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.node.JsonNodeFactory;

/** Language and theme, as the account menu offers them. Both lead back to where one was. */
@Controller
class LooksPage {
    private static final Duration KEPT = Duration.ofDays(365);

    private final UserChanges users;
    private final RequestMappingHandlerMapping pages;

    LooksPage(
            UserChanges users,
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping pages) {
        this.users = users;
        this.pages = pages;
    }

    /** Keeps the language with the person, and in the browser for the time before a sign-in. */
    @PostMapping("/language")
    String language(
            Actor actor,
            @RequestParam String language,
            @RequestHeader(name = HttpHeaders.REFERER, required = false) @Nullable String from,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<Locale> known = Looks.language(language);
        if (known.isPresent()) {
            String word = known.get().getLanguage();
            var body = JsonNodeFactory.instance.objectNode().put("language", word);
            users.change(actor, actor.user().id(), body, request.getRemoteAddr());
            response.addCookie(cookie(Looks.LANGUAGE, word, KEPT, request));
        }
        return "redirect:" + back(from);
    }

    /** What is no theme means that of the system. */
    @PostMapping("/theme")
    String theme(
            @RequestParam String theme,
            @RequestHeader(name = HttpHeaders.REFERER, required = false) @Nullable String from,
            HttpServletRequest request,
            HttpServletResponse response) {
        boolean known = Looks.THEMES.contains(theme);
        response.addCookie(
                cookie(Looks.THEME, known ? theme : "", known ? KEPT : Duration.ZERO, request));
        return "redirect:" + back(from);
    }

    private static Cookie cookie(
            String name, String value, Duration kept, HttpServletRequest request) {
        Cookie cookie = new Cookie(name, value);
        cookie.setPath("/");
        cookie.setMaxAge((int) kept.toSeconds());
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }

    /**
     * The path of the page that was left, never of another server. A form that was sent and came
     * back stands where nothing can be opened; there the way leads to what is above it.
     */
    private String back(@Nullable String from) {
        try {
            URI page = URI.create(from == null ? "/" : from);
            String path = page.getRawPath();
            if (path == null || !path.startsWith("/") || path.startsWith("//")) {
                return "/";
            }
            if (canBeOpened(path)) {
                return page.getRawQuery() == null ? path : path + "?" + page.getRawQuery();
            }
            return back(path.substring(0, Math.max(1, path.lastIndexOf('/'))));
        } catch (IllegalArgumentException _) {
            return "/";
        }
    }

    private boolean canBeOpened(String path) {
        PathContainer place = PathContainer.parsePath(path);
        return path.equals("/")
                || pages.getHandlerMethods().keySet().stream()
                        .filter(page ->
                                page.getMethodsCondition().getMethods().contains(RequestMethod.GET))
                        .map(RequestMappingInfo::getPathPatternsCondition)
                        .filter(Objects::nonNull)
                        .flatMap(condition -> condition.getPatterns().stream())
                        .anyMatch(pattern -> pattern.matches(place));
    }
}
