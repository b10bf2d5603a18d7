package org.signalbox.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Posts events of one type over several connections at once, each with a thread of its own. */
final class Poster {
    private final Server server;
    private final String type;
    private final int connections;
    private final int batch;

    /**
     * @param batch how many events go with one request
     */
    Poster(Server server, String type, int connections, int batch) {
        this.server = server;
        this.type = type;
        this.connections = connections;
        this.batch = batch;
    }

    /**
     * Returns when all are answered.
     *
     * @throws Failed when one of them with anything but success
     */
    Posted post(Load load) throws InterruptedException {
        var moments = new Moments(load.first, load.timed());
        var failure = new AtomicReference<@Nullable Exception>();
        var threads = new ArrayList<Thread>();
        long start = System.nanoTime();
        for (int i = 0; i < connections; i++) {
            threads.add(
                    Thread.ofPlatform()
                            .daemon()
                            .name("poster-" + i)
                            .start(() -> {
                                try {
                                    run(load, moments, failure);
                                } catch (IOException | RuntimeException e) {
                                    failure.compareAndSet(null, e);
                                }
                            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        Exception problem = failure.get();
        if (problem != null) {
            throw new Failed("Posting failed: " + problem.getMessage(), problem);
        }
        return new Posted(load.first, load.end(), System.nanoTime() - start, moments);
    }

    private void run(Load load, Moments moments, AtomicReference<@Nullable Exception> failure)
            throws IOException {
        var events = Events.of(server.host(), type, batch);
        boolean timed = moments.areWanted();
        try (var connection = new Connection(server.port())) {
            for (int number = load.claim(batch);
                    number >= 0 && failure.get() == null;
                    number = load.claim(batch)) {
                byte[] request = events.from(number);
                long sent = System.nanoTime();
                int status = connection.exchange(request);
                if (status / 100 != 2) {
                    throw new Failed("status %d, %s".formatted(status, connection.body()));
                }
                if (timed) {
                    moments.keep(number, sent, System.nanoTime());
                }
            }
        }
    }
}
