package org.signalbox;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * How long a session lasts in which nothing is asked for: that of a stranger, which the login form
 * begins, long enough to fill it in; that of somebody who signed in as long as is set.
 */
@Component
final class Sessions implements HttpSessionListener {
    private static final int STRANGER_SECONDS = (int) Duration.ofMinutes(15).toSeconds();

    @Override
    public void sessionCreated(HttpSessionEvent begun) {
        HttpSession session = begun.getSession();
        int usual = usualSeconds(session);
        session.setMaxInactiveInterval(
                usual <= 0 ? STRANGER_SECONDS : Math.min(usual, STRANGER_SECONDS));
    }

    static void signedIn(HttpSession session) {
        session.setMaxInactiveInterval(usualSeconds(session));
    }

    private static int usualSeconds(HttpSession session) {
        return (int)
                Duration.ofMinutes(session.getServletContext().getSessionTimeout()).toSeconds();
    }
}
