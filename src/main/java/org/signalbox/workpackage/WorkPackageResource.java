package org.signalbox.workpackage;

import java.util.List;
import org.signalbox.account.Actor;
import org.signalbox.hal.Answers;
import org.signalbox.hal.Body;
import org.signalbox.hal.Described;
import org.signalbox.hal.Document;
import org.signalbox.hal.Endpoint;
import org.signalbox.hal.Listing;
import org.signalbox.hal.Shape;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

@RestController
@RequestMapping("/api/v3")
final class WorkPackageResource implements Described {

    private final WorkPackages workPackages;
    private final RelationCandidates candidates;
    private final WorkPackagePages pages;

    WorkPackageResource(
            WorkPackages workPackages, RelationCandidates candidates, WorkPackagePages pages) {
        this.workPackages = workPackages;
        this.candidates = candidates;
        this.pages = pages;
    }

    @Override
    public List<Shape> shapes() {
        return WorkPackageShapes.all();
    }

    @Endpoint(
            value = "List work packages; open ones unless filters say otherwise",
            answer = "WorkPackage",
            of = Endpoint.Of.PAGE,
            reads = {"groupBy", "showSums"})
    @GetMapping("/work_packages")
    ResponseEntity<ObjectNode> list(Actor actor, Listing listing) {
        return Answers.ok(pages.page(actor, listing, null));
    }

    @Endpoint(
            value = "List the work packages of a project",
            answer = "WorkPackage",
            of = Endpoint.Of.PAGE,
            reads = {"groupBy", "showSums", "includeSubprojects"})
    @GetMapping({"/projects/{key}/work_packages", "/workspaces/{key}/work_packages"})
    ResponseEntity<ObjectNode> list(Actor actor, Listing listing, @PathVariable String key) {
        return Answers.ok(pages.page(actor, listing, key));
    }

    @Endpoint(
            value = "List the work packages in a task list",
            answer = "WorkPackage",
            of = Endpoint.Of.PAGE,
            reads = {"groupBy", "showSums"})
    @GetMapping("/task_lists/{id}/work_packages")
    ResponseEntity<ObjectNode> inTaskList(Actor actor, Listing listing, @PathVariable long id) {
        var within = workPackages.inTaskList(actor, listing, id);
        return Answers.ok(pages.page(actor, within, null));
    }

    @Endpoint(value = "Create a work package", answer = "WorkPackage", status = 201)
    @PostMapping("/work_packages")
    ResponseEntity<ObjectNode> create(
            Actor actor, Body body, @RequestParam(defaultValue = "true") boolean notify) {
        return Answers.created(document(workPackages.create(actor.notifying(notify), body.json())));
    }

    @Endpoint(value = "Create a work package in a project", answer = "WorkPackage", status = 201)
    @PostMapping({"/projects/{key}/work_packages", "/workspaces/{key}/work_packages"})
    ResponseEntity<ObjectNode> create(
            Actor actor,
            @PathVariable String key,
            Body body,
            @RequestParam(defaultValue = "true") boolean notify) {
        var project = "/api/v3/projects/" + workPackages.projectId(actor, key);
        return create(actor, body.linkedTo("project", project), notify);
    }

    @Endpoint(value = "Try to create a work package", answer = "Form", body = "WorkPackageWrite")
    @PostMapping("/work_packages/form")
    ResponseEntity<ObjectNode> creationForm(Actor actor, Body body) {
        var form = workPackages.creationForm(actor, body.json(), "/api/v3/work_packages");
        return Answers.ok(form);
    }

    @Endpoint(
            value = "Try to create a work package in a project",
            answer = "Form",
            body = "WorkPackageWrite")
    @PostMapping({"/projects/{key}/work_packages/form", "/workspaces/{key}/work_packages/form"})
    ResponseEntity<ObjectNode> creationForm(Actor actor, @PathVariable String key, Body body) {
        var project = "/api/v3/projects/" + workPackages.projectId(actor, key);
        var sent = body.linkedTo("project", project).json();
        return Answers.ok(workPackages.creationForm(actor, sent, project + "/work_packages"));
    }

