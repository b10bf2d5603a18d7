package org.signalbox.work;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.signalbox.account.Actor;
import org.signalbox.account.Permission;
import org.signalbox.account.Seen;
import org.signalbox.admin.Crumb;
import org.signalbox.admin.Question;
import org.signalbox.admin.Wording;
import org.signalbox.event.Subject;
import org.signalbox.hal.Refusal;
import org.signalbox.project.Project;
import org.signalbox.project.ProjectDetail;
import org.signalbox.project.ProjectHal;
import org.signalbox.project.Projects;
import org.springframework.http.HttpStatus;
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

/** One project: its members, its work, and what can be done with it. */
@Controller
@RequestMapping(ProjectsPage.PATH + "/{id:\\d+}")
class ProjectPage {
    private final Projects projects;
    private final ProjectForm form;
    private final ProjectViews views;
    private final WorkPackageList work;
    private final Effects effects;
    private final Clashes clashes;

    ProjectPage(
            Projects projects,
            ProjectForm form,
            ProjectViews views,
            WorkPackageList work,
            Effects effects,
            Clashes clashes) {
        this.projects = projects;
        this.form = form;
        this.views = views;
        this.work = work;
        this.effects = effects;
        this.clashes = clashes;
    }

    /** Shows it with the part of its work that is looked for. */
    @GetMapping
    String show(
            Actor actor,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String search,
            @RequestParam(defaultValue = "open") String status,
            @RequestParam(defaultValue = "updatedAt") String sort,
            @RequestParam(defaultValue = "1") int page,
            Model model,
            Wording wording) {
        Seen<ProjectDetail> seen = shown(actor, id);
        model.addAttribute("project", views.of(actor, seen, wording));
        model.addAttribute(
                "work",
                work.of(
                        actor,
                        id,
                        seen.rights(),
                        new WorkPackageList.Wanted(search.strip(), status, sort, page),
                        wording));
        return "project";
    }

    @GetMapping("/edit")
    String edit(Actor actor, @PathVariable long id, Model model, Wording wording) {
        Seen<ProjectDetail> seen = shown(actor, id);
        if (!seen.rights().may(Permission.EDIT_PROJECT, id)) {
            throw new Refusal.Forbidden();
        }
        return Forms.filled(opened(actor, seen, wording), wording, model);
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
        Opened opened = opened(actor, shown(actor, id), wording);
        List<Field> fields = opened.fields();
        try {
            effects.of(
                    actor,
                    "flash.updated",
                    wording,
                    redirect,
                    () ->
                            projects.change(
                                    actor,
                                    key(id),
                                    FormBody.seen(typed),
                                    FormBody.of(fields, typed)));
            return "redirect:" + ProjectsPage.path(id);
        } catch (Refusal.Invalid | Refusal.Several refusal) {
            return Forms.again(opened.frame(), fields, typed, refusal, wording, model, response);
        } catch (Refusal.Conflict _) {
            return clashes.show(
                    actor,
                    Subject.of("project", id),
                    opened(actor, shown(actor, id), wording),
                    typed,
                    wording,
                    model,
                    response);
        }
    }

    private Opened opened(Actor actor, Seen<ProjectDetail> seen, Wording wording) {
        Project project = seen.what().project();
        return new Opened(
                ProjectForm.frame(project, wording),
                form.fields(actor, project, wording),
                ProjectHal.single(seen.what(), seen.rights()).json());
    }

    @PostMapping("/archive")
    String archive(
            Actor actor, @PathVariable long id, Wording wording, RedirectAttributes redirect) {
        return active(actor, id, false, "flash.archived", wording, redirect);
    }

    @PostMapping("/unarchive")
    String unarchive(
            Actor actor, @PathVariable long id, Wording wording, RedirectAttributes redirect) {
        return active(actor, id, true, "flash.unarchived", wording, redirect);
    }

    @GetMapping("/delete")
    String ask(Actor actor, @PathVariable long id, Model model, Wording wording) {
        Project project = deletable(actor, id);
        return question(project, new Question.Confirm(project.name(), ""), wording).ask(model);
    }

    @DeleteMapping
    String delete(
            Actor actor,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String confirm,
            Model model,
            Wording wording,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Project project = deletable(actor, id);
        var confirmed = new Question.Confirm(project.name(), confirm);
        if (!confirmed.given()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return question(project, confirmed, wording).ask(model);
        }
        effects.of(
                actor,
                "flash.deleted",
                wording,
                redirect,
                () -> {
                    projects.delete(actor, key(id));
                    return true;
                });
        return "redirect:" + ProjectsPage.PATH;
    }

    private Project deletable(Actor actor, long id) {
        Project project = shown(actor, id).what().project();
        actor.requireAdmin();
        return project;
    }

    private static Question question(Project project, Question.Confirm confirm, Wording wording) {
        String path = ProjectsPage.path(project.id());
        return Question.delete(
                        wording.say("ask.delete", project.name()),
                        wording.say("project.delete.text", project.name()),
                        path,
                        path,
                        List.of(
                                new Crumb(wording.say("projects.title"), ProjectsPage.PATH),
                                new Crumb(project.name(), path)))
                .confirmed(confirm);
    }

    private String active(
            Actor actor,
            long id,
            boolean active,
            String said,
            Wording wording,
            RedirectAttributes redirect) {
        var body = JsonNodeFactory.instance.objectNode().put("active", active);
        effects.tried(actor, said, wording, redirect, () -> projects.change(actor, key(id), body));
        return "redirect:" + ProjectsPage.path(id);
    }

    private Seen<ProjectDetail> shown(Actor actor, long id) {
        return projects.show(actor, key(id));
    }

    private static String key(long id) {
        return Long.toString(id);
    }
}
