package org.signalbox.tasklist;

import org.signalbox.account.Actor;
import org.signalbox.account.Seen;
import org.signalbox.hal.Answers;
import org.signalbox.hal.Body;
import org.signalbox.hal.Document;
import org.signalbox.hal.Found;
import org.signalbox.hal.Listing;
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
final class TaskListResource {

    private final TaskLists taskLists;

    TaskListResource(TaskLists taskLists) {
        this.taskLists = taskLists;
    }

    @GetMapping("/task_lists")
    ResponseEntity<ObjectNode> list(Actor actor, Listing listing) {
        return page(listing, taskLists.list(actor, listing));
    }

    @GetMapping("/projects/{key}/task_lists")
    ResponseEntity<ObjectNode> list(Actor actor, Listing listing, @PathVariable String key) {
        return page(listing, taskLists.list(actor, listing, key));
    }

    @PostMapping("/task_lists")
    ResponseEntity<ObjectNode> create(Actor actor, Body body) {
        return Answers.created(single(taskLists.create(actor, body.json())));
    }

    @PostMapping("/projects/{key}/task_lists")
    ResponseEntity<ObjectNode> create(Actor actor, @PathVariable String key, Body body) {
        var project = "/api/v3/projects/" + taskLists.projectId(actor, key);
        return create(actor, body.linkedTo("project", project));
    }

    @PostMapping("/task_lists/form")
    ResponseEntity<ObjectNode> creationForm(Actor actor, Body body) {
        return Answers.ok(taskLists.creationForm(actor, body.json()));
    }

    @GetMapping("/task_lists/schema")
    ResponseEntity<ObjectNode> schema() {
        return Answers.ok(taskLists.schema());
    }

    @GetMapping("/task_lists/{id}")
    ResponseEntity<ObjectNode> show(Actor actor, @PathVariable long id) {
        return Answers.ok(single(taskLists.show(actor, id)));
    }

    @PatchMapping("/task_lists/{id}")
    ResponseEntity<ObjectNode> change(Actor actor, @PathVariable long id, Body body) {
        return Answers.ok(single(taskLists.change(actor, id, body.json())));
    }

    @PostMapping("/task_lists/{id}/form")
    ResponseEntity<ObjectNode> changeForm(Actor actor, @PathVariable long id, Body body) {
        return Answers.ok(taskLists.changeForm(actor, id, body.json()));
    }

    @DeleteMapping("/task_lists/{id}")
    ResponseEntity<ObjectNode> delete(Actor actor, @PathVariable long id) {
        taskLists.delete(actor, id);
        return Answers.noContent();
    }

    private static Document single(Seen<TaskListDetail> seen) {
        return TaskListHal.single(seen.what(), seen.rights());
    }

    private static ResponseEntity<ObjectNode> page(Listing listing, Seen<Found<TaskList>> seen) {
        var elements =
                seen.what().elements().stream()
                        .map(list -> TaskListHal.of(list, seen.rights()))
                        .toList();
        return Answers.ok(listing.collection(seen.what().total(), elements));
    }
}
