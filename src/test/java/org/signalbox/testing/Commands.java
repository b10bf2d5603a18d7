package org.signalbox.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Small commands of the operating system. */
public final class Commands {
    private Commands() {}

    /** Whether the command can be run here and ends with 0. */
    public static boolean succeeds(String... command) {
        try {
            return exitOf(List.of(command)).code() == 0;
        } catch (IOException _) {
            return false; // there is no such command
        }
    }

    public static void run(String... command) {
        run(List.of(command));
    }

    /** Runs the command to its end, which must be a good one. */
    public static void run(List<String> command) {
        try {
            Exit exit = exitOf(command);
            if (exit.code() != 0) {
                throw new AssertionError(command + " failed: " + exit.output());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Exit(int code, String output) {}

    private static Exit exitOf(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (var output = process.getInputStream()) {
            String text = new String(output.readAllBytes(), StandardCharsets.UTF_8);
            return new Exit(process.waitFor(), text);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
