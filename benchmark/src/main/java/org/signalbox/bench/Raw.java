package org.signalbox.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;

/** The bare HTTP client in its process: idle until it is asked how fast it is now. */
final class Raw implements AutoCloseable {
    private static final Duration WARM_UP = Duration.ofSeconds(4);

    private final Process process;
    private final PrintWriter to;
    private final BufferedReader from;
    private final Duration duration;

    private Raw(Process process, Duration duration) {
        this.process = process;
        this.to = new PrintWriter(process.outputWriter(), true);
        this.from = process.inputReader();
        this.duration = duration;
    }

    /**
     * @param duration of each measurement
     */
    static Raw start(Receiver receiver, Duration duration) throws IOException {
        var process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:+UseCompactObjectHeaders",
                                "-cp",
                                System.getProperty("java.class.path"),
                                RawClient.class.getName(),
                                receiver.inbox(new Tally()).url())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        Cleanup.atExit(process);
        var raw = new Raw(process, duration);
        raw.perSecond(WARM_UP);
        return raw;
    }

    /** Measures now. */
    double perSecond() throws IOException {
        return perSecond(duration);
    }

    private double perSecond(Duration during) throws IOException {
        to.println(during.toMillis());
        String line = from.readLine();
        if (line == null) {
            throw new Failed("The raw client has ended");
        }
        return Double.parseDouble(line);
    }

    @Override
    public void close() {
        process.destroy();
    }
}
