package org.signalbox.admin;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.signalbox.account.Actor;
import org.signalbox.oauth.Application;
import org.signalbox.oauth.Applications;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The applications that may ask people to act for them: all, and one of them. */
@Controller
@RequestMapping(OAuthApplicationsPage.PATH)
class OAuthApplicationsPage {
    static final String PATH = "/admin/settings/oauth";

    private final Applications applications;

    OAuthApplicationsPage(Applications applications) {
        this.applications = applications;
    }

    /** Where one application is shown. */
    static String path(long id) {
        return PATH + "/" + id;
    }

    /** An application in finished words. */
    record View(
            long id,
            String name,
            String clientId,
            String kind,
            boolean confidential,
            @Nullable String secretSince,
            List<String> redirectUris,
            @Nullable String user,
            Badge state,
            String created) {}

    @GetMapping
    String list(Actor actor, Model model, Wording wording) {
        model.addAttribute(
                "rows", applications.list(actor).stream().map(one -> view(one, wording)).toList());
        return "oauth-applications";
    }

    @GetMapping("/{id:\\d+}")
    String show(Actor actor, @PathVariable long id, Model model, Wording wording) {
        model.addAttribute("app", view(applications.show(actor, id), wording));
        return "oauth-application";
    }

    @GetMapping("/{id:\\d+}/secret")
    String askToRenew(Actor actor, @PathVariable long id, Model model, Wording wording) {
        String name = applications.show(actor, id).name();
        return Question.post(
                        wording.say("oauth.renew.title", name),
                        wording.say("oauth.renew.text"),
                        wording.say("oauth.renew.do"),
                        path(id) + "/secret",
                        path(id),
                        List.of(new Crumb(wording.say("oauth.title"), PATH)))
                .ask(model);
    }

    @PostMapping("/{id:\\d+}/secret")
    String renew(Actor actor, @PathVariable long id, Wording wording, RedirectAttributes redirect) {
        var saved = applications.renewSecret(actor, id);
        redirect.addFlashAttribute("flash", Flash.done(wording.say("oauth.renewed")));
        redirect.addFlashAttribute("secret", saved.secret());
        return "redirect:" + path(id);
    }

    @GetMapping("/{id:\\d+}/delete")
    String askToDelete(Actor actor, @PathVariable long id, Model model, Wording wording) {
        String name = applications.show(actor, id).name();
        return Question.delete(
                        wording.say("oauth.delete.title", name),
                        wording.say("oauth.delete.text", name),
                        path(id),
                        path(id),
                        List.of(new Crumb(wording.say("oauth.title"), PATH)))
                .ask(model);
    }

    @DeleteMapping("/{id:\\d+}")
    String delete(
            Actor actor, @PathVariable long id, Wording wording, RedirectAttributes redirect) {
        applications.delete(actor, id);
        redirect.addFlashAttribute("flash", Flash.done(wording.say("flash.deleted")));
        return "redirect:" + PATH;
    }

    private static String name(Application.ActingUser user, Wording wording) {
        return user.active() ? user.name() : wording.say("oauth.user.locked", user.name());
    }

    private static View view(Application application, Wording wording) {
        var since = application.secretSince();
        Application.ActingUser user = application.user();
        return new View(
                application.id(),
                application.name(),
                application.clientId(),
                wording.say(application.confidential() ? "oauth.confidential" : "oauth.public"),
                application.confidential(),
                since == null ? null : wording.day(since),
                application.redirectUris(),
                user == null ? null : name(user, wording),
                application.enabled()
                        ? new Badge("ok", "circle-check", wording.say("status.active"), null)
                        : new Badge("idle", "circle-slash", wording.say("status.disabled"), null),
                wording.day(application.createdAt()));
    }
}
