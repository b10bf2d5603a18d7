package org.signalbox.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/** Where and of what something was measured. */
final class Machine {
    private static final String MEMORY = "MemTotal:";

    private Machine() {}

    static Map<String, Object> facts() throws IOException, InterruptedException {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("measuredAt", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        facts.put("commit", commit());
        facts.put("cores", Runtime.getRuntime().availableProcessors());
        facts.put("memory", memory());
        facts.put("kernel", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        facts.put("java", Runtime.version().toString());
        return facts;
    }

    private static String memory() throws IOException {
        return Files.readAllLines(Path.of("/proc/meminfo")).stream()
                .filter(line -> line.startsWith(MEMORY))
                .map(line -> line.substring(MEMORY.length()).strip())
                .findFirst()
                .orElse("unknown");
    }

    /** With -dirty behind it where something was changed since. */
    private static String commit() throws InterruptedException {
        try {
            var git = new ProcessBuilder("git", "describe", "--always", "--dirty").start();
            String line = git.inputReader().readLine();
            return git.waitFor() == 0 && line != null ? line : "unknown";
        } catch (IOException _) {
            return "unknown";
        }
    }
}
