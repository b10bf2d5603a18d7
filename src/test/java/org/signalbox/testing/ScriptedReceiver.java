package org.signalbox.testing;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * A real HTTP server on 127.0.0.1 that does what a test tells it and keeps what it got. Each path
 * has a script of its own; what no script covers is answered with 200.
 */
public final class ScriptedReceiver implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private final List<Received> requests = new ArrayList<>();
    private final Map<String, Queue<Reply>> scripts = new HashMap<>();
    private final Map<String, Function<Received, Reply>> rules = new HashMap<>();
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final @Nullable SSLContext tls;
    private final int port;
    private @Nullable ServerSocket server;
    private int accepted;

    private ScriptedReceiver(@Nullable SSLContext tls) {
        this.tls = tls;
        server = listen(0);
        port = server.getLocalPort();
    }

    public static ScriptedReceiver start() {
        return new ScriptedReceiver(null);
    }

    /** One that is reached by {@code https}. */
    public static ScriptedReceiver start(SSLContext tls) {
        return new ScriptedReceiver(tls);
    }

    public URI url(String path) {
        return URI.create((tls == null ? "http" : "https") + "://127.0.0.1:" + port + path);
    }

    public int port() {
        return port;
    }

    /** What to do with the next requests for this path, one each; the last one stays in force. */
    public void on(String path, Reply... replies) {
        lock.lock();
        try {
            scripts.put(path, new ArrayDeque<>(List.of(replies)));
        } finally {
            lock.unlock();
        }
    }

    /** What to do with each request for this path depends on the request. */
    public void decide(String path, Function<Received, Reply> rule) {
        lock.lock();
        try {
            rules.put(path, rule);
        } finally {
            lock.unlock();
        }
    }

    /** Everything received so far, in order of arrival. */
    public List<Received> requests() {
        lock.lock();
        try {
            return List.copyOf(requests);
        } finally {
            lock.unlock();
        }
    }

    public List<Received> requests(String path) {
        return requests().stream().filter(request -> request.path().equals(path)).toList();
    }

    /** How many connections were opened so far. */
    public int connections() {
        lock.lock();
        try {
            return accepted;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until this many requests have come and returns them all. */
    public List<Received> await(int count) {
        return await("", count);
    }

    /** Waits until this many requests have come for paths that begin so, and returns those. */
    public List<Received> await(String path, int count) {
        await(count + " requests for " + path, () -> matching(path).size() >= count);
        return matching(path);
    }

    private List<Received> matching(String path) {
        return requests().stream().filter(request -> request.path().startsWith(path)).toList();
    }

    /** Waits until nobody is connected: whatever a dead server had sent has been read. */
    public void awaitHungUp() {
        await("every connection to end", connections::isEmpty);
    }

    private void await(String what, BooleanSupplier condition) {
        long patience = PATIENCE.toNanos();
        lock.lock();
        try {
            while (!condition.getAsBoolean()) {
                if (patience <= 0) {
                    throw new AssertionError("Waited in vain for " + what);
                }
                patience = arrived.awaitNanos(patience);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            lock.unlock();
        }
    }

    /** Goes down: connections end, new ones are refused, until {@link #comeBack}. */
    public void goDown() {
        lock.lock();
        try {
            if (server != null) {
                server.close();
                server = null;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            lock.unlock();
        }
        hangUp();
    }

    /** Is there again at the same address. */
    public void comeBack() {
        lock.lock();
        try {
            if (server == null) {
                server = listen(port);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Closes every connection that is open now, as a receiver does with idle ones. */
    public void hangUp() {
        for (Socket connection : connections) {
            closeQuietly(connection);
        }
    }

    @Override
    public void close() {
        goDown();
    }

    private ServerSocket listen(int wanted) {
        try {
            var socket =
                    tls == null
                            ? new ServerSocket()
                            : tls.getServerSocketFactory().createServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), wanted), 500);
            Thread.ofVirtual().name("receiver").start(() -> accept(socket));
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(ServerSocket socket) {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                connection.setTcpNoDelay(true);
                connections.add(connection);
                lock.lock();
                try {
                    accepted++;
                } finally {
                    lock.unlock();
                }
                Thread.ofVirtual().name("receiver-connection").start(() -> serve(connection));
            } catch (IOException _) {
                return; // closed
            }
        }
    }

    private void serve(Socket connection) {
        try {
            var in = new BufferedInputStream(connection.getInputStream());
            Received request = read(in);
            while (request != null && take(request).apply(request).to(connection)) {
                request = read(in);
            }
        } catch (IOException _) {
            // The other side is gone.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            closeQuietly(connection);
            gone(connection);
        }
    }

    private void gone(Socket connection) {
        lock.lock();
        try {
            connections.remove(connection);
            arrived.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private Function<Received, Reply> take(Received request) {
        lock.lock();
        try {
            requests.add(request);
            arrived.signalAll();
            Function<Received, Reply> rule = rules.get(request.path());
            if (rule != null) {
                return rule;
            }
            Queue<Reply> script = scripts.get(request.path());
            if (script == null || script.isEmpty()) {
                return _ -> Reply.answer(200);
            }
            Reply reply = script.size() == 1 ? script.element() : script.remove();
            return _ -> reply;
        } finally {
            lock.unlock();
        }
    }

    private static @Nullable Received read(InputStream in) throws IOException {
        String first = line(in);
        if (first == null) {
            return null;
        }
        List<String> words = List.of(first.split(" ", 3));
        var headers = new HashMap<String, String>();
        for (String line = line(in); line != null && !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        return new Received(words.get(0), words.get(1), Map.copyOf(headers), in.readNBytes(length));
    }

    private static @Nullable String line(InputStream in) throws IOException {
        var text = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                return null;
            }
            if (c != '\r') {
                text.append((char) c);
            }
        }
        return new String(
                text.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    private static void closeQuietly(Socket connection) {
        try {
            connection.close();
        } catch (IOException _) {
            // It is closed, that is all that counts.
        }
    }
}
