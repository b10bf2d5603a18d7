package org.signalbox.store;

/** Which database answers, for the few statements that cannot be the same in both. */
public enum Dialect {
    SQLITE,
    POSTGRESQL;

    /**
     * An SQL condition that holds where the column is one of what a query finds, which does not
     * depend on the row. It is asked once; on PostgreSQL a plain {@code in} becomes a join with as
     * many steps as there are rows.
     */
    public String oneOf(String column, String query) {
        return switch (this) {
            case SQLITE -> column + " in (" + query + ")";
            case POSTGRESQL -> column + " = any (array(" + query + "))";
        };
    }

    /**
     * The column in a condition that holds for so much that its index is of no help. The plus keeps
     * SQLite from it; PostgreSQL knows by its statistics.
     */
    public String unindexed(String column) {
        return switch (this) {
            case SQLITE -> "+" + column;
            case POSTGRESQL -> column;
        };
    }
}
