package org.signalbox.query;

import static org.signalbox.hal.Types.STRING;

import java.util.List;
import java.util.Optional;
import org.signalbox.account.Actor;
import org.signalbox.hal.Answers;
import org.signalbox.hal.Described;
import org.signalbox.hal.Document;
import org.signalbox.hal.Endpoint;
import org.signalbox.hal.Listing;
import org.signalbox.hal.Refusal;
import org.signalbox.hal.Shape;
import org.signalbox.hal.Sort;
import org.signalbox.workpackage.WorkPackageLists;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** What queries are made of. */
@RestController
@RequestMapping("/api/v3")
final class QueryPartResource implements Described {

    private final Queries queries;

    QueryPartResource(Queries queries) {
        this.queries = queries;
    }

    @Override
    public List<Shape> shapes() {
        return List.of(
                named("QueryColumn", "QueryColumn::Property").example(QueryParts.column("subject")),
                named("QueryGroupBy", "QueryGroupBy").example(QueryParts.grouping("status")),
                named("QueryOperator", "QueryOperator")
                        .example(QueryParts.operator("=").orElseThrow()),
                named("QuerySortBy", "QuerySortBy")
                        .links("column", "direction")
                        .example(QueryParts.sorts().getFirst()),
                Shape.of("QueryFilter")
                        .property("id", STRING)
                        .links("self")
                        .example(QueryParts.filter("status")),
                Shape.of("QueryFilterInstanceSchema")
                        .property("_dependencies", Shape.array(Shape.anyObject()))
                        .property("name", Shape.anyObject())
                        .property("filter", Shape.anyObject())
                        .property("operator", Shape.anyObject())
                        .links("self", "filter")
                        .example(FilterSchemas.of("status")));
    }

    @Endpoint(value = "Read a column", answer = "QueryColumn")
    @GetMapping("/queries/columns/{id}")
    ResponseEntity<ObjectNode> column(Actor actor, @PathVariable("id") String name) {
        return found(WorkPackageLists.column(name).map(QueryParts::column));
    }

    @Endpoint(value = "Read what lists can be grouped by", answer = "QueryGroupBy")
    @GetMapping("/queries/group_bys/{id}")
    ResponseEntity<ObjectNode> grouping(Actor actor, @PathVariable("id") String name) {
        return found(WorkPackageLists.grouping(name).map(QueryParts::grouping));
    }

    @Endpoint(value = "Read an operator of filters", answer = "QueryOperator")
    @GetMapping("/queries/operators/{id}")
    ResponseEntity<ObjectNode> operator(Actor actor, @PathVariable("id") String sign) {
        return found(QueryParts.operator(sign));
    }

    @Endpoint(value = "Read a sort key with its direction", answer = "QuerySortBy")
    @GetMapping("/queries/sort_bys/{id}")
    ResponseEntity<ObjectNode> sort(Actor actor, @PathVariable("id") String word) {
        var key = QueryParts.key(word);
        return found(
                key == null
                        ? Optional.empty()
                        : WorkPackageLists.sort(key.name())
                                .map(name ->
                                        QueryParts.sort(new Sort.Key(name, key.descending()))));
    }

    @Endpoint(value = "Read a filter", answer = "QueryFilter")
    @GetMapping("/queries/filters/{id}")
    ResponseEntity<ObjectNode> filter(Actor actor, @PathVariable("id") String name) {
        return found(WorkPackageLists.filter(name).map(QueryParts::filter));
    }

    @Endpoint(value = "Read what a filter takes", answer = "QueryFilterInstanceSchema")
    @GetMapping("/queries/filter_instance_schemas/{id}")
    ResponseEntity<ObjectNode> filterSchema(Actor actor, @PathVariable("id") String name) {
        return found(WorkPackageLists.filter(name).map(FilterSchemas::of));
    }

    @Endpoint(
            value = "List the filters with what they take",
            answer = "QueryFilterInstanceSchema",
            of = Endpoint.Of.ALL)
    @GetMapping("/queries/filter_instance_schemas")
    ResponseEntity<ObjectNode> filterSchemas(Actor actor, Listing listing) {
        return Answers.ok(Listing.whole(listing.path(), FilterSchemas.all()));
    }

    @Endpoint(
            value = "List the filters in a project with what they take",
            answer = "QueryFilterInstanceSchema",
            of = Endpoint.Of.ALL)
    @GetMapping({
        "/projects/{key}/queries/filter_instance_schemas",
        "/workspaces/{key}/queries/filter_instance_schemas",
        "/workspace/{key}/queries/filter_instance_schemas"
    })
    ResponseEntity<ObjectNode> filterSchemas(
            Actor actor, Listing listing, @PathVariable String key) {
        queries.requireProject(actor, key);
        return filterSchemas(actor, listing);
    }

    private static Shape named(String name, String type) {
        return Shape.of(name, type).property("id", STRING).property("name", STRING).links("self");
    }

    private static ResponseEntity<ObjectNode> found(Optional<Document> part) {
        return Answers.ok(part.orElseThrow(Refusal.NotFound::new));
    }
}
