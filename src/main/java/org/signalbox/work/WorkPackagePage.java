package org.signalbox.work;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import org.signalbox.account.Actor;
import org.signalbox.account.Permission;
import org.signalbox.admin.Crumb;
import org.signalbox.admin.Question;
import org.signalbox.admin.Wording;
import org.signalbox.event.Subject;
import org.signalbox.hal.Reference;
import org.signalbox.hal.Refusal;
import org.signalbox.journal.Activities;
import org.signalbox.workpackage.Shown;
import org.signalbox.workpackage.WorkPackage;
import org.signalbox.workpackage.WorkPackageHal;
import org.signalbox.workpackage.WorkPackages;
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
import tools.jackson.databind.node.JsonNodeFactory;

/** One work package: what it is, what happened to it, and what can be done with it. */
@Controller
@RequestMapping(WorkPackagePage.PATH + "/{id:\\d+}")
class WorkPackagePage {
    static final String PATH = "/work_packages";

    private final WorkPackages workPackages;
    private final WorkPackageForm form;
    private final WorkPackageViews views;
    private final Activities activities;
    private final Effects effects;
    private final Clashes clashes;

    WorkPackagePage(
            WorkPackages workPackages,
            WorkPackageForm form,
            WorkPackageViews views,
            Activities activities,
            Effects effects,
            Clashes clashes) {
        this.workPackages = workPackages;
        this.form = form;
        this.views = views;
        this.activities = activities;
        this.effects = effects;
        this.clashes = clashes;
    }

    /** Where one work package is shown. */
    static String path(long id) {
        return PATH + "/" + id;
    }

    /** The way from the list of projects to a project. */
    static List<Crumb> crumbs(Reference project, Wording wording) {
        return List.of(
                new Crumb(wording.say("projects.title"), ProjectsPage.PATH),
                new Crumb(project.title(), ProjectsPage.path(project.id())));
    }

    @GetMapping
    String show(Actor actor, @PathVariable long id, Model model, Wording wording) {
        model.addAttribute("one", views.of(actor, workPackages.show(actor, id), wording));
        return "work-package";
    }

    @GetMapping("/edit")
    String edit(Actor actor, @PathVariable long id, Model model, Wording wording) {
        return Forms.filled(opened(actor, id, wording), wording, model);
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
        WorkPackage one = workPackages.show(actor, id).detail().workPackage();
        WorkPackageForm.Fields fields = form.of(actor, one, wording);
        try {
            var body = fields.body(typed, WorkPackageForm.href(one.project()));
            effects.of(
                    actor,
                    "flash.updated",
                    wording,
                    redirect,
                    () -> workPackages.change(actor, id, body));
            return "redirect:" + path(id);
        } catch (Refusal.Invalid | Refusal.Several refusal) {
            return Forms.again(
                    frame(one, wording), fields.list(), typed, refusal, wording, model, response);
        } catch (Refusal.Conflict _) {
            return clashes.show(
                    actor,
                    Subject.of("work_package", id),
                    opened(actor, id, wording),
                    typed,
                    wording,
                    model,
                    response);
        }
    }

    private Opened opened(Actor actor, long id, Wording wording) {
        Shown seen = workPackages.show(actor, id);
        WorkPackage one = seen.detail().workPackage();
        return new Opened(
                frame(one, wording),
                form.of(actor, one, wording).list(),
                WorkPackageForm.spread(WorkPackageHal.of(one, seen.rights()).json()));
    }

    @PostMapping("/comments")
    String comment(
            Actor actor,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String comment,
            Wording wording,
            RedirectAttributes redirect) {
        var body = JsonNodeFactory.instance.objectNode();
        body.putObject("comment").put("raw", comment.strip().replace("\r\n", "\n"));
        effects.tried(
                actor,
                "flash.commented",
                wording,
                redirect,
                () -> activities.comment(actor, id, body));
        return "redirect:" + path(id);
    }

    @GetMapping("/delete")
    String ask(Actor actor, @PathVariable long id, Model model, Wording wording) {
        Shown seen = workPackages.show(actor, id);
        WorkPackage one = seen.detail().workPackage();
        if (!seen.rights().may(Permission.DELETE_WORK_PACKAGES, one.project().id())) {
            throw new Refusal.Forbidden();
        }
        return Question.delete(
                        wording.say("work.delete"),
                        wording.say("work.delete.text", one.subject()),
                        path(id),
                        path(id),
                        crumbs(one.project(), wording))
                .ask(model);
    }

    @DeleteMapping
    String delete(
            Actor actor, @PathVariable long id, Wording wording, RedirectAttributes redirect) {
        long project = workPackages.show(actor, id).detail().workPackage().project().id();
        effects.of(
                actor,
                "flash.deleted",
                wording,
                redirect,
                () -> {
                    workPackages.delete(actor, id);
                    return true;
                });
        return "redirect:" + ProjectsPage.path(project);
    }

    private static Sheet.Frame frame(WorkPackage one, Wording wording) {
        List<Crumb> crumbs = new ArrayList<>(crumbs(one.project(), wording));
        crumbs.add(new Crumb(one.subject(), path(one.id())));
        crumbs.add(new Crumb(wording.say("form.edit.crumb"), null));
        return new Sheet.Frame(
                wording.say("work.edit"),
                crumbs,
                path(one.id()),
                true,
                wording.say("form.save"),
                path(one.id()),
                wording.say("form.failed.change"));
    }
}
