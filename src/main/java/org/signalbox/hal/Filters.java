package org.signalbox.hal;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The meanings of the usual filters. {@code column} is an SQL expression of the code. Times are
 * columns of microseconds since the epoch, dates are columns of text, durations are seconds.
 */
public final class Filters {

    private static final int DAY_LENGTH = 10;

    /** A day with a time; in UTC where nothing is said. */
    private static final DateTimeFormatter MOMENT =
            new DateTimeFormatterBuilder()
                    .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
                    .optionalStart()
                    .appendOffsetId()
                    .optionalEnd()
                    .parseDefaulting(ChronoField.OFFSET_SECONDS, 0)
                    .toFormatter(Locale.ROOT);

    /** As exact as the moments are that the API shows. */
    private static final Duration SHOWN = Duration.ofMillis(1);

    private Filters() {}

    /** A reference that is always set. */
    public static Filter.Meaning reference(String column) {
        return terms -> list(terms, column, Filters::id);
    }

    /** A reference that may be missing. */
    public static Filter.Meaning optionalReference(String column) {
        return terms -> optional(terms, column, reference(column));
    }

    /** A person; {@code me} stands for who asks. */
    public static Filter.Meaning person(String column) {
        return terms ->
                optional(
                        terms,
                        column,
                        t ->
                                list(
                                        t,
                                        column,
                                        (value, _) ->
                                                value.equals("me")
                                                        ? (Object) t.me()
                                                        : id(value, t)));
    }

    /**
     * A person, as far as who asks may know who it is. Elsewhere it is as if it were somebody else.
     *
     * @param known an SQL condition that holds where they may
     */
    public static Filter.Meaning person(String column, String known) {
        return terms -> optional(terms, column, t -> known(t, column, Terms::people, known));
    }

    /** A reference that may be missing, as far as who asks may know to what. */
    public static Filter.Meaning optionalReference(String column, String known) {
        return terms -> optional(terms, column, t -> known(t, column, Terms::ids, known));
    }

    private static String known(
            Terms terms, String column, Function<Terms, List<Long>> ids, String known) {
        terms.requireOperator("=", "!");
        var values = terms.bind(ids.apply(terms));
        return terms.operator().equals("=")
                ? "(%s in (%s) and %s)".formatted(column, values, known)
                : "(%1$s is null or %1$s not in (%2$s) or not %3$s)"
                        .formatted(column, values, known);
    }

    /** One of some words. */
    public static Filter.Meaning word(String column) {
        return terms -> list(terms, column, (value, _) -> value);
    }

    /** One of some words, or none. */
    public static Filter.Meaning optionalWord(String column) {
        return terms -> optional(terms, column, word(column));
    }

    /** {@code t} or {@code f}. */
    public static Filter.Meaning flag(String column) {
        return terms -> {
            terms.requireOperator("=", "!");
            boolean wanted =
                    switch (terms.value()) {
                        case "t", "true" -> true;
                        case "f", "false" -> false;
                        default -> throw terms.invalid();
                    };
            return switch (terms.operator()) {
                case "=" -> wanted ? column : "not " + column;
                case "!" -> wanted ? "not " + column : column;
                default -> throw terms.unknownOperator();
            };
        };
    }

    /**
     * Words that occur in this order in the columns, side by side; or the whole of one of them.
     * Case does not matter.
     */
    public static Filter.Meaning text(String... columns) {
        var together = "(" + String.join(" || ' ' || ", columns) + ")";
        return terms ->
                switch (terms.operator()) {
                    case "~", "**" -> contains(terms, together);
                    case "!~" -> "not " + contains(terms, together);
                    case "=" -> isAnyOf(terms, columns);
                    case "!" -> "not coalesce(" + isAnyOf(terms, columns) + ", false)";
                    default -> throw terms.unknownOperator();
                };
    }

    private static String isAnyOf(Terms terms, String... columns) {
        if (!terms.hasValues()) {
            throw terms.invalid();
        }
        var words =
                terms.bind(
                        terms.values().stream()
                                .map(value -> value.toLowerCase(Locale.ROOT))
                                .toList());
        return Arrays.stream(columns)
                .map(column -> "lower(%s) in (%s)".formatted(column, words))
                .collect(Collectors.joining(" or ", "(", ")"));
    }

    /** A whole number. */
    public static Filter.Meaning number(String column) {
        return number(column, Filters::id);
    }

    /** A number of hours, kept in seconds. */
    public static Filter.Meaning hours(String column) {
        return number(
                column,
                (value, terms) -> {
                    try {
                        return Math.round(Double.parseDouble(value) * 3600);
                    } catch (NumberFormatException _) {
                        throw terms.invalid();
                    }
                });
    }

    /** A date. */
    public static Filter.Meaning date(String column) {
        return terms -> optional(terms, column, t -> span(t).sql(column, t, LocalDate::toString));
    }

    /** A moment; filters speak of moments or of days, in UTC. */
    public static Filter.Meaning time(String column) {
        return terms -> Period.of(terms).sql(column, terms);
    }

    /** Days that have one in common with the days from {@code first} to {@code last}. */
    public static Filter.Meaning overlap(String first, String last) {
        return terms -> {
            if (!terms.operator().equals("<>d")) {
                throw terms.unknownOperator();
            }
            var span = span(terms);
            return "(%s and %s)"
                    .formatted(
                            new Span(span.first(), null).sql(last, terms, LocalDate::toString),
                            new Span(null, span.last()).sql(first, terms, LocalDate::toString));
        };
    }

    /** Only this operator, which lets everything through. */
    public static Filter.Meaning everything(String operator) {
        return terms -> {
            if (!terms.operator().equals(operator)) {
                throw terms.unknownOperator();
            }
            return "1 = 1";
        };
    }

