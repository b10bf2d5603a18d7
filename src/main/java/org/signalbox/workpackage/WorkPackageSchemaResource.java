package org.signalbox.workpackage;

import org.signalbox.account.Actor;
import org.signalbox.hal.Answers;
import org.signalbox.hal.Endpoint;
import org.signalbox.hal.Listing;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

@RestController
@RequestMapping("/api/v3/work_packages/schemas")
final class WorkPackageSchemaResource {

    private final WorkPackageSchemas schemas;

    WorkPackageSchemaResource(WorkPackageSchemas schemas) {
        this.schemas = schemas;
    }

    @Endpoint(
            value = "List schemas of work packages, by the filter id",
            answer = "Schema",
            of = Endpoint.Of.ALL,
            filters = "id")
    @GetMapping
    ResponseEntity<ObjectNode> list(Actor actor, Listing listing) {
        return Answers.ok(schemas.schemas(actor, listing));
    }

    @Endpoint(value = "The schema of a type of work package in a project", answer = "Schema")
    @GetMapping("/{key}")
    ResponseEntity<ObjectNode> show(Actor actor, @PathVariable String key) {
        return Answers.ok(schemas.schema(actor, key));
    }
}
