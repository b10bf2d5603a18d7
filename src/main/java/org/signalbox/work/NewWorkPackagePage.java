package org.signalbox.work;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import org.signalbox.account.Actor;
import org.signalbox.admin.Crumb;
import org.signalbox.admin.Wording;
import org.signalbox.hal.Reference;
import org.signalbox.hal.Refusal;
import org.signalbox.project.Projects;
import org.signalbox.workpackage.WorkPackages;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Adds work packages to a project. */
@Controller
@RequestMapping(ProjectsPage.PATH + "/{project:\\d+}/work_packages")
class NewWorkPackagePage {
    private final Projects projects;
    private final WorkPackages workPackages;
    private final WorkPackageForm form;
    private final Effects effects;

    NewWorkPackagePage(
            Projects projects, WorkPackages workPackages, WorkPackageForm form, Effects effects) {
        this.projects = projects;
        this.workPackages = workPackages;
        this.form = form;
        this.effects = effects;
    }

    @GetMapping("/new")
    String blank(Actor actor, @PathVariable long project, Model model, Wording wording) {
        Reference place = place(actor, project);
        WorkPackageForm.Fields fields = form.ofNew(actor, place, wording);
        return Forms.blank(frame(place, wording), fields.list(), fields.standard(), model);
    }

    @PostMapping
    String create(
            Actor actor,
            @PathVariable long project,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            Wording wording,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Reference place = place(actor, project);
        WorkPackageForm.Fields fields = form.ofNew(actor, place, wording);
        try {
            var body = fields.body(typed, WorkPackageForm.href(place));
            var created =
                    effects.of(
                            actor,
                            "flash.created",
                            wording,
                            redirect,
                            () -> workPackages.create(actor, body));
            return "redirect:" + WorkPackagePage.path(created.detail().workPackage().id());
        } catch (Refusal.Invalid | Refusal.Several refusal) {
            return Forms.again(
                    frame(place, wording), fields.list(), typed, refusal, wording, model, response);
        }
    }

    private Reference place(Actor actor, long project) {
        return projects.show(actor, Long.toString(project)).what().project().reference();
    }

    private static Sheet.Frame frame(Reference project, Wording wording) {
        List<Crumb> crumbs = new ArrayList<>(WorkPackagePage.crumbs(project, wording));
        crumbs.add(new Crumb(wording.say("form.new.crumb"), null));
        String path = ProjectsPage.path(project.id());
        return new Sheet.Frame(
                wording.say("work.new"),
                crumbs,
                path + "/work_packages",
                false,
                wording.say("form.create"),
                path,
                wording.say("form.failed.create"));
    }
}
