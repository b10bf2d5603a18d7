package org.signalbox.absence;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.signalbox.account.Actor;
import org.signalbox.hal.Answers;
import org.signalbox.hal.Described;
import org.signalbox.hal.Document;
import org.signalbox.hal.Endpoint;
import org.signalbox.hal.Link;
import org.signalbox.hal.Listing;
import org.signalbox.hal.Refusal;
import org.signalbox.hal.Shape;
import org.signalbox.hal.Types;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/**
 * When somebody works, for themselves and administrators: absences under the name that clients know
 * them by. Hours of their own nobody has.
 */
@RestController
@RequestMapping("/api/v3/users/{key}")
final class WorkingTimeResource implements Described {

    private final Absences absences;

    WorkingTimeResource(Absences absences) {
        this.absences = absences;
    }

    @Override
    public List<Shape> shapes() {
        return List.of(
                Shape.of("UserNonWorkingTime")
                        .property("id", Types.INTEGER)
                        .property("startDate", Types.DATE)
                        .property("endDate", Types.DATE)
                        .links("self", "user"));
    }

    /** Those of this year, unless another is asked for. */
    @Endpoint(
            value = "List when somebody does not work, by the first day",
            answer = "UserNonWorkingTime",
            of = Endpoint.Of.ALL)
    @GetMapping("/non_working_times")
    ResponseEntity<ObjectNode> list(
            Actor actor,
            Listing listing,
            @PathVariable String key,
            @RequestParam(required = false) @Nullable Integer year) {
        int wanted =
                year == null ? LocalDate.ofInstant(listing.now(), ZoneOffset.UTC).getYear() : year;
        var elements =
                absences.of(actor, key).stream()
                        .filter(one -> one.from().getYear() <= wanted)
                        .filter(one -> one.to().getYear() >= wanted)
                        .map(WorkingTimeResource::document)
                        .toList();
        return Answers.ok(Listing.whole(listing.path(), elements));
    }

    @Endpoint(value = "Read when somebody does not work", answer = "UserNonWorkingTime")
    @GetMapping("/non_working_times/{absence}")
    ResponseEntity<ObjectNode> show(
            Actor actor, @PathVariable String key, @PathVariable long absence) {
        return absences.of(actor, key).stream()
                .filter(one -> one.id() == absence)
                .findFirst()
                .map(one -> Answers.ok(document(one)))
                .orElseThrow(Refusal.NotFound::new);
    }

    @Endpoint(
            value = "List somebody's working hours: nobody has hours of their own",
            answer = "Nothing",
            of = Endpoint.Of.ALL)
    @GetMapping("/working_hours")
    ResponseEntity<ObjectNode> hours(Actor actor, Listing listing, @PathVariable String key) {
        absences.of(actor, key);
        return Answers.ok(Listing.whole(listing.path(), List.of()));
    }

    private static Document document(Absence absence) {
        var user = "/api/v3/users/" + absence.user().id();
        return new Document("UserNonWorkingTime")
                .put("id", absence.id())
                .put("startDate", absence.from().toString())
                .put("endDate", absence.to().toString())
                .link("self", Link.to(user + "/non_working_times/" + absence.id()))
                .link("user", Link.to(user, absence.user().title()));
    }
}
