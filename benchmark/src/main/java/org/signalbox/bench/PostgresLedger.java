package org.signalbox.bench;

import java.sql.Connection;
import java.sql.SQLException;

/** Asks PostgreSQL's own statistics. */
final class PostgresLedger extends Ledger {

    @Override
    Rows rows(Connection connection) throws SQLException {
        return new Rows(
                count(connection, "ins"), count(connection, "upd"), count(connection, "del"));
    }

    private static long count(Connection connection, String operation) throws SQLException {
        return number(
                connection,
                """
                select sum(n_tup_%s) from pg_stat_user_tables where relname <> 'event'\
                """
                        .formatted(operation));
    }

    @Override
    long eventBytes(Connection connection) throws SQLException {
        return number(connection, "select pg_total_relation_size('event')");
    }

    @Override
    long allBytes(Connection connection) throws SQLException {
        return number(connection, "select pg_database_size(current_database())");
    }

    @Override
    long loggedBytes(Connection connection) throws SQLException {
        return number(connection, "select pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')");
    }
}
