package org.signalbox.work;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.signalbox.account.Actor;
import org.signalbox.account.Seen;
import org.signalbox.admin.Crumb;
import org.signalbox.admin.Question;
import org.signalbox.admin.Wording;
import org.signalbox.event.Subject;
import org.signalbox.hal.Refusal;
import org.signalbox.timeentry.TimeEntries;
import org.signalbox.timeentry.TimeEntry;
import org.signalbox.timeentry.TimeEntryDetail;
import org.signalbox.timeentry.TimeEntryHal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.databind.node.JsonNodeFactory;

/** Corrects and deletes what was logged. */
@Controller
@RequestMapping(TimePage.PATH + "/{id:\\d+}")
class TimeEntryPage {
    private final TimeEntries entries;
    private final TimeForm form;
    private final Effects effects;
    private final Clashes clashes;

    TimeEntryPage(TimeEntries entries, TimeForm form, Effects effects, Clashes clashes) {
        this.entries = entries;
        this.form = form;
        this.effects = effects;
        this.clashes = clashes;
    }

    @GetMapping("/edit")
    String edit(Actor actor, @PathVariable long id, Model model, Wording wording) {
        requireToChange(actor, id);
        Seen<TimeEntryDetail> seen = entries.show(actor, id);
        String project = WorkPackageForm.href(seen.what().timeEntry().project());
        return Forms.filled(opened(seen, fields(actor, project, wording), wording), wording, model);
    }

    @PatchMapping
    String change(
            Actor actor,
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            Wording wording,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        List<Field> fields = fields(actor, typed.getFirst("project"), wording);
        try {
            effects.of(
                    actor,
                    "flash.updated",
                    wording,
                    redirect,
                    () ->
                            entries.change(
                                    actor, id, FormBody.seen(typed), FormBody.of(fields, typed)));
            return "redirect:" + TimePage.PATH;
        } catch (Refusal.Invalid | Refusal.Several refusal) {
            return Forms.again(
                    frame(id, wording), fields, typed, refusal, wording, model, response);
        } catch (Refusal.Conflict _) {
            return clashes.show(
                    actor,
                    Subject.of("time_entry", id),
                    opened(entries.show(actor, id), fields, wording),
                    typed,
                    wording,
                    model,
                    response);
        }
    }

    private static Opened opened(Seen<TimeEntryDetail> seen, List<Field> fields, Wording wording) {
        TimeEntry entry = seen.what().timeEntry();
        return new Opened(
                frame(entry.id(), wording), fields, TimeEntryHal.of(entry, seen.rights()).json());
    }

    @GetMapping("/delete")
    String ask(Actor actor, @PathVariable long id, Model model, Wording wording) {
        requireToChange(actor, id);
        TimeEntry entry = entries.show(actor, id).what().timeEntry();
        return Question.delete(
                        wording.say("time.delete"),
                        wording.say(
                                "time.delete.text",
                                TimePage.spent(entry, wording),
                                wording.day(entry.spentOn()),
                                entry.project().title()),
                        TimePage.path(id),
                        TimePage.PATH,
                        List.of(new Crumb(wording.say("time.title"), TimePage.PATH)))
                .ask(model);
    }

    @DeleteMapping
    String delete(
            Actor actor, @PathVariable long id, Wording wording, RedirectAttributes redirect) {
        effects.of(
                actor,
                "flash.deleted",
                wording,
                redirect,
                () -> {
                    entries.delete(actor, id);
                    return true;
                });
        return "redirect:" + TimePage.PATH;
    }

    /** The rules of the API say it, as to who asks for its form there. */
    private void requireToChange(Actor actor, long id) {
        entries.changeForm(actor, id, JsonNodeFactory.instance.objectNode());
    }

    private List<Field> fields(Actor actor, @Nullable String project, Wording wording) {
        var fields =
                new ArrayList<>(
                        form.fields(actor, form.projects(actor, wording), project, wording));
        fields.add(Field.seen());
        return fields;
    }

    private static Sheet.Frame frame(long id, Wording wording) {
        return new Sheet.Frame(
                wording.say("time.edit"),
                List.of(
                        new Crumb(wording.say("time.title"), TimePage.PATH),
                        new Crumb(wording.say("form.edit.crumb"), null)),
                TimePage.path(id),
                true,
                wording.say("form.save"),
                TimePage.PATH,
                wording.say("form.failed.change"));
    }
}
