package org.signalbox;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.signalbox.account.Actor;
import org.signalbox.account.LoginSettings;
import org.signalbox.hal.Refusal;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Makes {@link Actor} a parameter of controllers. Who got this far without being known is
 * anonymous, where that is allowed.
 */
@Component
final class ActorArgument implements HandlerMethodArgumentResolver, WebMvcConfigurer {
    private final LoginSettings login;

    ActorArgument(LoginSettings login) {
        this.login = login;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Actor.class;
    }

    @Override
    public Actor resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        if (SecurityContextHolder.getContext().getAuthentication()
                instanceof ActorAuthentication known) {
            HttpServletRequest http = request.getNativeRequest(HttpServletRequest.class);
            Actor actor = known.getPrincipal();
            return http == null ? actor : actor.from(http.getRemoteAddr());
        }
        if (!login.required()) {
            return Actor.anonymous();
        }
        throw new Refusal.Unauthenticated(ApiChallenges.NOBODY);
    }
}
