package org.signalbox.bench;

import java.sql.Connection;
import java.sql.SQLException;

/** What a database tells of the writes that it has seen; asked while no server runs on it. */
abstract sealed class Ledger permits SqliteLedger, PostgresLedger {

    static Ledger of(Database database) {
        return switch (database) {
            case SQLITE -> new SqliteLedger();
            case POSTGRESQL -> new PostgresLedger();
        };
    }

    /** Rows written to all tables but the one of the events. */
    record Rows(long inserted, long updated, long deleted) {
        long all() {
            return inserted + updated + deleted;
        }

        Rows minus(Rows before) {
            return new Rows(
                    inserted - before.inserted, updated - before.updated, deleted - before.deleted);
        }
    }

    /** Where the database does not count by itself, makes it count from now on. */
    void prepare(Connection connection) throws SQLException {}

    abstract Rows rows(Connection connection) throws SQLException;

    /** What the events take up on disk, with their indexes. */
    abstract long eventBytes(Connection connection) throws SQLException;

    /** What everything takes up on disk. */
    abstract long allBytes(Connection connection) throws SQLException;

    /** What went through the log that makes commits durable; 0 where the database does not tell. */
    abstract long loggedBytes(Connection connection) throws SQLException;

    static long number(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
