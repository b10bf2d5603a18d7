package org.signalbox.project;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.signalbox.account.Actor;
import org.signalbox.hal.Answers;
import org.signalbox.hal.Body;
import org.signalbox.hal.Described;
import org.signalbox.hal.Endpoint;
import org.signalbox.hal.Listing;
import org.signalbox.hal.Refusal;
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
final class ProjectResource implements Described {

    private final Projects projects;
    private final ProjectPages pages;
    private final Favorites favorites;

    ProjectResource(Projects projects, ProjectPages pages, Favorites favorites) {
        this.projects = projects;
        this.pages = pages;
        this.favorites = favorites;
    }

    @Override
    public List<Shape> shapes() {
        return ProjectHal.shapes();
    }

    @Endpoint(value = "List projects", answer = "Project", of = Endpoint.Of.PAGE)
    @GetMapping({"/projects", "/workspaces"})
    ResponseEntity<ObjectNode> list(Actor actor, Listing listing) {
        return Answers.ok(pages.page(listing, projects.list(actor, listing)));
    }

    @Endpoint(value = "Create a project", answer = "Project", status = 201)
    @PostMapping("/projects")
    ResponseEntity<ObjectNode> create(Actor actor, Body body) {
        return Answers.created(pages.single(projects.create(actor, body.json())));
    }

    @Endpoint(value = "Try to create a project", answer = "Form", body = "ProjectWrite")
    @PostMapping("/projects/form")
    ResponseEntity<ObjectNode> creationForm(Actor actor, Body body) {
        return Answers.ok(projects.creationForm(actor, body.json()));
    }

    @Endpoint(value = "Try to change a project", answer = "Form", body = "ProjectWrite")
    @PostMapping("/projects/{key}/form")
    ResponseEntity<ObjectNode> changeForm(Actor actor, @PathVariable String key, Body body) {
        return Answers.ok(projects.changeForm(actor, key, body.json()));
    }

    @Endpoint(value = "The schema of projects", answer = "Schema")
    @GetMapping({"/projects/schema", "/workspaces/schema"})
    ResponseEntity<ObjectNode> schema(Actor actor) {
        return Answers.ok(projects.schema(actor));
    }

    @Endpoint(
            value = "List projects under which a project can stand",
            answer = "Project",
            of = Endpoint.Of.PAGE)
    @GetMapping("/projects/available_parent_projects")
    ResponseEntity<ObjectNode> parents(
            Actor actor,
            Listing listing,
            @RequestParam(name = "of", required = false) @Nullable String of) {
        return Answers.ok(pages.page(listing, projects.parents(actor, listing, of)));
    }

    @Endpoint(value = "Read a project", answer = "Project")
    @GetMapping("/projects/{key}")
    ResponseEntity<ObjectNode> show(Actor actor, @PathVariable String key) {
        return Answers.ok(pages.single(projects.show(actor, key)));
    }

    @Endpoint(value = "Change a project", answer = "Project")
    @PatchMapping("/projects/{key}")
    ResponseEntity<ObjectNode> change(Actor actor, @PathVariable String key, Body body) {
        return Answers.ok(pages.single(projects.change(actor, key, body.json())));
    }

    @Endpoint(value = "Delete a project with all that it holds", status = 204)
    @DeleteMapping("/projects/{key}")
    ResponseEntity<ObjectNode> delete(Actor actor, @PathVariable String key) {
        projects.delete(actor, key);
        return Answers.noContent();
    }

    @Endpoint(value = "Make a project one of your favorites", status = 204)
    @PostMapping({"/projects/{key}/favorite", "/workspaces/{key}/favorite"})
    ResponseEntity<ObjectNode> favor(Actor actor, @PathVariable String key) {
        favorites.add(actor, key);
        return Answers.noContent();
    }

    @Endpoint(value = "Take a project from your favorites", status = 204)
    @DeleteMapping({"/projects/{key}/favorite", "/workspaces/{key}/favorite"})
    ResponseEntity<ObjectNode> disfavor(Actor actor, @PathVariable String key) {
        favorites.remove(actor, key);
        return Answers.noContent();
    }

    @Endpoint(value = "List project statuses", answer = "ProjectStatus", of = Endpoint.Of.ALL)
    @GetMapping("/project_statuses")
    ResponseEntity<ObjectNode> statuses(Actor actor) {
        var all = Arrays.stream(ProjectStatus.values()).map(ProjectHal::status).toList();
        return Answers.ok(Listing.whole("/api/v3/project_statuses", all));
    }

    @Endpoint(value = "Read a project status", answer = "ProjectStatus")
    @GetMapping("/project_statuses/{code}")
    ResponseEntity<ObjectNode> status(Actor actor, @PathVariable String code) {
        var status = ProjectStatus.ofCode(code);
        if (status == null) {
            throw new Refusal.NotFound();
        }
        return Answers.ok(ProjectHal.status(status));
    }
}
