package org.signalbox.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a row plays on: a fresh database with a server, and what they all share. */
final class Stage implements AutoCloseable {
    private final Hall hall;
    private final Database database;
    private final String title;
    private final Path data;
    private @Nullable String schema;
    private @Nullable Server server;

    private Stage(Hall hall, Database database, String title, Path data, @Nullable String schema) {
        this.hall = hall;
        this.database = database;
        this.title = title;
        this.data = data;
        this.schema = schema;
    }

    static Stage open(Hall hall, Database database, String row) throws SQLException {
        String title = row + " on " + database;
        Path data = hall.data().resolve(row + "-" + database);
        String schema = database == Database.SQLITE ? null : hall.postgres().create();
        return new Stage(hall, database, title, data, schema);
    }

    /** Stops the server; the next use starts it with an empty database. */
    void clear() throws SQLException {
        close();
        schema = database == Database.SQLITE ? null : hall.postgres().create();
    }

    Receiver receiver() {
        return hall.receiver();
    }

    Raw raw() {
        return hall.raw();
    }

    int rounds() {
        return hall.options().rounds();
    }

    /** So much, or less when somebody is in a hurry. */
    int scaled(int full, int quick) {
        return hall.options().quick() ? quick : full;
    }

    void progress(String what) {
        Progress.say(title + ": " + what);
    }

    /** The server; starts it when there is none. */
    Server server() throws IOException, InterruptedException {
        if (server == null) {
            server = Server.start(data, properties());
        }
        return server;
    }

    private List<String> properties() {
        return schema == null
                ? List.of()
                : List.of(
                        "--signalbox.database.url=" + hall.postgres().url(schema),
                        "--signalbox.database.username=" + Postgres.USER,
                        "--signalbox.database.password=" + Postgres.USER);
    }

    /** Stops the server; the next use starts it anew with the same data. */
    void stop() {
        if (server != null) {
            server.close();
            server = null;
        }
    }

    Ledger ledger() {
        return Ledger.of(database);
    }

    /** The server's database, past the server. */
    Connection connect() throws SQLException {
        return schema == null
                ? DriverManager.getConnection("jdbc:sqlite:" + data.resolve("signalbox.db"))
                : hall.postgres().connect(schema);
    }

    @Override
    public void close() throws SQLException {
        stop();
        if (schema != null) {
            hall.postgres().drop(schema);
        }
        Cleanup.delete(data);
    }
}
