package org.signalbox;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.signalbox.account.Actor;
import org.signalbox.account.Door;
import org.signalbox.account.Passwords;
import org.signalbox.account.User;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Looks up anew, on each request, who a session belongs to: who was locked, deleted or has a new
 * password since is out at once, and who is no administrator any more is none.
 */
final class SessionAuthentication extends OncePerRequestFilter {
    /** The session's attribute with the moment of the sign-in. */
    static final String SINCE = SessionAuthentication.class.getName() + ".since";

    private final Passwords passwords;

    SessionAuthentication(Passwords passwords) {
        this.passwords = passwords;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication known = SecurityContextHolder.getContext().getAuthentication();
        HttpSession session = request.getSession(false);
        if (known instanceof UsernamePasswordAuthenticationToken && session != null) {
            Optional<User> user = stillSignedIn(known, session);
            if (user.isPresent()) {
                var authentication =
                        new ActorAuthentication(
                                new Actor(user.get(), Door.SESSION).from(request.getRemoteAddr()));
                SecurityContextHolder.setContext(new SecurityContextImpl(authentication));
                request.setAttribute(PageLanguage.OF_PERSON, user.get().language());
            } else {
                SecurityContextHolder.clearContext();
                session.invalidate();
            }
        }
        chain.doFilter(request, response);
    }

    private Optional<User> stillSignedIn(Authentication known, HttpSession session) {
        return session.getAttribute(SINCE) instanceof Instant since
                ? passwords.stillSignedIn(Long.parseLong(known.getName()), since)
                : Optional.empty();
    }
}
