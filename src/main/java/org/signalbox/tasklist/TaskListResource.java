package org.signalbox.tasklist;

import java.util.List;
import org.signalbox.account.Actor;
import org.signalbox.account.Seen;
import org.signalbox.hal.Answers;
import org.signalbox.hal.Body;
import org.signalbox.hal.Described;
import org.signalbox.hal.Document;
import org.signalbox.hal.Endpoint;
import org.signalbox.hal.Found;
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
final class TaskListResource implements Described {

    private final TaskLists taskLists;

    TaskListResource(TaskLists taskLists) {
        this.taskLists = taskLists;
    }

    @Override
    public List<Shape> shapes() {
        return TaskListHal.shapes();
    }

    @Endpoint(value = "List task lists", answer = "TaskList", of = Endpoint.Of.PAGE)
    @GetMapping("/task_lists")
    ResponseEntity<ObjectNode> list(Actor actor, Listing listing) {
        return page(listing, taskLists.list(actor, listing));
    }

    @Endpoint(
            value = "List the task lists of a project",
            answer = "TaskList",
            of = Endpoint.Of.PAGE)
    @GetMapping("/projects/{key}/task_lists")
    ResponseEntity<ObjectNode> list(Actor actor, Listing listing, @PathVariable String key) {
        return page(listing, taskLists.list(actor, listing, key));
    }

    @Endpoint(value = "Create a task list", answer = "TaskList", status = 201)
    @PostMapping("/task_lists")
    ResponseEntity<ObjectNode> create(Actor actor, Body body) {
        return Answers.created(single(taskLists.create(actor, body.json())));
    }

    @Endpoint(value = "Create a task list in a project", answer = "TaskList", status = 201)
    @PostMapping("/projects/{key}/task_lists")
    ResponseEntity<ObjectNode> create(Actor actor, @PathVariable String key, Body body) {
        var project = "/api/v3/projects/" + taskLists.projectId(actor, key);
        return create(actor, body.linkedTo("project", project));
    }

    @Endpoint(value = "Try to create a task list", answer = "Form", body = "TaskListWrite")
    @PostMapping("/task_lists/form")
    ResponseEntity<ObjectNode> creationForm(Actor actor, Body body) {
        return Answers.ok(taskLists.creationForm(actor, body.json()));
    }

    @Endpoint(value = "The schema of task lists", answer = "Schema")
    @GetMapping("/task_lists/schema")
    ResponseEntity<ObjectNode> schema() {
        return Answers.ok(taskLists.schema());
    }

    @Endpoint(value = "Read a task list", answer = "TaskList")
    @GetMapping("/task_lists/{id}")
    ResponseEntity<ObjectNode> show(Actor actor, @PathVariable long id) {
        return Answers.ok(single(taskLists.show(actor, id)));
    }

    @Endpoint(value = "Change a task list", answer = "TaskList")
    @PatchMapping("/task_lists/{id}")
    ResponseEntity<ObjectNode> change(Actor actor, @PathVariable long id, Body body) {
        return Answers.ok(single(taskLists.change(actor, id, body.json())));
    }

    @Endpoint(value = "Try to change a task list", answer = "Form", body = "TaskListWrite")
    @PostMapping("/task_lists/{id}/form")
    ResponseEntity<ObjectNode> changeForm(Actor actor, @PathVariable long id, Body body) {
        return Answers.ok(taskLists.changeForm(actor, id, body.json()));
    }

    @Endpoint(value = "Delete a task list; its work packages stay", status = 204)
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
