package org.signalbox.journal;

import java.util.List;
import org.signalbox.account.Actor;
import org.signalbox.account.Seen;
import org.signalbox.hal.Answers;
import org.signalbox.hal.Body;
import org.signalbox.hal.Described;
import org.signalbox.hal.Endpoint;
import org.signalbox.hal.Listing;
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
final class ProjectCommentResource implements Described {

    private final ProjectComments comments;

    ProjectCommentResource(ProjectComments comments) {
        this.comments = comments;
    }

    @Override
    public List<Shape> shapes() {
        return List.of(
                ProjectCommentHal.PROJECT_COMMENT
                        .shape()
                        .links("self", "updateImmediately", "delete")
                        .embeds("project", "Project")
                        .embeds("author", "User"),
                ProjectCommentHal.PROJECT_COMMENT.writeShape());
    }

    @Endpoint(
            value = "List the comments on a project",
            answer = "ProjectComment",
            of = Endpoint.Of.PAGE)
    @GetMapping("/projects/{key}/comments")
    ResponseEntity<ObjectNode> list(Actor actor, @PathVariable String key, Listing listing) {
        var seen = comments.list(actor, key, listing);
        var elements =
                seen.what().elements().stream()
                        .map(comment -> ProjectCommentHal.of(comment, seen.rights()))
                        .toList();
        return Answers.ok(listing.collection(seen.what().total(), elements));
    }

    @Endpoint(value = "Comment on a project", answer = "ProjectComment", status = 201)
    @PostMapping("/projects/{key}/comments")
    ResponseEntity<ObjectNode> create(Actor actor, @PathVariable String key, Body body) {
        var seen = comments.create(actor, key, body.json());
        return Answers.created(ProjectCommentHal.single(seen.what(), seen.rights()));
    }

    @Endpoint(value = "Read a comment on a project", answer = "ProjectComment")
    @GetMapping("/project_comments/{id}")
    ResponseEntity<ObjectNode> show(Actor actor, @PathVariable long id) {
        return single(comments.show(actor, id));
    }

    @Endpoint(value = "Change a comment on a project", answer = "ProjectComment")
    @PatchMapping("/project_comments/{id}")
    ResponseEntity<ObjectNode> change(Actor actor, @PathVariable long id, Body body) {
        return single(comments.change(actor, id, body.json()));
    }

    @Endpoint(value = "Delete a comment on a project", status = 204)
    @DeleteMapping("/project_comments/{id}")
    ResponseEntity<ObjectNode> delete(Actor actor, @PathVariable long id) {
        comments.delete(actor, id);
        return Answers.noContent();
    }

    private static ResponseEntity<ObjectNode> single(Seen<ProjectCommentDetail> seen) {
        return Answers.ok(ProjectCommentHal.single(seen.what(), seen.rights()));
    }
}
