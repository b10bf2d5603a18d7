package org.signalbox;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.signalbox.admin.Looks;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/**
 * The language of the pages: that of the person who is signed in; before that the one which was
 * last chosen in this browser, or the first that the browser asks for and that there is.
 */
@Component(DispatcherServlet.LOCALE_RESOLVER_BEAN_NAME)
final class PageLanguage implements LocaleResolver {

    /**
     * The request's attribute with the language of who asks. It is there for the page of an error
     * too, which is made after it is forgotten who asks.
     */
    static final String OF_PERSON = PageLanguage.class.getName() + ".ofPerson";

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return Stream.concat(
                        Stream.of(ofPerson(request), ofBrowser(request)).filter(Objects::nonNull),
                        askedFor(request))
                .flatMap(language -> Looks.language(language).stream())
                .findFirst()
                .orElse(Locale.ENGLISH);
    }

    private static @Nullable String ofPerson(HttpServletRequest request) {
        return request.getAttribute(OF_PERSON) instanceof String language ? language : null;
    }

    private static @Nullable String ofBrowser(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, Looks.LANGUAGE);
        return cookie == null ? null : cookie.getValue();
    }

    /** A request that asks for none would else be said to ask for that of the server. */
    private static Stream<String> askedFor(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null
                ? Stream.empty()
                : Collections.list(request.getLocales()).stream().map(Locale::getLanguage);
    }

    @Override
    public void setLocale(
            HttpServletRequest request,
            @Nullable HttpServletResponse response,
            @Nullable Locale locale) {
        throw new UnsupportedOperationException("A language is chosen in the account menu");
    }
}
