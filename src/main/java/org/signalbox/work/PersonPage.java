package org.signalbox.work;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.signalbox.account.Actor;
import org.signalbox.account.User;
import org.signalbox.account.UserChanges;
import org.signalbox.account.UserHal;
import org.signalbox.account.Users;
import org.signalbox.admin.Crumb;
import org.signalbox.admin.Question;
import org.signalbox.admin.Wording;
import org.signalbox.event.Subject;
import org.signalbox.hal.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What becomes of a person: administrators change, lock and delete them. */
@Controller
@RequestMapping(PeoplePage.PATH + "/{id:\\d+}")
class PersonPage {
    private final Users users;
    private final UserChanges changes;
    private final Effects effects;
    private final Clashes clashes;

    PersonPage(Users users, UserChanges changes, Effects effects, Clashes clashes) {
        this.users = users;
        this.changes = changes;
        this.effects = effects;
        this.clashes = clashes;
    }

    @GetMapping("/edit")
    String edit(Actor actor, @PathVariable long id, Model model, Wording wording) {
        return Forms.filled(form(actor, id, wording), wording, model);
    }

    @PatchMapping
    String change(
            Actor actor,
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            Wording wording,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Opened form = form(actor, id, wording);
        try {
            var body = FormBody.of(form.fields(), typed);
            effects.of(
                    actor,
                    "flash.updated",
                    wording,
                    redirect,
                    () ->
                            changes.change(
                                    actor,
                                    id,
                                    FormBody.seen(typed),
                                    body,
                                    request.getRemoteAddr()));
            return "redirect:" + PeoplePage.PATH;
        } catch (Refusal.Invalid | Refusal.Several refusal) {
            return Forms.again(
                    form.frame(), form.fields(), typed, refusal, wording, model, response);
        } catch (Refusal.Conflict _) {
            return clashes.show(
                    actor,
                    Subject.of("user", id),
                    form(actor, id, wording),
                    typed,
                    wording,
                    model,
                    response);
        }
    }

    private Opened form(Actor actor, long id, Wording wording) {
        User person = editable(actor, id);
        return new Opened(
                PersonForm.frame(person, wording),
                PersonForm.fields(person, actor, wording),
                UserHal.document(person, actor).json());
    }

    @PostMapping("/lock")
    String lock(Actor actor, @PathVariable long id, Wording wording, RedirectAttributes redirect) {
        long person = users.visible(actor, Long.toString(id)).id();
        effects.tried(actor, "flash.locked", wording, redirect, () -> changes.lock(actor, person));
        return "redirect:" + PeoplePage.PATH;
    }

    @PostMapping("/unlock")
    String unlock(
            Actor actor, @PathVariable long id, Wording wording, RedirectAttributes redirect) {
        long person = users.visible(actor, Long.toString(id)).id();
        effects.tried(
                actor, "flash.unlocked", wording, redirect, () -> changes.unlock(actor, person));
        return "redirect:" + PeoplePage.PATH;
    }

    @GetMapping("/delete")
    String ask(Actor actor, @PathVariable long id, Model model, Wording wording) {
        User person = users.visible(actor, Long.toString(id));
        actor.requireAdmin();
        return Question.delete(
                        wording.say("ask.delete", person.name()),
                        wording.say("person.delete.text", person.name()),
                        PeoplePage.path(id),
                        PeoplePage.PATH,
                        List.of(new Crumb(wording.say("people.title"), PeoplePage.PATH)))
                .ask(model);
    }

    @DeleteMapping
    String delete(
            Actor actor, @PathVariable long id, Wording wording, RedirectAttributes redirect) {
        long person = users.visible(actor, Long.toString(id)).id();
        effects.tried(
                actor, "flash.deleted", wording, redirect, () -> changes.delete(actor, person));
        return "redirect:" + PeoplePage.PATH;
    }

    private User editable(Actor actor, long id) {
        User person = users.visible(actor, Long.toString(id));
        if (!actor.isAdmin() && !actor.is(id)) {
            throw new Refusal.Forbidden();
        }
        return person;
    }
}
