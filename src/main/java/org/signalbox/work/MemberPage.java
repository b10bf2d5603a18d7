package org.signalbox.work;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import org.signalbox.account.Access;
import org.signalbox.account.Actor;
import org.signalbox.account.Permission;
import org.signalbox.account.Principals;
import org.signalbox.account.Roles;
import org.signalbox.account.Seen;
import org.signalbox.admin.Crumb;
import org.signalbox.admin.Question;
import org.signalbox.admin.Wording;
import org.signalbox.event.Subject;
import org.signalbox.hal.Reference;
import org.signalbox.hal.Refusal;
import org.signalbox.project.Membership;
import org.signalbox.project.MembershipDetail;
import org.signalbox.project.MembershipHal;
import org.signalbox.project.Memberships;
import org.signalbox.project.Project;
import org.signalbox.project.Projects;
import org.signalbox.store.Database;
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
import tools.jackson.databind.node.ObjectNode;

/** Who works in a project, and in which roles. */
@Controller
@RequestMapping(ProjectsPage.PATH + "/{project:\\d+}/members")
class MemberPage {
    private static final int PEOPLE_MAX = 500;

    private final Database database;
    private final Access access;
    private final Projects projects;
    private final Memberships memberships;
    private final Principals principals;
    private final Roles roles;
    private final Effects effects;
    private final Clashes clashes;

    MemberPage(
            Database database,
            Access access,
            Projects projects,
            Memberships memberships,
            Principals principals,
            Roles roles,
            Effects effects,
            Clashes clashes) {
        this.database = database;
        this.access = access;
        this.projects = projects;
        this.memberships = memberships;
        this.principals = principals;
        this.roles = roles;
        this.effects = effects;
        this.clashes = clashes;
    }

    @GetMapping("/new")
    String blank(Actor actor, @PathVariable long project, Model model, Wording wording) {
        Project place = manageable(actor, project);
        return Forms.blank(
                ofNew(place, wording), fieldsOfNew(actor, place, wording), Forms.nothing(), model);
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
        Project place = manageable(actor, project);
        List<Field> fields = fieldsOfNew(actor, place, wording);
        try {
            ObjectNode body = FormBody.of(fields, typed);
            body.withObjectProperty("_links")
                    .putObject("project")
                    .put("href", WorkPackageForm.href(place.reference()));
            effects.of(
                    actor,
                    "flash.created",
                    wording,
                    redirect,
                    () -> memberships.create(actor, body));
            return "redirect:" + ProjectsPage.path(project);
        } catch (Refusal.Invalid | Refusal.Several refusal) {
            return Forms.again(
                    ofNew(place, wording), fields, typed, refusal, wording, model, response);
        }
    }

    @GetMapping("/{id:\\d+}/edit")
    String edit(
            Actor actor,
            @PathVariable long project,
            @PathVariable long id,
            Model model,
            Wording wording) {
        Project place = manageable(actor, project);
        return Forms.filled(opened(place, shown(actor, project, id), wording), wording, model);
    }

    @PatchMapping("/{id:\\d+}")
    String change(
            Actor actor,
            @PathVariable long project,
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            Wording wording,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Project place = manageable(actor, project);
        Opened form = opened(place, shown(actor, project, id), wording);
        List<Field> fields = form.fields();
        try {
            effects.of(
                    actor,
                    "flash.updated",
                    wording,
                    redirect,
                    () ->
                            memberships.change(
                                    actor, id, FormBody.seen(typed), FormBody.of(fields, typed)));
            return "redirect:" + ProjectsPage.path(project);
        } catch (Refusal.Invalid | Refusal.Several refusal) {
            return Forms.again(form.frame(), fields, typed, refusal, wording, model, response);
        } catch (Refusal.Conflict _) {
            return clashes.show(
                    actor,
                    Subject.of("membership", id),
                    opened(place, shown(actor, project, id), wording),
                    typed,
                    wording,
                    model,
                    response);
        }
    }

    private Opened opened(Project place, Seen<MembershipDetail> seen, Wording wording) {
        Membership one = seen.what().membership();
        return new Opened(
                of(place, one, wording),
                fieldsOf(wording),
                MembershipHal.of(one, seen.rights()).json());
    }

