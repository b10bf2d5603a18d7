package org.signalbox.hal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Microseconds since the epoch, without the last; null leaves a side open. A moment that stands for
 * a day, as the one on which something happened, stands for the 24 hours from it.
 */
record Period(@Nullable Long from, @Nullable Long until) {

    /** As exact as the moments are that the API shows. */
    private static final Duration SHOWN = Duration.ofMillis(1);

    /** The time that a filter asks for. */
    static Period of(Terms terms) {
        return switch (terms.operator()) {
            case "=d" -> new Period(start(terms, 0), end(terms, 0, Duration.ofDays(1)));
            case "<>d" -> new Period(start(terms, 0), end(terms, 1, SHOWN));
            default -> of(Span.of(terms));
        };
    }

    /** That the moment in this column is within it. */
    String sql(String column, Terms terms) {
        return Span.between(
                column + " >= ",
                from == null ? null : terms.bind(from),
                column + " < ",
                until == null ? null : terms.bind(until));
    }

    private static Period of(Span days) {
        return new Period(
                days.first() == null ? null : startOf(days.first()),
                days.last() == null ? null : startOf(days.last().plusDays(1)));
    }

    private static @Nullable Long start(Terms terms, int index) {
        var moment = Span.moment(terms, index);
        return moment == null ? of(Span.of(terms)).from() : Long.valueOf(micros(moment));
    }

    private static @Nullable Long end(Terms terms, int index, Duration length) {
        var moment = Span.moment(terms, index);
        return moment == null
                ? of(Span.of(terms)).until()
                : Long.valueOf(micros(moment.plus(length)));
    }

    private static long startOf(LocalDate day) {
        return micros(day.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    private static long micros(Instant moment) {
        return moment.getEpochSecond() * 1_000_000 + moment.getNano() / 1000;
    }
}
