package org.signalbox.work;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.signalbox.account.Access;
import org.signalbox.account.Actor;
import org.signalbox.account.Permission;
import org.signalbox.account.Rights;
import org.signalbox.account.Seen;
import org.signalbox.admin.Wording;
import org.signalbox.hal.Found;
import org.signalbox.hal.Reference;
import org.signalbox.hal.Refusal;
import org.signalbox.project.Project;
import org.signalbox.project.Projects;
import org.signalbox.store.Database;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The projects that somebody sees, and new ones. */
@Controller
@RequestMapping(ProjectsPage.PATH)
class ProjectsPage {
    static final String PATH = "/projects";

    private final Database database;
    private final Access access;
    private final Projects projects;
    private final ProjectForm form;
    private final Effects effects;

    ProjectsPage(
            Database database,
            Access access,
            Projects projects,
            ProjectForm form,
            Effects effects) {
        this.database = database;
        this.access = access;
        this.projects = projects;
        this.form = form;
        this.effects = effects;
    }

    /** Where one project is shown. */
    static String path(long id) {
        return PATH + "/" + id;
    }

    @GetMapping
    String list(
            Actor actor,
            @RequestParam(defaultValue = "") String search,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "1") int page,
            Model model,
            Wording wording) {
        Search wanted =
                Search.of(PATH, page)
                        .with("search", search.strip())
                        .with("state", state)
                        .containing("nameAndIdentifier", search.strip())
                        .sorted("name", false);
        Search found =
                switch (state) {
                    case "active" -> wanted.filtered("active", "=", "t");
                    case "archived" -> wanted.filtered("active", "=", "f");
                    default -> wanted;
                };
        Seen<Found<Project>> seen = projects.list(actor, found.listing(wording));
        Found<Project> list = seen.what();
        model.addAttribute(
                "rows",
                list.elements().stream().map(one -> row(one, seen.rights(), wording)).toList());
        model.addAttribute("paging", found.paging(list, wording));
        model.addAttribute("search", search);
        model.addAttribute("state", state);
        List<String> states = List.of("", "active", "archived");
        model.addAttribute("states", wanted.ways("state", states, "projects.state", wording));
        model.addAttribute("mayAdd", mayAdd(actor));
        return "projects";
    }

    @GetMapping("/new")
    String blank(Actor actor, Model model, Wording wording) {
        if (!mayAdd(actor)) {
            throw new Refusal.Forbidden();
        }
        return Forms.blank(
                ProjectForm.frame(null, wording),
                form.fields(actor, null, wording),
                Forms.nothing(),
                model);
    }

    @PostMapping
    String create(
            Actor actor,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            Wording wording,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        List<Field> fields = form.fields(actor, null, wording);
        try {
            var created =
                    effects.of(
                            actor,
                            "flash.created",
                            wording,
                            redirect,
                            () -> projects.create(actor, FormBody.of(fields, typed)));
            return "redirect:" + path(created.what().project().id());
        } catch (Refusal.Invalid | Refusal.Several refusal) {
            return Forms.again(
                    ProjectForm.frame(null, wording),
                    fields,
                    typed,
                    refusal,
                    wording,
                    model,
                    response);
        }
    }

    private boolean mayAdd(Actor actor) {
        return database.<Boolean>read(view ->
                access.mayGlobally(view, actor, Permission.ADD_PROJECT)
                        || access.maySomewhere(view, actor, Permission.ADD_SUBPROJECTS));
    }

    private static ProjectRow row(Project project, Rights rights, Wording wording) {
        Reference parent = project.parent();
        var status = project.status();
        return new ProjectRow(
                project.id(),
                project.name(),
                project.identifier(),
                parent == null || !rights.sees(parent.id()) ? null : parent.title(),
                !project.active(),
                status == null ? Wording.NOTHING : wording.say("project.status." + status.code()),
                wording.say(project.isPublic() ? "project.is_public" : "project.is_private"),
                wording.minute(project.updatedAt()));
    }
}
