package org.signalbox.admin;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.signalbox.account.Actor;
import org.signalbox.oauth.Allowance;
import org.signalbox.oauth.Allowances;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What somebody allowed applications; for everybody, each their own. */
@Controller
@RequestMapping(AuthorisedApplicationsPage.PATH)
class AuthorisedApplicationsPage {
    static final String PATH = "/my/authorised_applications";

    private final Allowances allowances;

    AuthorisedApplicationsPage(Allowances allowances) {
        this.allowances = allowances;
    }

    /** One line of the list. */
    record Row(
            long id,
            String name,
            boolean enabled,
            String since,
            String signIns,
            @Nullable String lastToken) {}

    @GetMapping
    String list(Actor actor, Model model, Wording wording) {
        model.addAttribute(
                "rows",
                allowances.list(actor).stream().map(allowance -> row(allowance, wording)).toList());
        return "authorised-applications";
    }

    @GetMapping("/{id}/revoke")
    String ask(Actor actor, @PathVariable long id, Model model, Wording wording) {
        String name = allowances.show(actor, id).name();
        return Question.delete(
                        wording.say("tokens.revoke.title", name),
                        wording.say("allowances.revoke.text", name),
                        PATH + "/" + id,
                        PATH,
                        List.of(new Crumb(wording.say("allowances.title"), PATH)))
                .saying(wording.say("tokens.revoke.do"))
                .ask(model);
    }

    @DeleteMapping("/{id}")
    String revoke(
            Actor actor, @PathVariable long id, Wording wording, RedirectAttributes redirect) {
        String name = allowances.show(actor, id).name();
        allowances.revoke(actor, id);
        redirect.addFlashAttribute("flash", Flash.done(wording.say("allowances.revoked", name)));
        return "redirect:" + PATH;
    }

    private static Row row(Allowance allowance, Wording wording) {
        var last = allowance.lastTokenAt();
        return new Row(
                allowance.applicationId(),
                allowance.name(),
                allowance.enabled(),
                wording.day(allowance.since()),
                wording.count(allowance.signIns()),
                last == null ? null : wording.moment(last));
    }
}
