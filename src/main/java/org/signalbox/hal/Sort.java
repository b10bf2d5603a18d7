package org.signalbox.hal;

/**
 * A key by which a list can be sorted.
 *
 * @param expression SQL of the code, never of a request
 */
public record Sort(String name, String expression, boolean nullable) {

    public static Sort by(String name, String expression) {
        return new Sort(name, expression, false);
    }

    /** One that may be null; those without a value come last in either direction. */
    public static Sort byNullable(String name, String expression) {
        return new Sort(name, expression, true);
    }

    String sql(boolean descending) {
        return expression + (descending ? " desc" : " asc") + (nullable ? " nulls last" : "");
    }

    /** One step of an order that was asked for. */
    public record Key(String name, boolean descending) {}
}
