package org.signalbox.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.signalbox.testing.Commands;
import org.signalbox.testing.TestDatabases;

/** A file system of some megabytes in memory. To mount one takes rights that not all have. */
record SmallDisk(Path path) implements Disk, AutoCloseable {
    private static final String SIZE = "size=64m";

    static boolean canBeMounted() {
        Path path = TestDatabases.newDir();
        boolean mounted = Commands.succeeds("mount", "-t", "tmpfs", "signalbox", path.toString());
        if (mounted) {
            new SmallDisk(path).close();
        }
        return mounted;
    }

    static SmallDisk mount() {
        Path path = TestDatabases.newDir();
        Commands.run("mount", "-t", "tmpfs", "-o", SIZE, "signalbox", path.toString());
        return new SmallDisk(path);
    }

    @Override
    public void fill() {
        byte[] block = new byte[4_096];
        try (OutputStream out = Files.newOutputStream(filler())) {
            while (path.toFile().getUsableSpace() > 0) {
                out.write(block);
            }
        } catch (IOException _) {
            // It is full.
        }
    }

    @Override
    public void free() {
        try {
            Files.delete(filler());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path filler() {
        return path.resolve("filler");
    }

    @Override
    public void close() {
        Commands.run("umount", "--lazy", path.toString());
    }
}
