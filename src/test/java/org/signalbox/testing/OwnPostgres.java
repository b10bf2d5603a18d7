package org.signalbox.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.signalbox.store.DatabaseSettings;

/** A PostgreSQL of a test's own, which may die, hang and come back with the same data and port. */
public final class OwnPostgres implements AutoCloseable {
    private final Path dataDir = TestDatabases.newDir().resolve("postgres");
    private EmbeddedPostgres running;

    private OwnPostgres() {
        running = launch(0);
    }

    public static OwnPostgres start() {
        return new OwnPostgres();
    }

    private EmbeddedPostgres launch(int port) {
        try {
            return EmbeddedPostgres.builder()
                    .setDataDirectory(dataDir)
                    .setCleanDataDirectory(false)
                    .setPort(port)
                    .setServerConfig("synchronous_commit", "on") // a commit must outlive a crash
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public DatabaseSettings settings() {
        return settings("postgres");
    }

    private DatabaseSettings settings(String database) {
        String url = "jdbc:postgresql://127.0.0.1:" + running.getPort() + "/" + database;
        return new DatabaseSettings(url, "postgres", "postgres");
    }

    /** A database of its own whose tables lie in this directory. */
    public DatabaseSettings createDatabaseOn(Path directory) {
        try (var connection = running.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create tablespace elsewhere location '" + directory + "'");
            statement.execute("create database elsewhere tablespace elsewhere");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return settings("elsewhere");
    }

    /** Ends at once and without a goodbye, as {@code pg_ctl stop -m immediate} does. */
    public void crash() {
        ProcessHandle postmaster = postmaster();
        signal("QUIT", List.of(postmaster));
        postmaster.onExit().join();
    }

    /** Starts again after a {@link #crash}. */
    public void comeBack() {
        int port = running.getPort();
        closeQuietly();
        running = launch(port);
    }

    /** Every process stands still: connections stay open, and nothing is answered. */
    public void freeze() {
        ProcessHandle postmaster = postmaster();
        signal("STOP", List.of(postmaster)); // first, so that it starts no others meanwhile
        signal("STOP", postmaster.descendants().toList());
    }

    /** Goes on after a {@link #freeze}. */
    public void thaw() {
        ProcessHandle postmaster = postmaster();
        signal("CONT", postmaster.descendants().toList());
        signal("CONT", List.of(postmaster));
    }

    private ProcessHandle postmaster() {
        try {
            String pid = Files.readAllLines(dataDir.resolve("postmaster.pid")).getFirst();
            return ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void signal(String name, List<ProcessHandle> processes) {
        var command = new ArrayList<>(List.of("kill", "-" + name));
        processes.forEach(process -> command.add(Long.toString(process.pid())));
        Commands.run(command);
    }

    @Override
    public void close() {
        if (Files.exists(dataDir.resolve("postmaster.pid"))) {
            thaw();
        }
        closeQuietly();
    }

    private void closeQuietly() {
        try {
            running.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
