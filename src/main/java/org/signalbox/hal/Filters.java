package org.signalbox.hal;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The meanings of the usual filters. {@code column} is an SQL expression of the code. Times are
 * columns of microseconds since the epoch, dates are columns of text, durations are seconds.
 */
public final class Filters {

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
        return terms -> optional(terms, column, t -> Span.of(t).sql(column, t));
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
            var span = Span.of(terms);
            return "(%s and %s)"
                    .formatted(
                            new Span(span.first(), null).sql(last, terms),
                            new Span(null, span.last()).sql(first, terms));
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

    private static String contains(Terms terms, String column) {
        if (!terms.hasValues()) {
            throw terms.invalid();
        }
        var pattern = terms.bind(Likeness.containing(String.join(" ", terms.values())));
        return "lower(%s) like %s escape '\\'".formatted(column, pattern);
    }
}
