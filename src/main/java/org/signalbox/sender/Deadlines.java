package org.signalbox.sender;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.apache.hc.client5.http.classic.methods.HttpPost;

/**
 * Cuts off requests that last too long. One thread looks at all that is under way, ten times a
 * second: a request that ends in time, as nearly all do, costs no timer of its own.
 */
final class Deadlines implements AutoCloseable {
    private static final long LOOK_EVERY_MILLIS = 100;

    private final Set<Deadline> underWay = ConcurrentHashMap.newKeySet();
    private final ScheduledThreadPoolExecutor thread =
            new ScheduledThreadPoolExecutor(
                    1, Thread.ofPlatform().daemon().name("deadlines").factory());

    Deadlines() {
        var _ =
                thread.scheduleWithFixedDelay(
                        this::look, LOOK_EVERY_MILLIS, LOOK_EVERY_MILLIS, MILLISECONDS);
    }

    /** The deadline of one request. */
    static final class Deadline {
        private final HttpPost post;
        private final long start;
        private final long nanos;
        private volatile boolean missed;

        private Deadline(HttpPost post, long start, Duration timeout) {
            this.post = post;
            this.start = start;
            this.nanos = timeout.toNanos();
        }

        private boolean cutOff(long now) {
            if (now - start < nanos) {
                return false;
            }
            missed = true;
            post.cancel();
            return true;
        }

        /** Whether the request was cut off. */
        boolean missed() {
            return missed;
        }
    }

    /** Watches this request, which began at {@code start}, until it is {@link #over}. */
    Deadline watch(HttpPost post, long start, Duration timeout) {
        var deadline = new Deadline(post, start, timeout);
        underWay.add(deadline);
        return deadline;
    }

    void over(Deadline deadline) {
        underWay.remove(deadline);
    }

    private void look() {
        long now = System.nanoTime();
        underWay.removeIf(deadline -> deadline.cutOff(now));
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
