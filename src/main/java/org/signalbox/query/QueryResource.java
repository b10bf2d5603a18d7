package org.signalbox.query;

import static org.signalbox.hal.Types.BOOLEAN;
import static org.signalbox.hal.Types.INTEGER;
import static org.signalbox.hal.Types.STRING;
import static org.signalbox.query.QueryHal.QUERY;

import java.util.List;
import org.signalbox.account.Actor;
import org.signalbox.account.Rights;
import org.signalbox.account.Seen;
import org.signalbox.hal.Answers;
import org.signalbox.hal.Body;
import org.signalbox.hal.Described;
import org.signalbox.hal.Document;
import org.signalbox.hal.Endpoint;
import org.signalbox.hal.Listing;
import org.signalbox.hal.Reference;
import org.signalbox.hal.Shape;
import org.signalbox.project.ProjectHal;
import org.signalbox.workpackage.WorkPackagePages;
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
final class QueryResource implements Described {

    private final Queries queries;
    private final WorkPackagePages pages;

    QueryResource(Queries queries, WorkPackagePages pages) {
        this.queries = queries;
        this.pages = pages;
    }

    @Override
    public List<Shape> shapes() {
        return List.of(
                QUERY.shape()
                        .property("id", Shape.nullable(INTEGER.schema()))
                        .property("hidden", BOOLEAN)
                        .property("showHierarchies", BOOLEAN)
                        .property("timelineVisible", BOOLEAN)
                        .property("timelineZoomLevel", STRING)
                        .property("timelineLabels", Shape.anyObject())
                        .property("highlightingMode", STRING)
                        .property("timestamps", Shape.array(STRING.schema()))
                        .links("self", "schema", "results", "highlightedAttributes[]", "update")
                        .links("updateImmediately", "delete", "star", "unstar")
                        .embeds("results", "WorkPackagePage")
                        .example(
                                QueryHal.of(
                                        Query.plain(new Reference(5, "Ana Lima"), null),
                                        Rights.ofSystem())),
                QUERY.writeShape());
    }

    @Endpoint(
            value = "List one's own queries and public ones",
            answer = "Query",
            of = Endpoint.Of.PAGE)
    @GetMapping("/queries")
    ResponseEntity<ObjectNode> list(Actor actor, Listing listing) {
        var seen = queries.list(actor, listing);
        var elements =
                seen.what().elements().stream()
                        .map(query -> QueryHal.of(query, seen.rights()))
                        .toList();
        return Answers.ok(listing.collection(seen.what().total(), elements));
    }

    @Endpoint(
            value = "Create a query",
            answer = "Query",
            status = 201,
            reads = {"groupBy", "showSums"},
            lists = "WorkPackage")
    @PostMapping("/queries")
    ResponseEntity<ObjectNode> create(Actor actor, Listing listing, Body body) {
        return Answers.created(run(actor, listing, queries.create(actor, body.json())));
    }

    @Endpoint(
            value = "Run the default query",
            answer = "Query",
            reads = {"groupBy", "showSums"},
            lists = "WorkPackage")
    @GetMapping("/queries/default")
    ResponseEntity<ObjectNode> plain(Actor actor, Listing listing) {
        return Answers.ok(run(actor, listing, queries.plain(actor, null)));
    }

    @Endpoint(
            value = "Run the default query of a project",
            answer = "Query",
            reads = {"groupBy", "showSums"},
            lists = "WorkPackage")
    @GetMapping({"/projects/{key}/queries/default", "/workspaces/{key}/queries/default"})
    ResponseEntity<ObjectNode> plain(Actor actor, Listing listing, @PathVariable String key) {
        return Answers.ok(run(actor, listing, queries.plain(actor, key)));
    }

    @Endpoint(value = "Try to create a query", answer = "Form", body = "QueryWrite")
    @PostMapping("/queries/form")
    ResponseEntity<ObjectNode> creationForm(Actor actor, Body body) {
        return Answers.ok(queries.creationForm(actor, body.json()));
    }

    @Endpoint(
            value = "Run a query",
            answer = "Query",
            reads = {"groupBy", "showSums"},
            lists = "WorkPackage")
    @GetMapping("/queries/{id}")
    ResponseEntity<ObjectNode> show(Actor actor, Listing listing, @PathVariable long id) {
        return Answers.ok(run(actor, listing, queries.show(actor, id)));
    }

    @Endpoint(
            value = "Change a query",
            answer = "Query",
            reads = {"groupBy", "showSums"},
            lists = "WorkPackage")
    @PatchMapping("/queries/{id}")
    ResponseEntity<ObjectNode> change(
            Actor actor, Listing listing, @PathVariable long id, Body body) {
        return Answers.ok(run(actor, listing, queries.change(actor, id, body.json())));
    }

    @Endpoint(value = "Try to change a query", answer = "Form", body = "QueryWrite")
    @PostMapping("/queries/{id}/form")
    ResponseEntity<ObjectNode> changeForm(Actor actor, @PathVariable long id, Body body) {
        return Answers.ok(queries.changeForm(actor, id, body.json()));
    }

    @Endpoint(value = "Delete a query", status = 204)
    @DeleteMapping("/queries/{id}")
    ResponseEntity<ObjectNode> delete(Actor actor, @PathVariable long id) {
        queries.delete(actor, id);
        return Answers.noContent();
    }

    @Endpoint(
            value = "Make a query stand out",
            answer = "Query",
            reads = {"groupBy", "showSums"},
            lists = "WorkPackage")
    @PatchMapping("/queries/{id}/star")
    ResponseEntity<ObjectNode> star(Actor actor, Listing listing, @PathVariable long id) {
        return Answers.ok(run(actor, listing, queries.star(actor, id, true)));
    }

    @Endpoint(
            value = "Make a query stand out no longer",
            answer = "Query",
            reads = {"groupBy", "showSums"},
            lists = "WorkPackage")
    @PatchMapping("/queries/{id}/unstar")
    ResponseEntity<ObjectNode> unstar(Actor actor, Listing listing, @PathVariable long id) {
        return Answers.ok(run(actor, listing, queries.star(actor, id, false)));
    }

    @Endpoint(
            value = "List the projects that a query can be about",
            answer = "Project",
            of = Endpoint.Of.PAGE)
    @GetMapping("/queries/available_projects")
    ResponseEntity<ObjectNode> availableProjects(Actor actor, Listing listing) {
        return Answers.ok(ProjectHal.page(listing, queries.availableProjects(actor, listing)));
    }

    @Endpoint(value = "Read how queries look", answer = "Schema")
    @GetMapping("/queries/schema")
    ResponseEntity<ObjectNode> schema(Actor actor) {
        return Answers.ok(queries.schema(actor, null));
    }

    @Endpoint(value = "Read how queries of a project look", answer = "Schema")
    @GetMapping({
        "/projects/{key}/queries/schema",
        "/workspaces/{key}/queries/schema",
        "/workspace/{key}/queries/schema"
    })
    ResponseEntity<ObjectNode> schema(Actor actor, @PathVariable String key) {
        return Answers.ok(queries.schema(actor, key));
    }

    private Document run(Actor actor, Listing listing, Seen<Query> seen) {
        var query = QueryRuns.asked(seen.what(), listing);
        var project = query.project();
        var results =
                pages.page(
                        actor,
                        QueryRuns.listing(query, listing),
                        project == null ? null : String.valueOf(project.id()));
        return QueryHal.of(query, seen.rights()).embed("results", results);
    }
}
