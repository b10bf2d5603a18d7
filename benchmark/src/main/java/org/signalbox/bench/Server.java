package org.signalbox.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A Signalbox in a process of its own, started as anybody would. */
final class Server implements AutoCloseable {
    private static final long READY_NANOS_MAX = TimeUnit.MINUTES.toNanos(10);
    private static final long LOOK_EVERY_MILLIS = 3;
    private static final int STOP_SECONDS_MAX = 60;
    private static final int LOG_LINES = 20;

    private final Process process;
    private final int port;
    private final long startNanos;

    private Server(Process process, int port, long startNanos) {
        this.process = process;
        this.port = port;
        this.startNanos = startNanos;
    }

    /**
     * Returns when it is ready.
     *
     * @param data its data directory, which may have been used before
     * @param properties more arguments
     */
    static Server start(Path data, List<String> properties)
            throws IOException, InterruptedException {
        Files.createDirectories(data);
        int port = freePort();
        var command = new ArrayList<String>();
        command.add("./run");
        command.add("--server.port=" + port);
        command.add("--signalbox.data-dir=" + data);
        command.add("--signalbox.egress.allowed-networks=127.0.0.0/8");
        command.addAll(properties);
        Path log = data.resolve("server.log");
        var builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("SIGNALBOX_BOOTSTRAP_ADMIN_TOKEN", Request.TOKEN);
        long start = System.nanoTime();
        Process process = builder.start();
        Cleanup.atExit(process);
        while (!isReady(port)) {
            if (!process.isAlive() || System.nanoTime() - start > READY_NANOS_MAX) {
                process.destroyForcibly();
                throw new Failed("The server did not start: " + tail(log));
            }
            Thread.sleep(LOOK_EVERY_MILLIS);
        }
        return new Server(process, port, System.nanoTime() - start);
    }

    /** A port on which nobody listens. */
    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static boolean isReady(int port) {
        try (var connection = new Connection(port)) {
            String request = Request.get("127.0.0.1:" + port, "/health/ready");
            return connection.exchange(request.getBytes(ISO_8859_1)) == 200;
        } catch (IOException _) {
            return false;
        }
    }

    private static String tail(Path log) throws IOException {
        List<String> lines = Files.readAllLines(log);
        return String.join(
                "\n", lines.subList(Math.max(0, lines.size() - LOG_LINES), lines.size()));
    }

    int port() {
        return port;
    }

    String host() {
        return "127.0.0.1:" + port;
    }

    /** From the start of the process to the first answer that it is ready. */
    double startSeconds() {
        return startNanos / 1e9;
    }

    ServerProcess process() {
        return new ServerProcess(process.pid());
    }

    /** Stops as an operator would, so that all is recorded. */
    @Override
    public void close() {
        process.destroy();
        process.onExit().completeOnTimeout(process, STOP_SECONDS_MAX, TimeUnit.SECONDS).join();
        process.destroyForcibly().onExit().join();
    }
}
