package org.signalbox.admin;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.signalbox.account.Actor;
import org.signalbox.hal.Refusal;
import org.signalbox.oauth.Application;
import org.signalbox.oauth.Applications;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Adds and edits applications. A form that is not taken comes back as it was filled in. */
@Controller
@RequestMapping(OAuthApplicationsPage.PATH)
class OAuthFormPage {
    private final Applications applications;

    OAuthFormPage(Applications applications) {
        this.applications = applications;
    }

    @GetMapping("/new")
    String blank(Model model) {
        return show(model, null, OAuthForm.blank(), Faults.NONE);
    }

    @PostMapping
    String create(
            Actor actor,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            Wording wording,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        OAuthForm form = OAuthForm.sent(sent);
        try {
            var saved = applications.create(actor, form.input());
            return done(saved, wording.say("flash.created"), redirect);
        } catch (Refusal.Invalid | Refusal.Several refusal) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(model, null, form, form.faults(refusal, wording));
        }
    }

    @GetMapping("/{id:\\d+}/edit")
    String edit(Actor actor, @PathVariable long id, Model model) {
        Application application = applications.show(actor, id);
        return show(model, application, OAuthForm.of(application), Faults.NONE);
    }

    @PatchMapping("/{id:\\d+}")
    String change(
            Actor actor,
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            Wording wording,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        OAuthForm form = OAuthForm.sent(sent);
        try {
            var saved = applications.change(actor, id, form.seen(), form.input());
            return done(saved, wording.say("flash.updated"), redirect);
        } catch (Refusal.Invalid | Refusal.Several refusal) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            Application application = applications.show(actor, id);
            return show(model, application, form, form.faults(refusal, wording));
        } catch (Refusal.Conflict _) {
            response.setStatus(HttpStatus.CONFLICT.value());
            Application application = applications.show(actor, id);
            model.addAttribute("stale", form.stale(application, wording));
            return show(model, application, form.seen(application.updatedAt()), Faults.NONE);
        }
    }

    private static String done(Application.Saved saved, String words, RedirectAttributes redirect) {
        redirect.addFlashAttribute("flash", Flash.done(words));
        if (saved.secret() != null) {
            redirect.addFlashAttribute("secret", saved.secret());
        }
        return "redirect:" + OAuthApplicationsPage.path(saved.application().id());
    }

    private static String show(
            Model model, @Nullable Application application, OAuthForm form, Faults faults) {
        model.addAttribute("app", application);
        model.addAttribute("form", form);
        model.addAttribute("faults", faults);
        return "oauth-form";
    }
}
