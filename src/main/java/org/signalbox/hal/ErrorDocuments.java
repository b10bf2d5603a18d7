package org.signalbox.hal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.node.JsonNodeFactory;

/** How each refusal looks on the wire: the one place that knows. */
public final class ErrorDocuments {

    private static final String IDENTIFIERS = "urn:openproject-org:api:v3:errors:";

    private record Shape(int status, String identifier) {}

    private ErrorDocuments() {}

    /** Answers a request with a refusal. For what happens before a controller is reached, too. */
    public static void write(Refusal refusal, HttpServletResponse response) throws IOException {
        ApiFilter.markAsApi(response);
        if (refusal instanceof Refusal.MissingContentType) {
            write(response, status(refusal), "text/plain;charset=utf-8", refusal.words());
        } else {
            write(response, status(refusal), Answers.HAL.toString(), of(refusal).json().toString());
        }
    }

    /** Says the same with the status 403: it is known who asks, and that it is not enough. */
    public static void writeForbidden(Refusal.Unauthenticated refusal, HttpServletResponse response)
            throws IOException {
        ApiFilter.markAsApi(response);
        write(response, 403, Answers.HAL.toString(), of(refusal).json().toString());
    }

    /** Says when to come again, where that is known; in every API's form. */
    public static void writeHeaders(Refusal refusal, HttpServletResponse response) {
        switch (refusal) {
            case Refusal.Busy _ -> response.setHeader("Retry-After", "1");
            case Refusal.Unavailable _ -> response.setHeader("Retry-After", "5");
            // The rest of the body is not worth reading.
            case Refusal.TooLarge _ -> response.setHeader("Connection", "close");
            default -> {}
        }
    }

    public static int status(Refusal refusal) {
        return shape(refusal).status();
    }

    /** The error document. */
    public static Document of(Refusal refusal) {
        var document =
                new Document("Error")
                        .put("errorIdentifier", IDENTIFIERS + shape(refusal).identifier())
                        .put("message", refusal.words());
        if (refusal instanceof Refusal.Several several) {
            document.embed("errors", several.parts().stream().map(ErrorDocuments::of).toList());
        }
        if (refusal instanceof Refusal.Invalid invalid) {
            document.embed(
                    "details",
                    JsonNodeFactory.instance.objectNode().put("attribute", invalid.attribute()));
        }
        return document;
    }

    private static Shape shape(Refusal refusal) {
        return switch (refusal) {
            case Refusal.NotFound _ -> new Shape(404, "NotFound");
            case Refusal.Forbidden _, Refusal.SwitchedOff _ -> new Shape(403, "MissingPermission");
            case Refusal.Unauthenticated _ -> new Shape(401, "Unauthenticated");
            case Refusal.Invalid invalid -> new Shape(422, identifier(invalid.kind()));
            case Refusal.Several several ->
                    new Shape(status(several.parts().getFirst()), "MultipleErrors");
            case Refusal.Conflict _ -> new Shape(409, "UpdateConflict");
            case Refusal.BadTransition _ -> new Shape(400, "InvalidUserStatusTransition");
            case Refusal.BadQuery _ -> new Shape(400, "InvalidQuery");
            case Refusal.BadSignal _ -> new Shape(400, "InvalidSignal");
            case Refusal.BadContext _ -> new Shape(400, "InvalidRenderContext");
            case Refusal.BadParameter _ -> new Shape(400, "BadRequest");
            case Refusal.BadBody _ -> new Shape(400, "InvalidRequestBody");
            case Refusal.TooLarge _ -> new Shape(413, "InvalidRequestBody");
            case Refusal.MissingContentType _ -> new Shape(406, "TypeNotSupported");
            case Refusal.WrongContentType _ -> new Shape(415, "TypeNotSupported");
            case Refusal.WrongMethod _ -> new Shape(405, "MethodNotAllowed");
            case Refusal.Busy _, Refusal.Unavailable _ -> new Shape(503, "ServiceUnavailable");
            case Refusal.Fault _ -> new Shape(500, "InternalServerError");
        };
    }

    private static String identifier(Refusal.Kind kind) {
        return switch (kind) {
            case CONSTRAINT -> "PropertyConstraintViolation";
            case READ_ONLY -> "PropertyIsReadOnly";
            case FORMAT -> "PropertyFormatError";
            case MISSING -> "PropertyMissingError";
            case NOT_AVAILABLE_ANYMORE -> "PropertyValueNotAvailableAnymore";
            case WRONG_RESOURCE -> "ResourceTypeMismatch";
        };
    }

    private static void write(
            HttpServletResponse response, int status, String contentType, String body)
            throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType(contentType);
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
