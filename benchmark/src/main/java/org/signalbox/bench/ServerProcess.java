package org.signalbox.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What Linux and the JDK tell of a server's process. */
record ServerProcess(long pid) {
    private static final int USER_TICKS = 11;
    private static final int SYSTEM_TICKS = 12;
    private static final double TICKS_PER_SECOND = 100;
    private static final String RECORDING = "bench";
    private static final String WRITTEN = "write_bytes: ";

    /** How long it has been computing since its start, on all cores together. */
    double cpuSeconds() throws IOException {
        String stat = Files.readString(file("stat"));
        List<String> fields = List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1));
        return (Long.parseLong(fields.get(USER_TICKS)) + Long.parseLong(fields.get(SYSTEM_TICKS)))
                / TICKS_PER_SECOND;
    }

    /** What it has had written to disk since its start. */
    long writtenBytes() throws IOException {
        return Files.readAllLines(file("io")).stream()
                .filter(line -> line.startsWith(WRITTEN))
                .mapToLong(line -> Long.parseLong(line.substring(WRITTEN.length())))
                .findFirst()
                .orElseThrow();
    }

    /** What is alive on its heap; has the garbage collected to know it. */
    long liveHeapBytes() throws IOException, InterruptedException {
        List<String> lines = jcmd("GC.class_histogram");
        String total = lines.getLast().strip();
        if (!total.startsWith("Total")) {
            throw new Failed("jcmd said: " + total);
        }
        return Long.parseLong(total.substring(total.lastIndexOf(' ') + 1));
    }

    /** Begins to record what the JVM and the server tell of themselves. */
    void record() throws IOException, InterruptedException {
        jcmd(
                "JFR.start",
                "name=" + RECORDING,
                "settings=none",
                "+signalbox.Rendering#enabled=true");
    }

    /** Ends that, and writes it into a file. */
    void recorded(Path file) throws IOException, InterruptedException {
        jcmd("JFR.stop", "name=" + RECORDING, "filename=" + file.toAbsolutePath());
    }

    private List<String> jcmd(String... command) throws IOException, InterruptedException {
        var all = new ArrayList<String>();
        all.add(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString());
        all.add(Long.toString(pid));
        all.addAll(List.of(command));
        var process = new ProcessBuilder(all).redirectErrorStream(true).start();
        List<String> lines = process.inputReader().readAllLines();
        if (process.waitFor() != 0) {
            throw new Failed("jcmd said: " + String.join(" ", lines));
        }
        return lines;
    }

    private Path file(String name) {
        return Path.of("/proc", Long.toString(pid), name);
    }
}
