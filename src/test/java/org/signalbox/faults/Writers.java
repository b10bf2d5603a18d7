package org.signalbox.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.signalbox.testing.Api;
import org.signalbox.testing.Api.Answer;

/**
 * Post the steps of several subjects, one writer each, whatever becomes of the server: a step
 * without a good answer is repeated under the same key until it has one, and that is noted.
 */
final class Writers implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final Supplier<Api> api;
    private final Map<Long, Integer> answered = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Answer> refusals = new ConcurrentLinkedQueue<>();
    private final AtomicLong longestNanos = new AtomicLong();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean stopping;

    Writers(Supplier<Api> api) {
        this.api = api;
    }

    void start(int count) {
        for (int i = 0; i < count; i++) {
            long subject = i;
            threads.add(Thread.ofVirtual().name("writer-" + subject).start(() -> work(subject)));
        }
    }

    private void work(long subject) {
        for (int step = 1; !stopping; step++) {
            while (!isAnswered(subject, step)) {
                LockSupport.parkNanos(PAUSE.toNanos());
            }
            answered.put(subject, step);
        }
    }

    private boolean isAnswered(long subject, int step) {
        long start = System.nanoTime();
        try {
            Answer answer =
                    api.get()
                            .send(
                                    "POST",
                                    "/api/v3/events",
                                    """
                                    {"type": "custom.step", "subject": "counter:%1$d",
                                     "data": {"subject": %1$d, "step": %2$d}}
                                    """
                                            .formatted(subject, step),
                                    Map.of(
                                            "Content-Type",
                                            "application/json",
                                            "Idempotency-Key",
                                            subject + "/" + step));
            if (answer.status() != 201) {
                refusals.add(answer);
            }
            return answer.status() == 201;
        } catch (UncheckedIOException _) {
            return false; // the server died
        } finally {
            longestNanos.accumulateAndGet(System.nanoTime() - start, Math::max);
        }
    }

    /** Every writer ends once its current step is answered; returns the last step by subject. */
    Map<Long, Integer> finish() {
        stopping = true;
        try {
            for (Thread thread : threads) {
                assertThat(thread.join(Duration.ofSeconds(60))).as("%s ends", thread).isTrue();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return new TreeMap<>(answered);
    }

    /** How many steps were answered well so far. */
    int steps() {
        return answered.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Every answer that was not a good one. */
    List<Answer> refusals() {
        return List.copyOf(refusals);
    }

    /** The longest that a step's request took, whatever came of it. */
    Duration longest() {
        return Duration.ofNanos(longestNanos.get());
    }

    @Override
    public void close() {
        stopping = true;
        threads.forEach(Thread::interrupt);
    }
}
