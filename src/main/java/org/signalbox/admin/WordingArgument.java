package org.signalbox.admin;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.util.WebUtils;

/**
 * Makes {@link Wording} a parameter of pages. The browser tells its time zone in a cookie; a
 * browser that does not, or tells nonsense, reads UTC.
 */
@Component
final class WordingArgument implements HandlerMethodArgumentResolver, WebMvcConfigurer {
    private static final String ZONE = "zone";

    private final MessageSource messages;
    private final InstantSource time;

    WordingArgument(MessageSource messages, InstantSource time) {
        this.messages = messages;
        this.time = time;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Wording.class;
    }

    @Override
    public Wording resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest http = request.getNativeRequest(HttpServletRequest.class);
        Cookie cookie = http == null ? null : WebUtils.getCookie(http, ZONE);
        return new Wording(messages, LocaleContextHolder.getLocale(), zone(cookie), time.instant());
    }

    static ZoneId zone(@Nullable Cookie cookie) {
        if (cookie == null) {
            return ZoneOffset.UTC;
        }
        try {
            return ZoneId.of(URLDecoder.decode(cookie.getValue(), StandardCharsets.UTF_8));
        } catch (DateTimeException | IllegalArgumentException _) {
            return ZoneOffset.UTC;
        }
    }
}