    @GetMapping("/{id:\\d+}/delete")
    String ask(
            Actor actor,
            @PathVariable long project,
            @PathVariable long id,
            Model model,
            Wording wording) {
        Project place = manageable(actor, project);
        Membership one = shown(actor, project, id).what().membership();
        return Question.delete(
                        wording.say("member.delete", one.principal().title()),
                        wording.say("member.delete.text", one.principal().title(), place.name()),
                        path(project, id),
                        ProjectsPage.path(project),
                        WorkPackagePage.crumbs(place.reference(), wording))
                .ask(model);
    }

    @DeleteMapping("/{id:\\d+}")
    String delete(
            Actor actor,
            @PathVariable long project,
            @PathVariable long id,
            Wording wording,
            RedirectAttributes redirect) {
        shown(actor, project, id);
        effects.of(
                actor,
                "flash.deleted",
                wording,
                redirect,
                () -> {
                    memberships.delete(actor, id);
                    return true;
                });
        return "redirect:" + ProjectsPage.path(project);
    }

    private static String path(long project, long id) {
        return ProjectsPage.path(project) + "/members/" + id;
    }

    private Project manageable(Actor actor, long project) {
        return database.read(view -> {
            Project found = projects.visible(view, actor, project);
            access.require(view, actor, Permission.MANAGE_MEMBERS, found.id());
            return found;
        });
    }

    /** One of this project, and of no other. */
    private Seen<MembershipDetail> shown(Actor actor, long project, long id) {
        Seen<MembershipDetail> seen = memberships.show(actor, id);
        Reference place = seen.what().membership().project();
        if (place == null || place.id() != project) {
            throw new Refusal.NotFound();
        }
        return seen;
    }

    private List<Field> fieldsOfNew(Actor actor, Project project, Wording wording) {
        return List.of(
                Field.choice(
                                "principal",
                                wording.say("member.principal"),
                                strangers(actor, project, wording))
                        .orNone(wording.say("member.principal.none")),
                rolesField(wording));
    }

    private List<Field> fieldsOf(Wording wording) {
        return List.of(rolesField(wording), Field.seen());
    }

    private Field rolesField(Wording wording) {
        return Field.of("roles", Kind.CHOICES, wording.say("member.roles"))
                .from(
                        database.read(roles::ofProjects).stream()
                                .map(role -> new Option("/api/v3/roles/" + role.id(), role.name()))
                                .toList());
    }

    /** Whom the actor knows of those who are no members yet. */
    private List<Option> strangers(Actor actor, Project project, Wording wording) {
        Search search =
                Search.of(ProjectsPage.PATH, 1)
                        .filtered("status", "!", "locked")
                        .filtered("member", "!", Long.toString(project.id()))
                        .sorted("name", false);
        return principals
                .list(actor, search.listing(wording, PEOPLE_MAX))
                .what()
                .elements()
                .stream()
                .map(one -> new Option(one.kindOf().path() + "/" + one.id(), one.name()))
                .toList();
    }

    private static Sheet.Frame ofNew(Project project, Wording wording) {
        String path = ProjectsPage.path(project.id());
        return new Sheet.Frame(
                wording.say("member.new"),
                crumbs(project, wording.say("form.new.crumb"), wording),
                path + "/members",
                false,
                wording.say("form.create"),
                path,
                wording.say("form.failed.create"));
    }

    private static Sheet.Frame of(Project project, Membership one, Wording wording) {
        return new Sheet.Frame(
                wording.say("member.edit", one.principal().title()),
                crumbs(project, wording.say("form.edit.crumb"), wording),
                path(project.id(), one.id()),
                true,
                wording.say("form.save"),
                ProjectsPage.path(project.id()),
                wording.say("form.failed.change"));
    }

    private static List<Crumb> crumbs(Project project, String last, Wording wording) {
        List<Crumb> crumbs = new ArrayList<>(WorkPackagePage.crumbs(project.reference(), wording));
        crumbs.add(new Crumb(last, null));
        return crumbs;
    }
}
