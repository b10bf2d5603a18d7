package org.signalbox.admin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.stream.Collectors;
import org.signalbox.account.Actor;
import org.signalbox.delivery.Waiting;
import org.signalbox.hal.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.ResponseStatus;

/** What all pages have: the frame around them, and how they say that something is not there. */
@ControllerAdvice(basePackages = {"org.signalbox.admin", "org.signalbox.work"})
final class EveryPage {
    private final Waiting waiting;

    EveryPage(Waiting waiting) {
        this.waiting = waiting;
    }

    @ModelAttribute("shell")
    Shell shell(Actor actor, HttpServletRequest request) {
        int attention = actor.isAdmin() ? waiting.needingAttention() : 0;
        return Shell.of(actor.user(), request.getRequestURI(), attention);
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.NOT_FOUND)
    String missing(Refusal.NotFound refusal, Model model) {
        return error(HttpStatus.NOT_FOUND, model);
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.FORBIDDEN)
    String forbidden(Refusal.Forbidden refusal, Model model) {
        return error(HttpStatus.FORBIDDEN, model);
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.CONFLICT)
    String outrun(Refusal.Conflict refusal, Model model) {
        return error(HttpStatus.CONFLICT, model);
    }

    /** Of a button without a form, which could show it beside its fields. */
    @ExceptionHandler({Refusal.Invalid.class, Refusal.BadTransition.class, Refusal.BadQuery.class})
    @ResponseStatus(HttpStatus.UNPROCESSABLE_CONTENT)
    String refused(Refusal refusal, Model model) {
        model.addAttribute("refused", refusal.words());
        return error(HttpStatus.UNPROCESSABLE_CONTENT, model);
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.UNPROCESSABLE_CONTENT)
    String refused(Refusal.Several refusal, Model model) {
        model.addAttribute(
                "refused",
                refusal.parts().stream().map(Refusal::words).collect(Collectors.joining(" ")));
        return error(HttpStatus.UNPROCESSABLE_CONTENT, model);
    }

    private static String error(HttpStatus status, Model model) {
        model.addAttribute("status", status.value());
        return "error";
    }
}
