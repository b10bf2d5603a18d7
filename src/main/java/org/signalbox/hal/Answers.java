package org.signalbox.hal;

import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.node.ObjectNode;

/** What controllers of the API answer with: HAL, whatever the client says it accepts. */
public final class Answers {

    static final MediaType HAL = MediaType.parseMediaType("application/hal+json;charset=utf-8");

    private Answers() {}

    public static ResponseEntity<ObjectNode> ok(Document document) {
        return with(HttpStatus.OK, document);
    }

    /** A new resource, with its {@code Location} taken from the document's self link. */
    public static ResponseEntity<ObjectNode> created(Document document) {
        var json = document.json();
        var self = json.path("_links").path("self").path("href");
        var answer = ResponseEntity.status(HttpStatus.CREATED).contentType(HAL);
        if (self.isString()) {
            answer.location(URI.create(self.stringValue()));
        }
        return answer.body(json);
    }

    public static ResponseEntity<ObjectNode> with(HttpStatus status, Document document) {
        return ResponseEntity.status(status).contentType(HAL).body(document.json());
    }

    /** An answer whose body was written by hand, as UTF-8. */
    public static ResponseEntity.BodyBuilder written(HttpStatus status) {
        return ResponseEntity.status(status).contentType(HAL);
    }

    public static ResponseEntity<ObjectNode> noContent() {
        return ResponseEntity.noContent().build();
    }
}
