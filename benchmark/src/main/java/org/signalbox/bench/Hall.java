package org.signalbox.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What all rows share. */
final class Hall implements AutoCloseable {
    private static final Duration RAW = Duration.ofSeconds(2);

    private final Options options;
    private final Path data;
    private final Receiver receiver;
    private final Raw raw;
    private @Nullable Postgres postgres;

    private Hall(Options options, Path data, Receiver receiver, Raw raw) {
        this.options = options;
        this.data = data;
        this.receiver = receiver;
        this.raw = raw;
    }

    /**
     * @param data where everything that is kept on disk goes, for as long as this takes
     */
    static Hall open(Options options, Path data) throws IOException {
        Cleanup.of(data);
        Cleanup.delete(data);
        var receiver = Receiver.start();
        return new Hall(options, data, receiver, Raw.start(receiver, RAW));
    }

    Options options() {
        return options;
    }

    Path data() {
        return data;
    }

    Receiver receiver() {
        return receiver;
    }

    Raw raw() {
        return raw;
    }

    /** Started at its first use. */
    Postgres postgres() {
        if (postgres == null) {
            try {
                postgres = Postgres.start(data.resolve("postgresql"));
            } catch (IOException | SQLException e) {
                throw new Failed("PostgreSQL did not start: " + e.getMessage(), e);
            }
        }
        return postgres;
    }

    @Override
    public void close() throws IOException {
        raw.close();
        receiver.close();
        if (postgres != null) {
            postgres.close();
        }
    }
}
