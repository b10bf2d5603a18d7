package org.signalbox.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sqlite.Function;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteDataSource;

/** The database file: makes sure that it is ours, and opens connections with the right settings. */
final class SqliteFile {
    /** Marks a file as Signalbox's: the letters SGBX. */
    private static final int APPLICATION_ID = 0x53474258;

    private final Path path;

    SqliteFile(Path path) {
        this.path = path;
    }

    /** Checks whose file it is, marks a new one, and applies the migrations. */
    void prepare() {
        try (var connection = open(false);
                var statement = connection.createStatement()) {
            boolean fresh = one(connection, "select count(*) from sqlite_schema") == 0;
            int id = one(connection, "pragma application_id");
            if (id != APPLICATION_ID && !(fresh && id == 0)) {
                throw notOurs(null);
            }
            if (fresh) {
                statement.execute("pragma application_id = " + APPLICATION_ID);
            }
        } catch (SQLException e) {
            if (!Files.isWritable(path)) {
                throw new CannotStart("The database file " + path + " cannot be written to", e);
            }
            throw notOurs(e);
        }
        Migrations.apply(source(), "sqlite", path.toString());
    }

    /** Writes something to the file that changes nothing. */
    static void touch(Tx tx) {
        tx.sql("pragma application_id = " + APPLICATION_ID).update();
    }

    Connection openForWriting() {
        return openOrFail(false);
    }

    Connection openForReading() {
        return openOrFail(true);
    }

    private Connection openOrFail(boolean readOnly) {
        try {
            return open(readOnly);
        } catch (SQLException e) {
            throw new CannotStart("The database file " + path + " cannot be opened", e);
        }
    }

    private Connection open(boolean readOnly) throws SQLException {
        Connection connection = source().getConnection();
        if (readOnly) {
            try (var statement = connection.createStatement()) {
                statement.execute("pragma query_only = true");
            }
        }
        Function.create(connection, "lower", new UnicodeLower(), 1, Function.FLAG_DETERMINISTIC);
        return connection;
    }

    private SQLiteDataSource source() {
        var config = new SQLiteConfig();
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(SynchronousMode.FULL);
        config.setBusyTimeout(5_000);
        config.enforceForeignKeys(true);
        config.setCacheSize(-16_384); // KiB
        var source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + path);
        return source;
    }

    private static int one(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            return rows.next() ? rows.getInt(1) : 0;
        }
    }

    private CannotStart notOurs(@Nullable Throwable cause) {
        return new CannotStart("The file " + path + " is not a Signalbox database", cause);
    }

    /** SQLite's own lower() knows only ASCII; PostgreSQL's knows every letter. */
    private static final class UnicodeLower extends Function {
        @Override
        protected void xFunc() throws SQLException {
            String text = value_text(0);
            if (text == null) {
                result();
            } else {
                result(text.toLowerCase(Locale.ROOT));
            }
        }
    }
}
