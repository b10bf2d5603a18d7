package org.signalbox.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The embedded database: one file in the data directory, used by one server at a time. */
public final class SqliteDatabase implements Database {
    private static final int READERS = 4;

    private final FileChannel lock;
    private final SqliteWriter writer;
    private final SqliteReaders readers;
    private final Writable writable = new Writable();

    private SqliteDatabase(FileChannel lock, SqliteFile file) {
        this.lock = lock;
        Statements statements = BoundConnection.statements(Dialect.SQLITE, new SqliteErrors());
        this.writer = new SqliteWriter(file.openForWriting(), statements);
        this.readers = new SqliteReaders(file, READERS, statements);
    }

    /**
     * Opens the database in this directory and brings it up to date; makes both when missing.
     *
     * @throws CannotStart when the directory cannot be written, another server uses it, or the file
     *     is not ours
     */
    public static SqliteDatabase open(Path dataDir) {
        FileChannel lock = claim(dataDir);
        try {
            SqliteLibrary.load();
            var file = new SqliteFile(dataDir.resolve("signalbox.db"));
            file.prepare();
            return new SqliteDatabase(lock, file);
        } catch (RuntimeException e) {
            release(lock);
            throw e;
        }
    }

    private static FileChannel claim(Path dataDir) {
        try {
            Files.createDirectories(dataDir);
            var lock =
                    FileChannel.open(
                            dataDir.resolve("signalbox.lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            if (tryLock(lock)) {
                return lock;
            }
            lock.close();
        } catch (IOException e) {
            throw new CannotStart(
                    "The data directory " + dataDir.toAbsolutePath() + " cannot be written to", e);
        }
        throw new CannotStart(
                "The data directory "
                        + dataDir.toAbsolutePath()
                        + " is in use by another Signalbox");
    }

    private static boolean tryLock(FileChannel lock) throws IOException {
        try {
            return lock.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false; // held by this very process
        }
    }

    private static void release(FileChannel lock) {
        try {
            lock.close();
        } catch (IOException e) {
            throw new IllegalStateException("The lock of the data directory cannot be released", e);
        }
    }

    @Override
    public <T extends @Nullable Object> T read(Function<? super View, ? extends T> query) {
        return readers.read(query);
    }

    @Override
    public <T extends @Nullable Object> T write(Function<? super Tx, ? extends T> work) {
        return writable.watch(() -> writer.write(work));
    }

    @Override
    public void ping() {
        Database.super.ping();
        if (!writable.isAssumed()) {
            run(SqliteFile::touch);
        }
    }

    @Override
    public Dialect dialect() {
        return Dialect.SQLITE;
    }

    @Override
    public void close() {
        writer.close();
        readers.close();
        release(lock);
    }
}
