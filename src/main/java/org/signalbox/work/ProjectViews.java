package org.signalbox.work;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.signalbox.account.Actor;
import org.signalbox.account.Permission;
import org.signalbox.account.Rights;
import org.signalbox.account.Seen;
import org.signalbox.admin.Wording;
import org.signalbox.hal.Found;
import org.signalbox.hal.Reference;
import org.signalbox.project.Membership;
import org.signalbox.project.Memberships;
import org.signalbox.project.Project;
import org.signalbox.project.ProjectDetail;
import org.signalbox.project.ProjectHal;
import org.springframework.stereotype.Component;

/** Lays out a project: what it is, and who works in it. */
@Component
final class ProjectViews {
    private static final int MEMBERS_MAX = 200;

    private final Memberships memberships;

    ProjectViews(Memberships memberships) {
        this.memberships = memberships;
    }

    ProjectView of(Actor actor, Seen<ProjectDetail> seen, Wording wording) {
        Project project = seen.what().project();
        Rights rights = seen.rights();
        return new ProjectView(
                project.id(),
                project.name(),
                project.identifier(),
                !project.active(),
                ProjectHal.of(project, rights).json().path("description").path("html").asString(""),
                facts(project, rights, wording),
                rights.may(Permission.VIEW_MEMBERS, project.id())
                        ? members(actor, project, wording)
                        : null,
                may(actor, project.id(), rights));
    }

    private static ProjectView.May may(Actor actor, long id, Rights rights) {
        return new ProjectView.May(
                rights.may(Permission.EDIT_PROJECT, id),
                actor.isAdmin(),
                actor.isAdmin(),
                rights.may(Permission.ADD_WORK_PACKAGES, id),
                rights.may(Permission.MANAGE_MEMBERS, id),
                rights.may(Permission.LOG_OWN_TIME, id) || rights.may(Permission.LOG_TIME, id));
    }

    private static List<Fact> facts(Project project, Rights rights, Wording wording) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(wording.say("project.identifier"), project.identifier()));
        Reference parent = project.parent();
        if (parent != null && rights.sees(parent.id())) {
            facts.add(
                    new Fact(
                            wording.say("project.parent"),
                            parent.title(),
                            ProjectsPage.path(parent.id())));
        }
        var status = project.status();
        if (status != null) {
            facts.add(
                    new Fact(
                            wording.say("project.status"),
                            wording.say("project.status." + status.code())));
        }
        facts.add(
                new Fact(
                        wording.say("project.seen_by"),
                        wording.say(
                                project.isPublic() ? "project.is_public" : "project.is_private")));
        facts.add(new Fact(wording.say("list.changed"), wording.minute(project.updatedAt())));
        return facts;
    }

    private List<ProjectView.MemberRow> members(Actor actor, Project project, Wording wording) {
        Search search =
                Search.of(ProjectsPage.path(project.id()), 1)
                        .filtered("project", "=", Long.toString(project.id()))
                        .sorted("name", false);
        Found<Membership> found =
                memberships.list(actor, search.listing(wording, MEMBERS_MAX)).what();
        return found.elements().stream()
                .map(one ->
                        new ProjectView.MemberRow(
                                one.id(),
                                one.principal().title(),
                                one.roles().stream()
                                        .map(Reference::title)
                                        .collect(Collectors.joining(", ")),
                                kind(one.principal(), wording)))
                .toList();
    }

    private static @Nullable String kind(Reference principal, Wording wording) {
        String collection = principal.collection();
        return collection == null ? null : wording.say("member.kind." + collection);
    }
}
