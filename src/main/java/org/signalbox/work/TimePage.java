package org.signalbox.work;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.signalbox.account.Actor;
import org.signalbox.account.Permission;
import org.signalbox.account.Rights;
import org.signalbox.account.Seen;
import org.signalbox.admin.Faults;
import org.signalbox.admin.Wording;
import org.signalbox.hal.Found;
import org.signalbox.hal.Reference;
import org.signalbox.hal.Refusal;
import org.signalbox.timeentry.TimeEntries;
import org.signalbox.timeentry.TimeEntry;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Logs the time of who is signed in, and shows what they logged last. */
@Controller
@RequestMapping(TimePage.PATH)
class TimePage {
    static final String PATH = "/time";

    private final TimeEntries entries;
    private final TimeForm form;
    private final Effects effects;

    TimePage(TimeEntries entries, TimeForm form, Effects effects) {
        this.entries = entries;
        this.form = form;
        this.effects = effects;
    }

    /** What somebody logged. */
    record Row(
            long id,
            String day,
            String project,
            @Nullable String work,
            @Nullable String workHref,
            String hours,
            String activity,
            String comment,
            boolean edit) {}

    /** Where one entry is changed. */
    static String path(long id) {
        return PATH + "/" + id;
    }

    /** With what is said in the address already in the form. */
    @GetMapping
    String show(
            Actor actor,
            @RequestParam MultiValueMap<String, String> said,
            @RequestParam(defaultValue = "1") int page,
            Model model,
            Wording wording) {
        MultiValueMap<String, String> typed = new LinkedMultiValueMap<>();
        said.forEach((name, values) -> typed.put(name, values));
        List<Option> projects = form.projects(actor, wording);
        if (!typed.containsKey("project") && !projects.isEmpty()) {
            typed.add("project", lastProject(actor, projects, wording));
        }
        if (!typed.containsKey("spentOn")) {
            typed.add("spentOn", wording.today().toString());
        }
        return page(actor, projects, typed, Faults.NONE, page, model, wording);
    }

    @PostMapping
    String create(
            Actor actor,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            Wording wording,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        List<Option> projects = form.projects(actor, wording);
        List<Field> fields = form.fields(actor, projects, typed.getFirst("project"), wording);
        try {
            effects.of(
                    actor,
                    "flash.created",
                    wording,
                    redirect,
                    () -> entries.create(actor, FormBody.of(fields, typed)));
            return "redirect:" + PATH;
        } catch (Refusal.Invalid | Refusal.Several refusal) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            Faults faults = new RuleWords(fields, wording).of(refusal);
            return page(actor, projects, typed, faults, 1, model, wording);
        }
    }

    /** Shows the work of another project for who has no script; logs nothing. */
    @PostMapping(params = "show")
    String draft(
            Actor actor,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            Wording wording) {
        List<Option> projects = form.projects(actor, wording);
        return page(actor, projects, typed, Faults.NONE, 1, model, wording);
    }

    private String page(
            Actor actor,
            List<Option> projects,
            MultiValueMap<String, String> typed,
            Faults faults,
            int page,
            Model model,
            Wording wording) {
        if (!projects.isEmpty()) {
            if (!typed.containsKey("activity")) {
                typed.add("activity", form.activity(actor));
            }
            List<Field> fields = form.fields(actor, projects, typed.getFirst("project"), wording);
            model.addAttribute("sheet", Forms.sheet(frame(wording), fields, typed));
        }
        model.addAttribute("faults", faults);
        Search search = mine(page);
        Seen<Found<TimeEntry>> seen = entries.list(actor, search.listing(wording));
        model.addAttribute(
                "rows",
                seen.what().elements().stream()
                        .map(one -> row(actor, one, seen.rights(), wording))
                        .toList());
        model.addAttribute("paging", search.paging(seen.what(), wording));
        return "time";
    }

    /** Where the actor logged last, or else the first. */
    private String lastProject(Actor actor, List<Option> projects, Wording wording) {
        return entries.list(actor, mine(1).listing(wording, 1)).what().elements().stream()
                .map(one -> WorkPackageForm.href(one.project()))
                .filter(href -> projects.stream().anyMatch(one -> one.value().equals(href)))
                .findFirst()
                .orElseGet(() -> projects.getFirst().value());
    }

    private static Search mine(int page) {
        return Search.of(PATH, page)
                .filtered("user", "=", "me")
                .sorted("spentOn", true)
                .sorted("id", true);
    }

    static Sheet.Frame frame(Wording wording) {
        return new Sheet.Frame(
                wording.say("time.title"),
                List.of(),
                PATH,
                false,
                wording.say("time.log"),
                PATH,
                wording.say("form.failed.create"));
    }

    /** "1.5 h", or that the time is running. */
    static String spent(TimeEntry one, Wording wording) {
        var hours = one.hours();
        return hours == null
                ? wording.say("time.running")
                : wording.say("time.hours", Hours.words(hours, wording.locale()));
    }

    private static Row row(Actor actor, TimeEntry one, Rights rights, Wording wording) {
        long project = one.project().id();
        Reference work = one.workPackage();
        boolean seesWork = rights.may(Permission.VIEW_WORK_PACKAGES, project);
        return new Row(
                one.id(),
                wording.day(one.spentOn()),
                one.project().title(),
                work == null || !seesWork ? null : work.title(),
                work == null || !seesWork ? null : WorkPackagePage.path(work.id()),
                spent(one, wording),
                one.activity().title(),
                one.comment(),
                rights.may(Permission.EDIT_TIME_ENTRIES, project)
                        || (actor.is(one.user().id())
                                && rights.may(Permission.EDIT_OWN_TIME_ENTRIES, project)));
    }
}
