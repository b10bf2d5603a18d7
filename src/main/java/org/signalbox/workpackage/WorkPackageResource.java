package org.signalbox.workpackage;

import org.signalbox.account.Actor;
import org.signalbox.account.Seen;
import org.signalbox.hal.Answers;
import org.signalbox.hal.Body;
import org.signalbox.hal.Found;
import org.signalbox.hal.Listing;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

@RestController
@RequestMapping("/api/v3")
final class WorkPackageResource {

    private final WorkPackages workPackages;

    WorkPackageResource(WorkPackages workPackages) {
        this.workPackages = workPackages;
    }

    @GetMapping("/work_packages")
    ResponseEntity<ObjectNode> list(Actor actor, Listing listing) {
        return page(listing, workPackages.list(actor, listing));
    }

    @GetMapping("/projects/{key}/work_packages")
    ResponseEntity<ObjectNode> list(Actor actor, Listing listing, @PathVariable String key) {
        return page(listing, workPackages.list(actor, listing, key));
    }

    @PostMapping("/work_packages")
    ResponseEntity<ObjectNode> create(Actor actor, Body body) {
        var seen = workPackages.create(actor, body.json());
        return Answers.created(WorkPackageHal.single(seen.what(), seen.rights()));
    }

    @PostMapping("/projects/{key}/work_packages")
    ResponseEntity<ObjectNode> create(Actor actor, @PathVariable String key, Body body) {
        var project = "/api/v3/projects/" + workPackages.projectId(actor, key);
        return create(actor, body.linkedTo("project", project));
    }

    @GetMapping("/work_packages/{id}")
    ResponseEntity<ObjectNode> show(Actor actor, @PathVariable long id) {
        return single(workPackages.show(actor, id));
    }

    @PatchMapping("/work_packages/{id}")
    ResponseEntity<ObjectNode> change(Actor actor, @PathVariable long id, Body body) {
        return single(workPackages.change(actor, id, body.json()));
    }

    @DeleteMapping("/work_packages/{id}")
    ResponseEntity<ObjectNode> delete(Actor actor, @PathVariable long id) {
        workPackages.delete(actor, id);
        return Answers.noContent();
    }

    private static ResponseEntity<ObjectNode> single(Seen<WorkPackageDetail> seen) {
        return Answers.ok(WorkPackageHal.single(seen.what(), seen.rights()));
    }

    private static ResponseEntity<ObjectNode> page(Listing listing, Seen<Found<WorkPackage>> seen) {
        var elements =
                seen.what().elements().stream()
                        .map(element -> WorkPackageHal.of(element, seen.rights()))
                        .toList();
        return Answers.ok(
                listing.collection("WorkPackageCollection", seen.what().total(), elements));
    }
}
