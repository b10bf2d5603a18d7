package org.signalbox.attachment;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.signalbox.account.Actor;
import org.signalbox.hal.Answers;
import org.signalbox.hal.Described;
import org.signalbox.hal.Endpoint;
import org.signalbox.hal.Shape;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

@RestController
@RequestMapping("/api/v3")
final class AttachmentResource implements Described {

    private final AttachedFiles files;
    private final Uploads uploads;
    private final Contents contents;

    AttachmentResource(AttachedFiles files, Uploads uploads, Contents contents) {
        this.files = files;
        this.uploads = uploads;
        this.contents = contents;
    }

    @Override
    public List<Shape> shapes() {
        return List.of(AttachmentHal.shape(), AttachmentHal.containerShape());
    }

    @Endpoint(
            value = "Upload a file to attach it later",
            answer = "Attachment",
            status = 201,
            takes = "multipart/form-data")
    @PostMapping("/attachments")
    ResponseEntity<ObjectNode> add(Actor actor, HttpServletRequest request) {
        return created(files.add(actor, () -> uploads.read(request)));
    }

    @Endpoint(
            value = "Attach a file to a work package",
            answer = "Attachment",
            status = 201,
            takes = "multipart/form-data")
    @PostMapping("/work_packages/{id}/attachments")
    ResponseEntity<ObjectNode> addToWorkPackage(
            Actor actor, @PathVariable long id, HttpServletRequest request) {
        return created(
                files.add(actor, Container.Kind.WORK_PACKAGES, id, () -> uploads.read(request)));
    }

    @Endpoint(
            value = "Attach a file to a comment",
            answer = "Attachment",
            status = 201,
            takes = "multipart/form-data")
    @PostMapping("/activities/{id}/attachments")
    ResponseEntity<ObjectNode> addToActivity(
            Actor actor, @PathVariable long id, HttpServletRequest request) {
        return created(
                files.add(actor, Container.Kind.ACTIVITIES, id, () -> uploads.read(request)));
    }

    @Endpoint(
            value = "List the files of a work package",
            answer = "Attachment",
            of = Endpoint.Of.ALL)
    @GetMapping("/work_packages/{id}/attachments")
    ResponseEntity<ObjectNode> ofWorkPackage(Actor actor, @PathVariable long id) {
        return Answers.ok(files.list(actor, Container.Kind.WORK_PACKAGES, id));
    }

    @Endpoint(value = "List the files of a comment", answer = "Attachment", of = Endpoint.Of.ALL)
    @GetMapping("/activities/{id}/attachments")
    ResponseEntity<ObjectNode> ofActivity(Actor actor, @PathVariable long id) {
        return Answers.ok(files.list(actor, Container.Kind.ACTIVITIES, id));
    }

    @Endpoint(value = "Read about a file", answer = "Attachment")
    @GetMapping("/attachments/{id}")
    ResponseEntity<ObjectNode> show(Actor actor, @PathVariable long id) {
        return Answers.ok(files.show(actor, id).document());
    }

    @Endpoint(value = "Delete a file", status = 204)
    @DeleteMapping("/attachments/{id}")
    ResponseEntity<ObjectNode> delete(Actor actor, @PathVariable long id) {
        files.delete(actor, id);
        return Answers.noContent();
    }

    /** To be saved, never to be shown: what people upload must not run in anybody's session. */
    @Endpoint(value = "Download a file", gives = "*/*")
    @GetMapping("/attachments/{id}/content")
    void content(Actor actor, @PathVariable long id, HttpServletResponse response)
            throws IOException {
        var attachment = files.show(actor, id).detail().attachment();
        response.setContentType(attachment.contentType());
        response.setContentLengthLong(attachment.fileSize());
        response.setHeader("Content-Disposition", FileNames.disposition(attachment.fileName()));
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
        contents.copy(attachment.contentId(), response.getOutputStream());
    }

    private static ResponseEntity<ObjectNode> created(AttachmentView view) {
        return Answers.created(view.document());
    }
}