    /** Something that nothing has. */
    public static Filter.Meaning nothing() {
        return terms ->
                switch (terms.operator()) {
                    case "=", "&=", "~", "**", "*" -> "1 = 0";
                    case "!", "!~", "!*" -> "1 = 1";
                    default -> throw terms.unknownOperator();
                };
    }

    private static Filter.Meaning number(String column, Reading reading) {
        return terms ->
                optional(
                        terms,
                        column,
                        t ->
                                switch (t.operator()) {
                                    case "=", "!" -> list(t, column, reading);
                                    case ">=", "<=" ->
                                            column
                                                    + " "
                                                    + t.operator()
                                                    + " "
                                                    + t.bind(reading.read(t.value(), t));
                                    default -> throw t.unknownOperator();
                                });
    }

    private static String optional(Terms terms, String column, Filter.Meaning otherwise) {
        return switch (terms.operator()) {
            case "*" -> column + " is not null";
            case "!*" -> column + " is null";
            default -> otherwise.sql(terms);
        };
    }

    private interface Reading {
        Object read(String value, Terms terms);
    }

    private static String list(Terms terms, String column, Reading reading) {
        terms.requireOperator("=", "!");
        if (!terms.hasValues()) {
            throw terms.invalid();
        }
        var values = terms.values().stream().map(value -> reading.read(value, terms)).toList();
        return switch (terms.operator()) {
            case "=" -> column + " in (" + terms.bind(values) + ")";
            case "!" ->
                    "("
                            + column
                            + " is null or "
                            + column
                            + " not in ("
                            + terms.bind(values)
                            + "))";
            default -> throw terms.unknownOperator();
        };
    }

    private static Object id(String value, Terms terms) {
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException _) {
            throw terms.invalid();
        }
    }

    private static long whole(Terms terms) {
        return (Long) id(terms.value(), terms);
    }

    private static String contains(Terms terms, String column) {
        if (!terms.hasValues()) {
            throw terms.invalid();
        }
        var pattern = terms.bind(Likeness.containing(String.join(" ", terms.values())));
        return "lower(%s) like %s escape '\\'".formatted(column, pattern);
    }

    /** Days from the first to the last, both included; null leaves a side open. */
    private record Span(@Nullable LocalDate first, @Nullable LocalDate last) {

        String sql(String column, Terms terms, Function<LocalDate, Object> value) {
            return between(
                    column + " >= ",
                    first == null ? null : terms.bind(value.apply(first)),
                    column + " <= ",
                    last == null ? null : terms.bind(value.apply(last)));
        }
    }

    /**
     * Microseconds since the epoch, without the last; null leaves a side open. A moment that stands
     * for a day, as the one on which something happened, stands for the 24 hours from it.
     */
    private record Period(@Nullable Long from, @Nullable Long until) {

        static Period of(Terms terms) {
            return switch (terms.operator()) {
                case "=d" -> new Period(start(terms, 0), end(terms, 0, Duration.ofDays(1)));
                case "<>d" -> new Period(start(terms, 0), end(terms, 1, SHOWN));
                default -> of(span(terms));
            };
        }

        private static Period of(Span days) {
            return new Period(
                    days.first() == null ? null : startOfDay(days.first()),
                    days.last() == null ? null : startOfDay(days.last().plusDays(1)));
        }

        private static @Nullable Long start(Terms terms, int index) {
            var moment = moment(terms, index);
            return moment == null ? of(span(terms)).from() : Long.valueOf(micros(moment));
        }

        private static @Nullable Long end(Terms terms, int index, Duration length) {
            var moment = moment(terms, index);
            return moment == null
                    ? of(span(terms)).until()
                    : Long.valueOf(micros(moment.plus(length)));
        }

        String sql(String column, Terms terms) {
            return between(
                    column + " >= ",
                    from == null ? null : terms.bind(from),
                    column + " < ",
                    until == null ? null : terms.bind(until));
        }
    }

    private static String between(
            String from, @Nullable String first, String to, @Nullable String last) {
        if (first == null && last == null) {
            return "1 = 1";
        }
        if (first == null) {
            return to + last;
        }
        return last == null ? from + first : "(" + from + first + " and " + to + last + ")";
    }

    private static Span span(Terms terms) {
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

    private static LocalDate ahead(Terms terms, int direction) {
        long days = whole(terms);
        if (days < 0 || days > 100_000) {
            throw terms.invalid();
        }
        return terms.today().plusDays(direction * days);
    }

    private static @Nullable LocalDate day(Terms terms, int index) {
        var text = value(terms, index);
        if (text.isEmpty() && terms.values().size() == 2) {
            return null;
        }
        try {
            return text.length() > DAY_LENGTH
                    ? MOMENT.parse(text, LocalDate::from)
                    : LocalDate.parse(text);
        } catch (DateTimeException _) {
            throw terms.invalid();
        }
    }

    /** The value if it is more than a day. */
    private static @Nullable Instant moment(Terms terms, int index) {
        var text = value(terms, index);
        if (text.length() <= DAY_LENGTH) {
            return null;
        }
        try {
            return MOMENT.parse(text, Instant::from);
        } catch (DateTimeException _) {
            throw terms.invalid();
        }
    }

    private static String value(Terms terms, int index) {
        List<String> values = terms.values();
        boolean complete = values.size() == (terms.operator().equals("=d") ? 1 : 2);
        if (!complete || values.get(index).startsWith("+")) {
            throw terms.invalid(); // a year of more than four digits has a sign
        }
        return values.get(index);
    }

    private static long startOfDay(LocalDate day) {
        return micros(day.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    private static long micros(Instant moment) {
        return moment.getEpochSecond() * 1_000_000 + moment.getNano() / 1000;
    }
}
