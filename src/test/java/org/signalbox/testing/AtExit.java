package org.signalbox.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * What is done when the JVM of the tests ends: the latest first, so that servers end before their
 * directories go.
 */
final class AtExit {
    private static final ConcurrentLinkedDeque<Runnable> STEPS = new ConcurrentLinkedDeque<>();

    static {
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(AtExit::end));
    }

    private AtExit() {}

    static void run(Runnable step) {
        STEPS.push(step);
    }

    static void delete(Path dir) {
        run(() -> deleteNow(dir));
    }

    private static void end() {
        STEPS.forEach(Runnable::run);
    }

    private static void deleteNow(Path dir) {
        try (var files = Files.walk(dir)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException _) {
            // Whatever is still being written stays where the system clears up.
        }
    }
}
