package org.signalbox.calendar;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.signalbox.account.Actor;
import org.signalbox.hal.Answers;
import org.signalbox.hal.Body;
import org.signalbox.hal.Described;
import org.signalbox.hal.Document;
import org.signalbox.hal.Endpoint;
import org.signalbox.hal.Listing;
import org.signalbox.hal.Refusal;
import org.signalbox.hal.Shape;
import org.signalbox.hal.Terms;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** The calendar, for everybody; all of its lists are given as a whole. */
@RestController
@RequestMapping(DayHal.DAYS)
final class DayResource implements Described {
    /** Ten years; nobody plans in days what is further away. */
    private static final int DAYS_MAX = 3_660;

    private final Days days;

    DayResource(Days days) {
        this.days = days;
    }

    @Override
    public List<Shape> shapes() {
        return DayHal.shapes();
    }

    /** The days of this month and the next, unless the filter says otherwise. */
    @Endpoint(
            value = "List days",
            answer = "Day",
            of = Endpoint.Of.ALL,
            filters = {"date", "working"})
    @GetMapping
    ResponseEntity<ObjectNode> list(Actor actor, Listing listing) {
        Map<String, Terms> filters = listing.terms(actor.user().id(), "date", "working");
        LocalDate month = today(listing).withDayOfMonth(1);
        Span span = span(filters.get("date"), new Span(month, month.plusMonths(2).minusDays(1)));
        Terms asked = filters.get("working");
        Boolean working = asked == null ? null : flag(asked);
        List<Document> elements =
                days.between(span.first(), span.last()).stream()
                        .filter(day -> working == null || working.equals(day.working()))
                        .map(DayHal::document)
                        .toList();
        return Answers.ok(Listing.whole(DayHal.DAYS, elements));
    }

    @Endpoint(value = "Read a day", answer = "Day")
    @GetMapping("/{date}")
    ResponseEntity<ObjectNode> show(Actor actor, @PathVariable String date) {
        LocalDate day = date(date);
        return Answers.ok(DayHal.document(days.between(day, day).getFirst()));
    }

    @Endpoint(value = "List the days of the week", answer = "WeekDay", of = Endpoint.Of.ALL)
    @GetMapping("/week")
    ResponseEntity<ObjectNode> week(Actor actor) {
        return Answers.ok(
                Listing.whole(
                        DayHal.WEEK,
                        Arrays.stream(DayOfWeek.values()).map(DayHal::document).toList()));
    }

    @Endpoint(value = "Read a day of the week", answer = "WeekDay")
    @GetMapping("/week/{day}")
    ResponseEntity<ObjectNode> weekday(Actor actor, @PathVariable int day) {
        if (day < 1 || day > DayOfWeek.values().length) {
            throw new Refusal.NotFound();
        }
        return Answers.ok(DayHal.document(DayOfWeek.of(day)));
    }

    /** Those of this year, unless the filter says otherwise. */
    @Endpoint(
            value = "List days on which nobody works",
            answer = "NonWorkingDay",
            of = Endpoint.Of.ALL,
            filters = "date")
    @GetMapping("/non_working")
    ResponseEntity<ObjectNode> holidays(Actor actor, Listing listing) {
        LocalDate year = today(listing).withDayOfYear(1);
        Span span =
                span(
                        listing.terms(actor.user().id(), "date").get("date"),
                        new Span(year, year.plusYears(1).minusDays(1)));
        List<Document> elements =
                days.holidays(span.first(), span.last()).stream()
                        .map(day -> DayHal.document(day, actor.isAdmin()))
                        .toList();
        return Answers.ok(Listing.whole(DayHal.HOLIDAYS, elements));
    }

    @Endpoint(value = "Take a day out of work", answer = "NonWorkingDay", status = 201)
    @PostMapping("/non_working")
    ResponseEntity<ObjectNode> takeOut(Actor actor, Body body) {
        return Answers.created(DayHal.document(days.takeOut(actor, body.json()), true));
    }

    @Endpoint(value = "Read a day on which nobody works", answer = "NonWorkingDay")
    @GetMapping("/non_working/{date}")
    ResponseEntity<ObjectNode> holiday(Actor actor, @PathVariable String date) {
        return Answers.ok(DayHal.document(days.holiday(date(date)), actor.isAdmin()));
    }

    @Endpoint(value = "Let people work on a day again", status = 204)
    @DeleteMapping("/non_working/{date}")
    ResponseEntity<ObjectNode> putBack(Actor actor, @PathVariable String date) {
        days.putBack(actor, date(date));
        return Answers.noContent();
    }

    private record Span(LocalDate first, LocalDate last) {}

    private static Span span(@Nullable Terms terms, Span otherwise) {
        if (terms == null) {
            return otherwise;
        }
        Span span =
                switch (terms.operator()) {
                    case "=d" -> new Span(day(terms, 0, 1), day(terms, 0, 1));
                    case "<>d" -> new Span(day(terms, 0, 2), day(terms, 1, 2));
                    default -> throw terms.unknownOperator();
                };
        if (span.last().isBefore(span.first())
                || span.last().toEpochDay() - span.first().toEpochDay() >= DAYS_MAX) {
            throw terms.invalid();
        }
        return span;
    }

    private static LocalDate day(Terms terms, int index, int size) {
        if (terms.values().size() != size) {
            throw terms.invalid();
        }
        return parsed(terms.values().get(index)).orElseThrow(terms::invalid);
    }

    private static boolean flag(Terms terms) {
        if (!terms.operator().equals("=")) {
            throw terms.unknownOperator();
        }
        return switch (terms.value()) {
            case "t", "true" -> true;
            case "f", "false" -> false;
            default -> throw terms.invalid();
        };
    }

    private static LocalDate today(Listing listing) {
        return LocalDate.ofInstant(listing.now(), ZoneOffset.UTC);
    }

    private static LocalDate date(String text) {
        return parsed(text).orElseThrow(Refusal.NotFound::new);
    }

    private static Optional<LocalDate> parsed(String text) {
        try {
            return Optional.of(text).filter(date -> date.length() == 10).map(LocalDate::parse);
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
