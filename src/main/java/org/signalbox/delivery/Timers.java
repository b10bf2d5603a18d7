package org.signalbox.delivery;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;

/** Wakes lanes when it is time for something. One thread; what it runs must be quick. */
final class Timers implements AutoCloseable {
    /** Longer waits are looked at again after this, as the clock may have been set meanwhile. */
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private static final Duration SHORTEST = Duration.ofMillis(1);

    private final ScheduledThreadPoolExecutor thread =
            new ScheduledThreadPoolExecutor(
                    1, Thread.ofPlatform().daemon().name("delivery-timer").factory());

    Timers() {
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** Runs the action at that time or, when that is far, earlier; never after the close. */
    void at(Instant time, Instant now, Runnable action) {
        Duration wait = Duration.between(now, time);
        if (wait.compareTo(LONGEST) > 0) {
            wait = LONGEST;
        } else if (wait.compareTo(SHORTEST) < 0) {
            wait = SHORTEST;
        }
        try {
            var _ = thread.schedule(action, wait.toNanos(), NANOSECONDS);
        } catch (RejectedExecutionException e) {
            return; // the server stops
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
