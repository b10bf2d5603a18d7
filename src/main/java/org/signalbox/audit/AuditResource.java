package org.signalbox.audit;

import java.util.List;
import org.signalbox.account.Actor;
import org.signalbox.hal.Answers;
import org.signalbox.hal.Described;
import org.signalbox.hal.Endpoint;
import org.signalbox.hal.Listing;
import org.signalbox.hal.Shape;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** The audit log, for administrators to read. */
@RestController
@RequestMapping(AuditHal.PATH)
final class AuditResource implements Described {
    private final AuditLog log;

    AuditResource(AuditLog log) {
        this.log = log;
    }

    @Override
    public List<Shape> shapes() {
        return List.of(AuditHal.shape());
    }

    @Endpoint(
            value = "List what administrators changed, newest first",
            answer = "AuditLogEntry",
            of = Endpoint.Of.PAGE)
    @GetMapping
    ResponseEntity<ObjectNode> list(Actor actor, Listing listing) {
        var found = log.list(actor, listing);
        var elements = found.elements().stream().map(AuditHal::document).toList();
        return Answers.ok(listing.collection(found.total(), elements));
    }

    @Endpoint(value = "Read an entry of the audit log", answer = "AuditLogEntry")
    @GetMapping("/{id}")
    ResponseEntity<ObjectNode> show(Actor actor, @PathVariable long id) {
        return Answers.ok(AuditHal.document(log.show(actor, id)));
    }
}
