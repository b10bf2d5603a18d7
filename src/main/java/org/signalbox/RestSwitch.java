package org.signalbox;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Predicate;
import org.signalbox.hal.Refusal;
import org.signalbox.setting.Options;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps applications out while the REST web service is switched off: whoever showed a token, and
 * where one need not be known, whoever showed nothing. Who is signed in at a page goes on.
 */
final class RestSwitch extends OncePerRequestFilter {
    /** How an API tells that it refuses. */
    interface Answer {
        void write(HttpServletRequest request, HttpServletResponse response, Refusal refusal)
                throws IOException;
    }

    private final Options options;
    private final Predicate<HttpServletRequest> strangers;
    private final Answer answer;

    /**
     * @param strangers whether somebody who is not known would be let in with such a request, and
     *     is to be kept out as well
     */
    RestSwitch(Options options, Predicate<HttpServletRequest> strangers, Answer answer) {
        this.options = options;
        this.strangers = strangers;
        this.answer = answer;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isApplication(request) && !options.current().restEnabled()) {
            answer.write(request, response, new Refusal.SwitchedOff());
        } else {
            chain.doFilter(request, response);
        }
    }

    private boolean isApplication(HttpServletRequest request) {
        return SecurityContextHolder.getContext().getAuthentication()
                        instanceof ActorAuthentication known
                ? known.getPrincipal().door().isForApplications()
                : strangers.test(request);
    }
}
