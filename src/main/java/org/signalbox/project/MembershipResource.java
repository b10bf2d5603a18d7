package org.signalbox.project;

import java.util.List;
import org.signalbox.account.Actor;
import org.signalbox.account.Permission;
import org.signalbox.hal.Answers;
import org.signalbox.hal.Body;
import org.signalbox.hal.Described;
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
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

@RestController
@RequestMapping("/api/v3/memberships")
final class MembershipResource implements Described {
    private final Memberships memberships;
    private final Projects projects;

    MembershipResource(Memberships memberships, Projects projects) {
        this.memberships = memberships;
        this.projects = projects;
    }

    @Override
    public List<Shape> shapes() {
        return MembershipHal.shapes();
    }

    @Endpoint(value = "List memberships", answer = "Membership", of = Endpoint.Of.PAGE)
    @GetMapping
    ResponseEntity<ObjectNode> list(Actor actor, Listing listing) {
        var seen = memberships.list(actor, listing);
        var elements =
                seen.what().elements().stream()
                        .map(membership -> MembershipHal.of(membership, seen.rights()))
                        .toList();
        return Answers.ok(listing.collection(seen.what().total(), elements));
    }

    @Endpoint(value = "Let somebody join a project", answer = "Membership", status = 201)
    @PostMapping
    ResponseEntity<ObjectNode> create(Actor actor, Body body) {
        var seen = memberships.create(actor, body.json());
        return Answers.created(MembershipHal.single(seen.what(), seen.rights()));
    }

    @Endpoint(value = "Try to let somebody join", answer = "Form", body = "MembershipWrite")
    @PostMapping("/form")
    ResponseEntity<ObjectNode> creationForm(Actor actor, Body body) {
        return Answers.ok(memberships.creationForm(actor, body.json()));
    }

    @Endpoint(value = "Try to change a membership", answer = "Form", body = "MembershipWrite")
    @PostMapping("/{id}/form")
    ResponseEntity<ObjectNode> changeForm(Actor actor, @PathVariable long id, Body body) {
        return Answers.ok(memberships.changeForm(actor, id, body.json()));
    }

    @Endpoint(value = "The schema of memberships", answer = "Schema")
    @GetMapping("/schema")
    ResponseEntity<ObjectNode> schema(Actor actor) {
        return Answers.ok(memberships.schema(actor));
    }

    /** The projects to which the actor may take somebody. */
    @Endpoint(
            value = "List projects that somebody can join",
            answer = "Project",
            of = Endpoint.Of.PAGE)
    @GetMapping("/available_projects")
    ResponseEntity<ObjectNode> availableProjects(Actor actor, Listing listing) {
        var seen = projects.available(actor, listing, Permission.MANAGE_MEMBERS);
        return Answers.ok(ProjectHal.page(listing, seen));
    }

    @Endpoint(value = "Read a membership", answer = "Membership")
    @GetMapping("/{id}")
    ResponseEntity<ObjectNode> show(Actor actor, @PathVariable long id) {
        var seen = memberships.show(actor, id);
        return Answers.ok(MembershipHal.single(seen.what(), seen.rights()));
    }

    @Endpoint(value = "Change the roles of a membership", answer = "Membership")
    @PatchMapping("/{id}")
    ResponseEntity<ObjectNode> change(Actor actor, @PathVariable long id, Body body) {
        var seen = memberships.change(actor, id, body.json());
        return Answers.ok(MembershipHal.single(seen.what(), seen.rights()));
    }

    @Endpoint(value = "End a membership", status = 204)
    @DeleteMapping("/{id}")
    ResponseEntity<ObjectNode> delete(Actor actor, @PathVariable long id) {
        memberships.delete(actor, id);
        return Answers.noContent();
    }
}
