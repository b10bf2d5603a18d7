package org.signalbox.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteJDBCLoader;

/**
 * SQLite's own library, which the driver unpacks into a file to load it. The file is removed as
 * soon as it is loaded: at the end of the server, which may be a kill, nobody would.
 */
final class SqliteLibrary {
    /** Says where to unpack it; who has chosen a place keeps it. */
    private static final String PLACE = "org.sqlite.tmpdir";

    private static final Logger LOG = LoggerFactory.getLogger(SqliteLibrary.class);

    private SqliteLibrary() {}

    /**
     * Loads it, once in a process.
     *
     * @throws CannotStart when that is not possible
     */
    static synchronized void load() {
        if (System.getProperty(PLACE) != null) {
            return;
        }
        try {
            Path place = Files.createTempDirectory("signalbox-sqlite-");
            System.setProperty(PLACE, place.toString());
            try {
                SQLiteJDBCLoader.initialize();
            } finally {
                System.clearProperty(PLACE);
                delete(place);
            }
        } catch (Exception e) { // the driver declares no other
            throw new CannotStart(
                    "SQLite's library cannot be loaded from the directory for temporary files "
                            + System.getProperty("java.io.tmpdir"),
                    e);
        }
    }

    private static void delete(Path place) {
        try (Stream<Path> all = Files.list(place)) {
            for (Path file : all.toList()) {
                Files.delete(file);
            }
            Files.delete(place);
        } catch (IOException e) { // as where no file in use can be deleted
            LOG.debug("{} stays: {}", place, e.getMessage());
        }
    }
}
