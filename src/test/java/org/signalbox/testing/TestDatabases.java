package org.signalbox.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.signalbox.store.Database;
import org.signalbox.store.DatabaseSettings;
import org.signalbox.store.PostgresDatabase;
import org.signalbox.store.SqliteDatabase;

/**
 * New, empty databases of the kind that this run tests: SQLite, or PostgreSQL when the system
 * property {@code signalbox.test.database} says {@code postgresql}. One real PostgreSQL serves the
 * whole JVM and ends with it.
 */
public final class TestDatabases {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static @Nullable EmbeddedPostgres postgres;

    private TestDatabases() {}

    public static boolean onPostgres() {
        return "postgresql".equals(System.getProperty("signalbox.test.database"));
    }

    /** An empty database behind the product's own door; close it after use. */
    public static Database open() {
        return onPostgres() ? PostgresDatabase.open(newPostgres()) : SqliteDatabase.open(newDir());
    }

    /** A new directory, removed at the end with all that is in it. */
    public static Path newDir() {
        try {
            Path dir = Files.createTempDirectory("signalbox-test-");
            AtExit.delete(dir);
            return dir;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A new, empty database on the one PostgreSQL. */
    public static synchronized DatabaseSettings newPostgres() {
        try {
            if (postgres == null) {
                postgres =
                        EmbeddedPostgres.builder()
                                .setServerConfig("max_connections", "300")
                                .setServerConfig("listen_addresses", "127.0.0.1")
                                .start();
            }
            String name = "test_" + COUNT.incrementAndGet();
            try (var connection = postgres.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("create database " + name);
            }
            String url = "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/" + name;
            return new DatabaseSettings(url, "postgres", "postgres");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
