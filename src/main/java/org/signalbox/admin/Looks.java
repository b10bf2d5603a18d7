package org.signalbox.admin;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.util.WebUtils;

/** The languages and themes there are, and which theme this browser is to see. */
@Component
public final class Looks implements HandlerInterceptor, WebMvcConfigurer {

    /** The cookie with the language that was last chosen in a browser. */
    public static final String LANGUAGE = "language";

    static final String THEME = "theme";
    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN);
    static final List<String> THEMES = List.of("light", "dark");

    /** The languages there are. */
    public static List<Locale> languages() {
        return LANGUAGES;
    }

    /** The language of this name, in which there are texts; a region makes no difference. */
    public static Optional<Locale> language(String name) {
        String wanted = Locale.forLanguageTag(name).getLanguage();
        return LANGUAGES.stream().filter(one -> one.getLanguage().equals(wanted)).findFirst();
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).excludePathPatterns("/api/v3/**", "/rm/**", "/awork/**");
    }

    /** Templates know the theme by the name of its cookie; without one it is the system's. */
    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        String chosen = chosen(request);
        if (chosen != null) {
            request.setAttribute(THEME, chosen);
        }
        return true;
    }

    static @Nullable String chosen(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, THEME);
        return cookie != null && THEMES.contains(cookie.getValue()) ? cookie.getValue() : null;
    }
}