    @Endpoint(value = "Try to change a work package", answer = "Form", body = "WorkPackageWrite")
    @PostMapping("/work_packages/{id}/form")
    ResponseEntity<ObjectNode> changeForm(Actor actor, @PathVariable long id, Body body) {
        return Answers.ok(workPackages.changeForm(actor, id, body.json()));
    }

    @Endpoint(value = "Read a work package", answer = "WorkPackage")
    @GetMapping("/work_packages/{id}")
    ResponseEntity<ObjectNode> show(Actor actor, @PathVariable long id) {
        return single(workPackages.show(actor, id));
    }

    @Endpoint(value = "Change a work package", answer = "WorkPackage")
    @PatchMapping("/work_packages/{id}")
    ResponseEntity<ObjectNode> change(
            Actor actor,
            @PathVariable long id,
            Body body,
            @RequestParam(defaultValue = "true") boolean notify) {
        return single(workPackages.change(actor.notifying(notify), id, body.json()));
    }

    @Endpoint(value = "Delete a work package with those below it", status = 204)
    @DeleteMapping("/work_packages/{id}")
    ResponseEntity<ObjectNode> delete(Actor actor, @PathVariable long id) {
        workPackages.delete(actor, id);
        return Answers.noContent();
    }

    /** Which others it could be related to; a page of them as large as asked for. */
    @Endpoint(
            value = "List what a work package could be related to",
            answer = "WorkPackage",
            of = Endpoint.Of.ALL,
            lists = "WorkPackage",
            reads = {"offset", "pageSize"})
    @GetMapping("/work_packages/{id}/available_relation_candidates")
    ResponseEntity<ObjectNode> relationCandidates(
            Actor actor,
            Listing listing,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String query,
            @RequestParam(defaultValue = "relates") String type) {
        var seen = candidates.of(actor, listing, id, query, type);
        return Answers.ok(Listing.whole(listing.path(), pages.documents(seen)));
    }

    /** There is no version control to know of. */
    @Endpoint(
            value = "List the revisions of a work package: there are none",
            answer = "Nothing",
            of = Endpoint.Of.ALL)
    @GetMapping("/work_packages/{id}/revisions")
    ResponseEntity<ObjectNode> revisions(Actor actor, Listing listing, @PathVariable long id) {
        workPackages.requireVisible(actor, id);
        return Answers.ok(Listing.whole(listing.path(), List.of()));
    }

    /** Nobody is reminded of anything. */
    @Endpoint(
            value = "List your reminders of a work package: there are none",
            answer = "Nothing",
            of = Endpoint.Of.ALL)
    @GetMapping("/work_packages/{id}/reminders")
    ResponseEntity<ObjectNode> reminders(Actor actor, Listing listing, @PathVariable long id) {
        return revisions(actor, listing, id);
    }

    /** There is no storage of files to know of. */
    @Endpoint(
            value = "List the files linked with a work package: there are none",
            answer = "Nothing",
            of = Endpoint.Of.PAGE)
    @GetMapping("/work_packages/{id}/file_links")
    ResponseEntity<ObjectNode> fileLinks(Actor actor, Listing listing, @PathVariable long id) {
        workPackages.requireVisible(actor, id);
        return Answers.ok(listing.collection(0, List.of()));
    }

    private static ResponseEntity<ObjectNode> single(Shown shown) {
        return Answers.ok(document(shown));
    }

    private static Document document(Shown shown) {
        var id = shown.detail().workPackage().id();
        var document = WorkPackageHal.single(shown.detail(), shown.rights());
        WorkPackageLinks.addWatching(document, id, shown.rights().actor(), shown.watched());
        return document;
    }
}
