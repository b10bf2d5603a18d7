package org.signalbox.hal;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Days from the first to the last, both included; null leaves a side open. */
record Span(@Nullable LocalDate first, @Nullable LocalDate last) {

    private static final int DAY_LENGTH = 10;
    private static final int DAYS_MAX = 100_000;

    /** A day with a time; in UTC where nothing is said. */
    private static final DateTimeFormatter MOMENT =
            new DateTimeFormatterBuilder()
                    .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
                    .optionalStart()
                    .appendOffsetId()
                    .optionalEnd()
                    .parseDefaulting(ChronoField.OFFSET_SECONDS, 0)
                    .toFormatter(Locale.ROOT);

    /** The days that a filter asks for. */
    static Span of(Terms terms) {
        var today = terms.today();
        return switch (terms.operator()) {
            case "=d" -> new Span(day(terms, 0), day(terms, 0));
            case "<>d" -> new Span(day(terms, 0), day(terms, 1));
            case "t" -> new Span(today, today);
            case "w" -> {
                var monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                yield new Span(monday, monday.plusDays(6));
            }
            case "t-" -> new Span(ahead(terms, -1), ahead(terms, -1));
            case "t+" -> new Span(ahead(terms, 1), ahead(terms, 1));
            case ">t-" -> new Span(ahead(terms, -1), today);
            case "<t-" -> new Span(null, ahead(terms, -1));
            case "<t+" -> new Span(today, ahead(terms, 1));
            case ">t+" -> new Span(ahead(terms, 1), null);
            default -> throw terms.unknownOperator();
        };
    }

    /** That the day in this column is one of them. */
    String sql(String column, Terms terms) {
        return between(
                column + " >= ",
                first == null ? null : terms.bind(first.toString()),
                column + " <= ",
                last == null ? null : terms.bind(last.toString()));
    }

    /** A condition with up to two sides. */
    static String between(String from, @Nullable String first, String to, @Nullable String last) {
        if (first == null && last == null) {
            return "1 = 1";
        }
        if (first == null) {
            return to + last;
        }
        return last == null ? from + first : "(" + from + first + " and " + to + last + ")";
    }

    /** The value of a filter by days if it is more than a day. */
    static @Nullable Instant moment(Terms terms, int index) {
        var text = value(terms, index);
        if (text.length() <= DAY_LENGTH) {
            return null;
        }
        try {
            return Years.checked(MOMENT.parse(text, Instant::from));
        } catch (DateTimeException _) {
            throw terms.invalid();
        }
    }

    private static @Nullable LocalDate day(Terms terms, int index) {
        var text = value(terms, index);
        if (text.isEmpty() && terms.values().size() == 2) {
            return null;
        }
        try {
            return Years.checked(
                    text.length() > DAY_LENGTH
                            ? MOMENT.parse(text, LocalDate::from)
                            : LocalDate.parse(text));
        } catch (DateTimeException _) {
            throw terms.invalid();
        }
    }

    private static String value(Terms terms, int index) {
        List<String> values = terms.values();
        boolean complete = values.size() == (terms.operator().equals("=d") ? 1 : 2);
        if (!complete) {
            throw terms.invalid();
        }
        return values.get(index);
    }

    private static LocalDate ahead(Terms terms, int direction) {
        try {
            long days = Long.parseLong(terms.value());
            if (days >= 0 && days <= DAYS_MAX) {
                return terms.today().plusDays(direction * days);
            }
        } catch (NumberFormatException _) {
            // As wrong as a number that is too large.
        }
        throw terms.invalid();
    }
}
