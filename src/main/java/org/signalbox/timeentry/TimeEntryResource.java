package org.signalbox.timeentry;

import java.util.List;
import org.signalbox.account.Actor;
import org.signalbox.account.Seen;
import org.signalbox.hal.Answers;
import org.signalbox.hal.Body;
import org.signalbox.hal.Described;
import org.signalbox.hal.Endpoint;
import org.signalbox.hal.Listing;
import org.signalbox.hal.Refusal;
import org.signalbox.hal.Shape;
import org.signalbox.project.ProjectHal;
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
@RequestMapping("/api/v3/time_entries")
final class TimeEntryResource implements Described {

    private final TimeEntries timeEntries;

    TimeEntryResource(TimeEntries timeEntries) {
        this.timeEntries = timeEntries;
    }

    @Override
    public List<Shape> shapes() {
        return TimeEntryHal.shapes();
    }

    @Endpoint(value = "List time entries", answer = "TimeEntry", of = Endpoint.Of.PAGE)
    @GetMapping
    ResponseEntity<ObjectNode> list(Actor actor, Listing listing) {
        var seen = timeEntries.list(actor, listing);
        var elements =
                seen.what().elements().stream()
                        .map(entry -> TimeEntryHal.of(entry, seen.rights()))
                        .toList();
        return Answers.ok(listing.collection(seen.what().total(), elements));
    }

    @Endpoint(value = "Log time", answer = "TimeEntry", status = 201)
    @PostMapping
    ResponseEntity<ObjectNode> create(Actor actor, Body body) {
        var seen = timeEntries.create(actor, body.json());
        return Answers.created(TimeEntryHal.single(seen.what(), seen.rights()));
    }

    @Endpoint(value = "Try to log time", answer = "Form", body = "TimeEntryWrite")
    @PostMapping("/form")
    ResponseEntity<ObjectNode> creationForm(Actor actor, Body body) {
        return Answers.ok(timeEntries.creationForm(actor, body.json()));
    }

    @Endpoint(value = "Try to change a time entry", answer = "Form", body = "TimeEntryWrite")
    @PostMapping("/{id}/form")
    ResponseEntity<ObjectNode> changeForm(Actor actor, @PathVariable long id, Body body) {
        return Answers.ok(timeEntries.changeForm(actor, id, body.json()));
    }

    @Endpoint(value = "The schema of time entries", answer = "Schema")
    @GetMapping("/schema")
    ResponseEntity<ObjectNode> schema(Actor actor) {
        return Answers.ok(timeEntries.schema(actor));
    }

    @Endpoint(
            value = "List projects in which time can be logged",
            answer = "Project",
            of = Endpoint.Of.PAGE)
    @GetMapping("/available_projects")
    ResponseEntity<ObjectNode> availableProjects(Actor actor, Listing listing) {
        return Answers.ok(ProjectHal.page(listing, timeEntries.projects(actor, listing)));
    }

    @Endpoint(value = "Read a time entry", answer = "TimeEntry")
    @GetMapping("/{id}")
    ResponseEntity<ObjectNode> show(Actor actor, @PathVariable long id) {
        return single(timeEntries.show(actor, id));
    }

    @Endpoint(value = "Change a time entry", answer = "TimeEntry")
    @PatchMapping("/{id}")
    ResponseEntity<ObjectNode> change(Actor actor, @PathVariable long id, Body body) {
        return single(timeEntries.change(actor, id, body.json()));
    }

    @Endpoint(value = "Delete a time entry", status = 204)
    @DeleteMapping("/{id}")
    ResponseEntity<ObjectNode> delete(Actor actor, @PathVariable long id) {
        timeEntries.delete(actor, id);
        return Answers.noContent();
    }

    @Endpoint(
            value = "List the activities that time is logged for",
            answer = "TimeEntriesActivity",
            of = Endpoint.Of.ALL)
    @GetMapping("/activities")
    ResponseEntity<ObjectNode> activities(Actor actor) {
        var elements = timeEntries.activities(actor).stream().map(TimeEntryHal::of).toList();
        return Answers.ok(Listing.whole("/api/v3/time_entries/activities", elements));
    }

    /** At either address: OpenProject links to one and documents the other. */
    @Endpoint(value = "Read such an activity", answer = "TimeEntriesActivity")
    @GetMapping({"/activities/{id}", "/activity/{id}"})
    ResponseEntity<ObjectNode> activity(Actor actor, @PathVariable long id) {
        var activity =
                timeEntries.activities(actor).stream()
                        .filter(one -> one.id() == id)
                        .findFirst()
                        .orElseThrow(Refusal.NotFound::new);
        return Answers.ok(TimeEntryHal.single(activity));
    }

    private static ResponseEntity<ObjectNode> single(Seen<TimeEntryDetail> seen) {
        return Answers.ok(TimeEntryHal.single(seen.what(), seen.rights()));
    }
}
