package org.signalbox.timeentry;

import org.signalbox.account.Actor;
import org.signalbox.account.Seen;
import org.signalbox.hal.Answers;
import org.signalbox.hal.Body;
import org.signalbox.hal.Listing;
import org.signalbox.hal.Refusal;
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
final class TimeEntryResource {

    private final TimeEntries timeEntries;

    TimeEntryResource(TimeEntries timeEntries) {
        this.timeEntries = timeEntries;
    }

    @GetMapping
    ResponseEntity<ObjectNode> list(Actor actor, Listing listing) {
        var seen = timeEntries.list(actor, listing);
        var elements =
                seen.what().elements().stream()
                        .map(entry -> TimeEntryHal.of(entry, seen.rights()))
                        .toList();
        return Answers.ok(listing.collection(seen.what().total(), elements));
    }

    @PostMapping
    ResponseEntity<ObjectNode> create(Actor actor, Body body) {
        var seen = timeEntries.create(actor, body.json());
        return Answers.created(TimeEntryHal.single(seen.what(), seen.rights()));
    }

    @PostMapping("/form")
    ResponseEntity<ObjectNode> creationForm(Actor actor, Body body) {
        return Answers.ok(timeEntries.creationForm(actor, body.json()));
    }

    @PostMapping("/{id}/form")
    ResponseEntity<ObjectNode> changeForm(Actor actor, @PathVariable long id, Body body) {
        return Answers.ok(timeEntries.changeForm(actor, id, body.json()));
    }

    @GetMapping("/schema")
    ResponseEntity<ObjectNode> schema(Actor actor) {
        return Answers.ok(timeEntries.schema(actor));
    }

    @GetMapping("/available_projects")
    ResponseEntity<ObjectNode> availableProjects(Actor actor, Listing listing) {
        return Answers.ok(ProjectHal.page(listing, timeEntries.projects(actor, listing)));
    }

    @GetMapping("/{id}")
    ResponseEntity<ObjectNode> show(Actor actor, @PathVariable long id) {
        return single(timeEntries.show(actor, id));
    }

    @PatchMapping("/{id}")
    ResponseEntity<ObjectNode> change(Actor actor, @PathVariable long id, Body body) {
        return single(timeEntries.change(actor, id, body.json()));
    }

    @DeleteMapping("/{id}")
    ResponseEntity<ObjectNode> delete(Actor actor, @PathVariable long id) {
        timeEntries.delete(actor, id);
        return Answers.noContent();
    }

    @GetMapping("/activities")
    ResponseEntity<ObjectNode> activities(Actor actor) {
        var elements = timeEntries.activities(actor).stream().map(TimeEntryHal::of).toList();
        return Answers.ok(Listing.whole("/api/v3/time_entries/activities", elements));
    }

    /** At either address: OpenProject links to one and documents the other. */
    @GetMapping({"/activities/{id}", "/activity/{id}"})
    ResponseEntity<ObjectNode> activity(Actor actor, @PathVariable long id) {
        var activity =
                timeEntries.activities(actor).stream()
                        .filter(one -> one.id() == id)
                        .findFirst()
                        .orElseThrow(Refusal.NotFound::new);
        return Answers.ok(TimeEntryHal.of(activity));
    }

    private static ResponseEntity<ObjectNode> single(Seen<TimeEntryDetail> seen) {
        return Answers.ok(TimeEntryHal.single(seen.what(), seen.rights()));
    }
}
