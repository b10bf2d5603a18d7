package org.signalbox;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.signalbox.account.FirstLogin;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The form that asks who is there. */
@Controller
class LoginPage {
    private static final String ATTEMPT = LoginPage.class.getName() + ".attempt";

    /** What went wrong at the attempt before, for one showing. */
    private record Attempt(String username, long minutes) implements Serializable {}

    private final FirstLogin firstLogin;

    LoginPage(FirstLogin firstLogin) {
        this.firstLogin = firstLogin;
    }

    @GetMapping("/login")
    String form(HttpServletRequest request, Model model) {
        Attempt before = takeAttempt(request.getSession(false));
        model.addAttribute("failed", before != null);
        model.addAttribute("minutes", before == null ? 0 : before.minutes());
        model.addAttribute("username", before == null ? "" : before.username());
        model.addAttribute("firstLogin", firstLogin.exists());
        return "login";
    }

    /**
     * Lets the form say next time what went wrong.
     *
     * @param minutes to wait before the next attempt; 0 if it was just wrong
     */
    static void failed(HttpServletRequest request, @Nullable String username, long minutes) {
        String typed = username == null || username.length() > 256 ? "" : username;
        request.getSession().setAttribute(ATTEMPT, new Attempt(typed, minutes));
    }

    private static @Nullable Attempt takeAttempt(@Nullable HttpSession session) {
        if (session != null && session.getAttribute(ATTEMPT) instanceof Attempt attempt) {
            session.removeAttribute(ATTEMPT);
            return attempt;
        }
        return null;
    }
}
