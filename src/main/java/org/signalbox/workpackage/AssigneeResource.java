package org.signalbox.workpackage;

import org.signalbox.account.Access;
import org.signalbox.account.Actor;
import org.signalbox.account.Permission;
import org.signalbox.account.PrincipalHal;
import org.signalbox.account.Principals;
import org.signalbox.hal.Answers;
import org.signalbox.hal.Endpoint;
import org.signalbox.hal.Listing;
import org.signalbox.hal.Refusal;
import org.signalbox.project.Projects;
import org.signalbox.store.Database;
import org.signalbox.store.View;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** To whom work can be given, or who can answer for it, as a whole list. */
@RestController
@RequestMapping("/api/v3")
final class AssigneeResource {
    private final Database database;
    private final Projects projects;
    private final WorkPackages workPackages;
    private final Principals principals;
    private final Access access;

    AssigneeResource(
            Database database,
            Projects projects,
            WorkPackages workPackages,
            Principals principals,
            Access access) {
        this.database = database;
        this.projects = projects;
        this.workPackages = workPackages;
        this.principals = principals;
        this.access = access;
    }

    @Endpoint(
            value = "List whom work in a project can be given to",
            answer = "Principal",
            of = Endpoint.Of.ALL)
    @GetMapping({
        "/projects/{key}/available_assignees",
        "/projects/{key}/available_responsibles",
        "/workspaces/{key}/available_assignees"
    })
    ResponseEntity<ObjectNode> inProject(Actor actor, @PathVariable String key, Listing listing) {
        long project = database.read(view -> projects.visible(view, actor, key).id());
        return list(actor, project, "project", listing.path());
    }

    @Endpoint(
            value = "List whom a work package can be given to",
            answer = "Principal",
            of = Endpoint.Of.ALL)
    @GetMapping({
        "/work_packages/{id}/available_assignees",
        "/work_packages/{id}/available_responsibles"
    })
    ResponseEntity<ObjectNode> ofWorkPackage(Actor actor, @PathVariable long id, Listing listing) {
        long project = database.read(view -> workPackages.visible(view, actor, id).project().id());
        return list(actor, project, "work package", listing.path());
    }

    private ResponseEntity<ObjectNode> list(Actor actor, long project, String what, String path) {
        var seen =
                database.read(view -> {
                    if (!mayAssign(view, actor, project)) {
                        throw new Refusal.Forbidden(
                                "You are not allowed to see the assignable users for this %s."
                                        .formatted(what));
                    }
                    return principals.assignable(view, actor, project);
                });
        var elements =
                seen.what().stream().map(one -> PrincipalHal.document(one, seen.rights())).toList();
        return Answers.ok(Listing.whole(path, elements));
    }

    private boolean mayAssign(View view, Actor actor, long project) {
        return access.may(view, actor, Permission.ADD_WORK_PACKAGES, project)
                || access.may(view, actor, Permission.EDIT_WORK_PACKAGES, project);
    }
}
