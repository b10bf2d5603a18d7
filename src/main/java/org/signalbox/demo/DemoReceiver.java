package org.signalbox.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import org.signalbox.sender.Secret;
import org.signalbox.sender.Signatures;

/** A receiver on a free port of this machine that verifies what arrives and tells the terminal. */
final class DemoReceiver implements AutoCloseable {
    private static final String PATH = "/hooks";

    private final HttpServer server;
    private final Secret secret;
    private final Terminal terminal;

    DemoReceiver(Secret secret, Terminal terminal) throws IOException {
        this.secret = secret;
        this.terminal = terminal;
        this.server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(PATH, this::receive);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + PATH);
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            boolean genuine = tell(exchange, body);
            byte[] answer =
                    (genuine ? "{\"message\":\"Thank you\"}" : "{\"error\":\"wrong signature\"}")
                            .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(genuine ? 200 : 401, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    private boolean tell(HttpExchange exchange, byte[] body) {
        String id = header(exchange, "webhook-id");
        String timestamp = header(exchange, "webhook-timestamp");
        String standard = header(exchange, "webhook-signature");
        String openProject = header(exchange, "X-OP-Signature");
        boolean standardHolds =
                timestamp.matches("\\d{1,12}")
                        && same(
                                standard,
                                Signatures.standard(
                                        id,
                                        Instant.ofEpochSecond(Long.parseLong(timestamp)),
                                        body,
                                        List.of(secret)));
        boolean openProjectHolds = same(openProject, Signatures.openProject(body, secret));
        terminal.say("");
        terminal.say("A delivery arrived, " + body.length + " bytes:");
        terminal.say("  webhook-id         " + id);
        terminal.say("  webhook-timestamp  " + timestamp);
        terminal.say("  webhook-signature  " + standard + "  " + verdict(standardHolds));
        terminal.say("  X-OP-Signature     " + openProject + "  " + verdict(openProjectHolds));
        terminal.say("  " + shorten(new String(body, StandardCharsets.UTF_8)));
        return standardHolds && openProjectHolds;
    }

    private static String header(HttpExchange exchange, String name) {
        String value = exchange.getRequestHeaders().getFirst(name);
        return value == null ? "" : value;
    }

    private static boolean same(String given, String expected) {
        return MessageDigest.isEqual(
                given.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
    }

    private static String verdict(boolean holds) {
        return holds ? "verified" : "NOT VERIFIED";
    }

    private static String shorten(String body) {
        return body.length() <= 160 ? body : body.substring(0, 160) + " …";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
