package org.signalbox.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * An HTTP server that costs next to nothing, because it shares the machine with what is measured:
 * one thread, one read and one write a request, a constant answer.
 */
final class Receiver implements AutoCloseable {
    private static final int INBOXES_MAX = 100_000;
    private static final int READ_BYTES_MAX = 64 * 1024;
    private static final int WAITING_CONNECTIONS_MAX = 4_096;

    private final AtomicReferenceArray<Inbox> inboxes = new AtomicReferenceArray<>(INBOXES_MAX);
    private final AtomicInteger next = new AtomicInteger();
    private final ByteBuffer in = ByteBuffer.allocateDirect(READ_BYTES_MAX);
    private final Selector selector;
    private final ServerSocketChannel server;
    private final int port;

    private Receiver(Selector selector, ServerSocketChannel server) {
        this.selector = selector;
        this.server = server;
        this.port = server.socket().getLocalPort();
    }

    static Receiver start() throws IOException {
        var server = ServerSocketChannel.open();
        server.bind(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                WAITING_CONNECTIONS_MAX);
        server.configureBlocking(false);
        var selector = Selector.open();
        server.register(selector, SelectionKey.OP_ACCEPT);
        var receiver = new Receiver(selector, server);
        Thread.ofPlatform().daemon().name("receiver").start(receiver::serve);
        return receiver;
    }

    /** A new place for deliveries to arrive at. */
    Inbox inbox(Tally tally) {
        return inbox(tally, false);
    }

    /** A place where no request is ever answered. */
    Inbox hanging() {
        return inbox(new Tally(), true);
    }

    private Inbox inbox(Tally tally, boolean hangs) {
        int number = next.getAndIncrement();
        var inbox = new Inbox("http://127.0.0.1:%d/i/%d".formatted(port, number), tally, hangs);
        inboxes.set(number, inbox);
        return inbox;
    }

    private void serve() {
        try {
            while (selector.isOpen()) {
                selector.select(this::handle);
            }
        } catch (ClosedSelectorException _) {
            // The end.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void handle(SelectionKey key) {
        if (key.isAcceptable()) {
            accept();
            return;
        }
        var channel = (SocketChannel) key.channel();
        var exchange = (Exchange) key.attachment();
        try {
            in.clear();
            if (channel.read(in) < 0) {
                channel.close();
                return;
            }
            exchange.take(in.flip(), System.nanoTime());
            for (int i = exchange.answers(); i > 0; i--) {
                channel.write(Exchange.answer());
            }
        } catch (IOException _) {
            close(channel);
        }
    }

    private void accept() {
        try {
            for (var channel = server.accept(); channel != null; channel = server.accept()) {
                channel.configureBlocking(false);
                channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
                channel.register(selector, SelectionKey.OP_READ, new Exchange(inboxes));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void close(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        selector.close();
    }
}
