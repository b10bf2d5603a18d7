package org.signalbox;

import java.util.List;
import org.signalbox.account.Actor;
import org.signalbox.hal.Answers;
import org.signalbox.hal.Endpoint;
import org.signalbox.hal.Listing;
import org.signalbox.project.Projects;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/**
 * What clients page through when they start, of things that there are none of here. Everything else
 * of that kind is not found.
 */
@RestController
@RequestMapping("/api/v3")
final class EmptyListResource {

    private final Projects projects;

    EmptyListResource(Projects projects) {
        this.projects = projects;
    }

    @Endpoint(value = "A list that is empty here", answer = "Nothing", of = Endpoint.Of.PAGE)
    @GetMapping({
        "/documents",
        "/grids",
        "/meetings",
        "/news",
        "/portfolios",
        "/programs",
        "/project_phase_definitions",
        "/project_storages",
        "/sprints",
        "/storages",
        "/views"
    })
    ResponseEntity<ObjectNode> paged(Actor actor, Listing listing) {
        return Answers.ok(listing.collection(0, List.of()));
    }

    @Endpoint(value = "A list that is empty here", answer = "Nothing", of = Endpoint.Of.ALL)
    @GetMapping({"/help_texts", "/reminders"})
    ResponseEntity<ObjectNode> whole(Actor actor, Listing listing) {
        return Answers.ok(Listing.whole(listing.path(), List.of()));
    }

    @Endpoint(
            value = "A list of a project that is empty here",
            answer = "Nothing",
            of = Endpoint.Of.ALL)
    @GetMapping("/projects/{key}/budgets")
    ResponseEntity<ObjectNode> ofProject(Actor actor, Listing listing, @PathVariable String key) {
        projects.show(actor, key);
        return Answers.ok(Listing.whole(listing.path(), List.of()));
    }

    @Endpoint(
            value = "A paged list of a project that is empty here",
            answer = "Nothing",
            of = Endpoint.Of.PAGE)
    @GetMapping("/projects/{key}/sprints")
    ResponseEntity<ObjectNode> pageOfProject(
            Actor actor, Listing listing, @PathVariable String key) {
        projects.show(actor, key);
        return Answers.ok(listing.collection(0, List.of()));
    }
}
