package org.signalbox.workpackage;

import org.signalbox.account.Access;
import org.signalbox.account.Actor;
import org.signalbox.account.Permission;
import org.signalbox.hal.Answers;
import org.signalbox.hal.Endpoint;
import org.signalbox.hal.Listing;
import org.signalbox.hal.Refusal;
import org.signalbox.project.ProjectHal;
import org.signalbox.project.Projects;
import org.signalbox.store.Database;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** The projects in which a work package may be created, or to which it may be moved. */
@RestController
@RequestMapping("/api/v3/work_packages")
final class WorkPackageProjectResource {

    private final Database database;
    private final WorkPackages workPackages;
    private final Projects projects;
    private final Access access;

    WorkPackageProjectResource(
            Database database, WorkPackages workPackages, Projects projects, Access access) {
        this.database = database;
        this.workPackages = workPackages;
        this.projects = projects;
        this.access = access;
    }

    @Endpoint(
            value = "List projects in which work packages can be created",
            answer = "Project",
            of = Endpoint.Of.PAGE)
    @GetMapping("/available_projects")
    ResponseEntity<ObjectNode> toCreate(Actor actor, Listing listing) {
        var seen = projects.available(actor, listing, Permission.ADD_WORK_PACKAGES);
        return Answers.ok(ProjectHal.page(listing, seen));
    }

    @Endpoint(
            value = "List projects to which a work package can move",
            answer = "Project",
            of = Endpoint.Of.PAGE)
    @GetMapping("/{id}/available_projects")
    ResponseEntity<ObjectNode> toMove(Actor actor, Listing listing, @PathVariable long id) {
        requireEditable(actor, id);
        var seen = projects.allowing(actor, listing, Permission.ADD_WORK_PACKAGES);
        return Answers.ok(ProjectHal.page(listing, seen));
    }

    private void requireEditable(Actor actor, long id) {
        boolean may =
                database.read(view -> {
                    long project = workPackages.visible(view, actor, id).project().id();
                    return access.may(view, actor, Permission.EDIT_WORK_PACKAGES, project);
                });
        if (!may) {
            throw new Refusal.Forbidden();
        }
    }
}
