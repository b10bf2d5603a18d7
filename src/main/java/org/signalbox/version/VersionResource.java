package org.signalbox.version;

import java.util.List;
import java.util.Map;
import org.signalbox.account.Actor;
import org.signalbox.account.Seen;
import org.signalbox.hal.Answers;
import org.signalbox.hal.Body;
import org.signalbox.hal.Described;
import org.signalbox.hal.Document;
import org.signalbox.hal.Endpoint;
import org.signalbox.hal.Listing;
import org.signalbox.hal.Sampled;
import org.signalbox.hal.Shape;
import org.signalbox.project.ProjectHal;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

@RestController
@RequestMapping("/api/v3")
final class VersionResource implements Described, Sampled {

    private final Versions versions;

    VersionResource(Versions versions) {
        this.versions = versions;
    }

    @Override
    public List<Shape> shapes() {
        return VersionHal.shapes();
    }

    /** Forms and schemas are alike everywhere; these are as good as any. */
    @Override
    public Map<String, ObjectNode> samples() {
        var body = JsonNodeFactory.instance.objectNode().put("name", "First edition");
        return Map.of("Form", versions.creationForm(Actor.system(), body).json());
    }

    @Endpoint(value = "List versions", answer = "Version", of = Endpoint.Of.PAGE)
    @GetMapping("/versions")
    ResponseEntity<ObjectNode> list(Actor actor, Listing listing) {
        var seen = versions.list(actor, listing);
        var elements =
                seen.what().elements().stream()
                        .map(version -> VersionHal.of(version, seen.rights()))
                        .toList();
        return Answers.ok(listing.collection(seen.what().total(), elements));
    }

    @Endpoint(value = "Create a version", answer = "Version", status = 201)
    @PostMapping("/versions")
    ResponseEntity<ObjectNode> create(Actor actor, Body body) {
        return Answers.created(document(versions.create(actor, body.json())));
    }

    @Endpoint(value = "Try to create a version", answer = "Form", body = "VersionWrite")
    @PostMapping("/versions/form")
    ResponseEntity<ObjectNode> creationForm(Actor actor, Body body) {
        return Answers.ok(versions.creationForm(actor, body.json()));
    }

    @Endpoint(value = "Try to change a version", answer = "Form", body = "VersionWrite")
    @PostMapping("/versions/{id}/form")
    ResponseEntity<ObjectNode> changeForm(Actor actor, @PathVariable long id, Body body) {
        return Answers.ok(versions.changeForm(actor, id, body.json()));
    }

    @Endpoint(value = "The schema of versions", answer = "Schema")
    @GetMapping("/versions/schema")
    ResponseEntity<ObjectNode> schema(Actor actor) {
        return Answers.ok(versions.schema(actor));
    }

    @Endpoint(value = "Read a version", answer = "Version")
    @GetMapping("/versions/{id}")
    ResponseEntity<ObjectNode> show(Actor actor, @PathVariable long id) {
        return Answers.ok(document(versions.show(actor, id)));
    }

    @Endpoint(value = "Change a version", answer = "Version")
    @PatchMapping("/versions/{id}")
    ResponseEntity<ObjectNode> change(Actor actor, @PathVariable long id, Body body) {
        return Answers.ok(document(versions.change(actor, id, body.json())));
    }

    @Endpoint(value = "Delete a version that no work package uses", status = 204)
    @DeleteMapping("/versions/{id}")
    ResponseEntity<ObjectNode> delete(Actor actor, @PathVariable long id) {
        versions.delete(actor, id);
        return Answers.noContent();
    }

    @Endpoint(
            value = "List projects that can define versions",
            answer = "Project",
            of = Endpoint.Of.PAGE)
    @GetMapping("/versions/available_projects")
    ResponseEntity<ObjectNode> availableProjects(Actor actor, Listing listing) {
        return Answers.ok(ProjectHal.page(listing, versions.definingProjects(actor, listing)));
    }

    @Endpoint(
            value = "List the projects that a version is shared with",
            answer = "Project",
            of = Endpoint.Of.PAGE)
    @GetMapping({"/versions/{id}/projects", "/versions/{id}/workspaces"})
    ResponseEntity<ObjectNode> projects(Actor actor, Listing listing, @PathVariable long id) {
        return Answers.ok(ProjectHal.page(listing, versions.projects(actor, listing, id)));
    }

    @Endpoint(value = "List the versions of a project", answer = "Version", of = Endpoint.Of.ALL)
    @GetMapping({"/projects/{key}/versions", "/workspaces/{key}/versions"})
    ResponseEntity<ObjectNode> ofProject(Actor actor, Listing listing, @PathVariable String key) {
        var seen = versions.of(actor, key);
        var elements =
                seen.what().stream().map(version -> VersionHal.of(version, seen.rights())).toList();
        return Answers.ok(Listing.whole(listing.path(), elements));
    }

    private static Document document(Seen<Version> seen) {
        return VersionHal.of(seen.what(), seen.rights());
    }
}
