package org.signalbox.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A PostgreSQL of the benchmark's own, as durable as an installed one. */
final class Postgres implements AutoCloseable {
    static final String USER = "postgres";
    private static final List<String> DURABLE =
            List.of("fsync", "synchronous_commit", "full_page_writes");

    private final EmbeddedPostgres process;
    private final AtomicInteger databases = new AtomicInteger();

    private Postgres(EmbeddedPostgres process) {
        this.process = process;
    }

    static Postgres start(Path data) throws IOException, SQLException {
        var builder =
                EmbeddedPostgres.builder()
                        .setDataDirectory(data)
                        .setCleanDataDirectory(true)
                        .setServerConfig("listen_addresses", "127.0.0.1");
        DURABLE.forEach(setting -> builder.setServerConfig(setting, "on"));
        var postgres = new Postgres(builder.start());
        postgres.checkDurable();
        return postgres;
    }

    private void checkDurable() throws SQLException {
        try (var connection = connect(USER);
                var statement = connection.createStatement()) {
            for (String setting : DURABLE) {
                try (var row = statement.executeQuery("show " + setting)) {
                    if (!row.next() || !row.getString(1).equals("on")) {
                        throw new Failed("PostgreSQL runs without " + setting);
                    }
                }
            }
        }
    }

    /** The name of a new, empty database. */
    String create() throws SQLException {
        String name = "bench_" + databases.incrementAndGet();
        try (var connection = connect(USER);
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
        return name;
    }

    void drop(String name) throws SQLException {
        try (var connection = connect(USER);
                var statement = connection.createStatement()) {
            statement.execute("drop database %s with (force)".formatted(name));
        }
    }

    String url(String name) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(process.getPort(), name);
    }

    Connection connect(String name) throws SQLException {
        return DriverManager.getConnection(url(name), USER, USER);
    }

    @Override
    public void close() throws IOException {
        process.close();
    }
}
