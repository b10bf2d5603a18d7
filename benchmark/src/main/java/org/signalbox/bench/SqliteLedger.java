package org.signalbox.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Counts rows by triggers. */
final class SqliteLedger extends Ledger {
    private static final List<String> OPERATIONS = List.of("insert", "update", "delete");

    @Override
    void prepare(Connection connection) throws SQLException {
        List<String> tables = tables(connection);
        try (var statement = connection.createStatement()) {
            statement.execute(
                    "create table bench_rows (operation text primary key, count integer)");
            for (String operation : OPERATIONS) {
                statement.execute("insert into bench_rows values ('%s', 0)".formatted(operation));
                for (String table : tables) {
                    statement.execute(
                            """
                            create trigger bench_%1$s_%2$s after %1$s on %2$s begin
                              update bench_rows set count = count + 1 where operation = '%1$s';
                            end\
                            """
                                    .formatted(operation, table));
                }
            }
        }
    }

    private static List<String> tables(Connection connection) throws SQLException {
        var names = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                """
                                select name from sqlite_master
                                where type = 'table' and name not like 'sqlite%'
                                  and name not in ('event', 'flyway_schema_history')\
                                """)) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    @Override
    Rows rows(Connection connection) throws SQLException {
        return new Rows(
                count(connection, "insert"),
                count(connection, "update"),
                count(connection, "delete"));
    }

    private static long count(Connection connection, String operation) throws SQLException {
        return number(
                connection,
                "select count from bench_rows where operation = '%s'".formatted(operation));
    }

    @Override
    long eventBytes(Connection connection) throws SQLException {
        return number(
                connection,
                """
                select sum(pgsize) from dbstat
                where name in (select name from sqlite_master where tbl_name = 'event')\
                """);
    }

    @Override
    long allBytes(Connection connection) throws SQLException {
        return number(connection, "select sum(pgsize) from dbstat");
    }

    @Override
    long loggedBytes(Connection connection) {
        return 0;
    }
}
