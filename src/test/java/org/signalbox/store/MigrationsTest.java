package org.signalbox.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.signalbox.testing.TestDatabases;

/** The two vendors' schemas must not drift apart. */
@Tag("postgres")
class MigrationsTest {

    private record Column(String table, String name, boolean nullable) {}

    @Test
    void both_vendors_have_the_same_tables_and_columns() {
        try (Database sqlite = SqliteDatabase.open(TestDatabases.newDir());
                Database postgres = PostgresDatabase.open(TestDatabases.newPostgres())) {
            assertThat(byTable(columnsOfSqlite(sqlite)))
                    .isNotEmpty()
                    .isEqualTo(byTable(columnsOfPostgres(postgres)));
        }
    }

    private static Map<String, Set<String>> byTable(List<Column> columns) {
        var tables = new TreeMap<String, Set<String>>();
        for (Column column : columns) {
            tables.computeIfAbsent(column.table(), _ -> new TreeSet<>())
                    .add(column.name() + (column.nullable() ? "?" : ""));
        }
        return tables;
    }

    private static List<Column> columnsOfSqlite(Database database) {
        return database.read(view ->
                view.sql(
                                """
                                select t.name as "table", c.name as "column",
                                       c."notnull" = 0 and c.pk = 0 as nullable
                                from sqlite_schema t join pragma_table_info(t.name) c
                                where t.type = 'table' and t.name not like 'sqlite_%'
                                  and t.name <> 'flyway_schema_history'
                                """)
                        .query((row, _) ->
                                new Column(
                                        row.getString("table"),
                                        row.getString("column"),
                                        row.getBoolean("nullable")))
                        .list());
    }

    private static List<Column> columnsOfPostgres(Database database) {
        return database.read(view ->
                view.sql(
                                """
                                select table_name, column_name, is_nullable = 'YES' as nullable
                                from information_schema.columns
                                where table_schema = 'public'
                                  and table_name <> 'flyway_schema_history'
                                """)
                        .query((row, _) ->
                                new Column(
                                        row.getString("table_name"),
                                        row.getString("column_name"),
                                        row.getBoolean("nullable")))
                        .list());
    }
}
