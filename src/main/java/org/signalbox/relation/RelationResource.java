package org.signalbox.relation;

import java.util.List;
import org.signalbox.account.Actor;
import org.signalbox.account.Seen;
import org.signalbox.hal.Answers;
import org.signalbox.hal.Body;
import org.signalbox.hal.Described;
import org.signalbox.hal.Document;
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
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

@RestController
@RequestMapping("/api/v3")
final class RelationResource implements Described {

    private final Relations relations;
    private final RelationEnds ends;

    RelationResource(Relations relations, RelationEnds ends) {
        this.relations = relations;
        this.ends = ends;
    }

    @Override
    public List<Shape> shapes() {
        return List.of(
                RelationHal.RELATION
                        .shape()
                        .links("self", "updateImmediately", "delete")
                        .embeds("from", "WorkPackage")
                        .embeds("to", "WorkPackage"),
                RelationHal.RELATION.writeShape());
    }

    @Endpoint(value = "List relations", answer = "Relation", of = Endpoint.Of.PAGE)
    @GetMapping("/relations")
    ResponseEntity<ObjectNode> list(Actor actor, Listing listing) {
        var seen = relations.list(actor, listing);
        var elements =
                seen.what().elements().stream()
                        .map(relation -> RelationHal.of(relation, seen.rights()))
                        .toList();
        return Answers.ok(listing.collection(seen.what().total(), elements));
    }

    @Endpoint(
            value = "List the relations of a work package",
            answer = "Relation",
            of = Endpoint.Of.ALL)
    @GetMapping("/work_packages/{id}/relations")
    ResponseEntity<ObjectNode> ofWorkPackage(Actor actor, @PathVariable long id) {
        var seen = relations.of(actor, id);
        return Answers.ok(RelationHal.of(id, seen.what(), seen.rights()));
    }

    @Endpoint(value = "Relate a work package to another", answer = "Relation", status = 201)
    @PostMapping("/work_packages/{id}/relations")
    ResponseEntity<ObjectNode> create(Actor actor, @PathVariable long id, Body body) {
        return Answers.created(document(relations.create(actor, id, linked(body.json()))));
    }

    /** Not a way of OpenProject's, but one that clients written for it go. */
    @Endpoint(value = "Relate two work packages", answer = "Relation", status = 201)
    @PostMapping("/relations")
    ResponseEntity<ObjectNode> create(Actor actor, Body body) {
        return Answers.created(document(relations.create(actor, linked(body.json()))));
    }

    @Endpoint(value = "The schema of relations", answer = "Schema")
    @GetMapping("/relations/schema")
    ResponseEntity<ObjectNode> schema(Actor actor) {
        return Answers.ok(RelationHal.schema("/api/v3/relations/schema"));
    }

    /** The schema of one type; all types have the same. */
    @Endpoint(value = "The schema of a type of relations", answer = "Schema")
    @GetMapping("/relations/schema/{type}")
    ResponseEntity<ObjectNode> schema(Actor actor, @PathVariable String type) {
        if (RelationType.said(type).isEmpty()) {
            throw new Refusal.NotFound();
        }
        return Answers.ok(RelationHal.schema("/api/v3/relations/schema/" + type));
    }

    @Endpoint(value = "Read a relation", answer = "Relation")
    @GetMapping("/relations/{id}")
    ResponseEntity<ObjectNode> show(Actor actor, @PathVariable long id) {
        return Answers.ok(document(relations.show(actor, id)));
    }

    @Endpoint(value = "Change a relation", answer = "Relation")
    @PatchMapping("/relations/{id}")
    ResponseEntity<ObjectNode> change(Actor actor, @PathVariable long id, Body body) {
        return Answers.ok(document(relations.change(actor, id, body.json())));
    }

    @Endpoint(value = "Delete a relation", status = 204)
    @DeleteMapping("/relations/{id}")
    ResponseEntity<ObjectNode> delete(Actor actor, @PathVariable long id) {
        relations.delete(actor, id);
        return Answers.noContent();
    }

    /** Some clients write the ends beside the type instead of under {@code _links}. */
    private static ObjectNode linked(ObjectNode body) {
        var links =
                body.path("_links").isMissingNode()
                        ? body.putObject("_links")
                        : body.path("_links");
        for (String end : List.of("from", "to")) {
            if (links instanceof ObjectNode known && !known.has(end) && body.has(end)) {
                known.set(end, body.get(end));
            }
        }
        return body;
    }

    /** A relation by itself, with the work packages that it joins. */
    private Document document(Seen<Relation> seen) {
        long from = seen.what().from().id();
        long to = seen.what().to().id();
        var joined = ends.documents(seen.rights().actor(), List.of(from, to));
        return RelationHal.of(seen.what(), seen.rights())
                .embed("from", joined.get(from))
                .embed("to", joined.get(to));
    }
}
