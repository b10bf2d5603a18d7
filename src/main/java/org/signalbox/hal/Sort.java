package org.signalbox.hal;

import java.util.ArrayList;
import java.util.List;

/**
 * A key by which a list can be sorted.
 *
 * @param others further names for it
 * @param expression SQL of the code, never of a request
 */
public record Sort(String name, List<String> others, String expression, boolean nullable) {

    public Sort {
        others = List.copyOf(others);
    }

    public static Sort by(String name, String expression) {
        return new Sort(name, List.of(), expression, false);
    }

    /** One that may be null; those without a value come last in either direction. */
    public static Sort byNullable(String name, String expression) {
        return new Sort(name, List.of(), expression, true);
    }

    /** Another name for it. Camel case, snake case and a trailing {@code _id} need none. */
    public Sort or(String other) {
        var more = new ArrayList<>(others);
        more.add(other);
        return new Sort(name, more, expression, nullable);
    }

    /** Whether clients can call it so. */
    public boolean isCalled(String word) {
        return Names.same(name, word) || others.stream().anyMatch(other -> Names.same(other, word));
    }

    String sql(boolean descending) {
        return expression + (descending ? " desc" : " asc") + (nullable ? " nulls last" : "");
    }

    /** One step of an order that was asked for. */
    public record Key(String name, boolean descending) {}
}
