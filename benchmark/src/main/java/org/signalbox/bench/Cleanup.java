package org.signalbox.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Leaves nothing behind, however the benchmark ends. */
final class Cleanup {
    private static final Queue<Process> PROCESSES = new ConcurrentLinkedQueue<>();

    private Cleanup() {}

    /** At the end of this process no other is left, and nothing under this directory. */
    static void of(Path data) {
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(() -> {
                            PROCESSES.forEach(Process::destroyForcibly);
                            PROCESSES.forEach(process -> process.onExit().join());
                            delete(data);
                        }));
    }

    static void atExit(Process process) {
        PROCESSES.removeIf(old -> !old.isAlive());
        PROCESSES.add(process);
    }

    static void delete(Path directory) {
        if (!Files.exists(directory)) {
            return;
        }
        try (var paths = Files.walk(directory)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
