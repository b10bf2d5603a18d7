package org.signalbox.sender;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;

/**
 * Asks the system's resolver and waits only so long. A look-up cannot be interrupted and would hold
 * the carrier of a virtual thread, so it runs on one of a few threads of its own.
 */
@Component
final class DnsLookup implements Lookup, AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final int THREADS = 16;
    private static final int WAITING_MAX = 1_000;

    private final ThreadPoolExecutor threads;

    DnsLookup() {
        threads =
                new ThreadPoolExecutor(
                        THREADS,
                        THREADS,
                        30,
                        SECONDS,
                        new LinkedBlockingQueue<>(WAITING_MAX),
                        Thread.ofPlatform().daemon().name("dns-", 0).factory());
        threads.allowCoreThreadTimeOut(true);
    }

    @Override
    public List<InetAddress> addresses(String name) throws UnknownHostException {
        try {
            Future<InetAddress[]> answer = threads.submit(() -> InetAddress.getAllByName(name));
            return List.of(answer.get(LIMIT.toMillis(), MILLISECONDS));
        } catch (ExecutionException e) {
            throw unknown("The name %s does not exist".formatted(name), e);
        } catch (TimeoutException | RejectedExecutionException e) {
            throw unknown(
                    "The name %s was not found within %d s".formatted(name, LIMIT.toSeconds()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unknown("The look-up of %s was interrupted".formatted(name), e);
        }
    }

    private static UnknownHostException unknown(String words, Exception cause) {
        var unknown = new UnknownHostException(words);
        unknown.initCause(cause);
        return unknown;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
