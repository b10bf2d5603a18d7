package org.signalbox.loop;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.signalbox.store.Outage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a pass again and again on a thread of its own. After a pass that found nothing it waits
 * until it is woken, or until the idle time is over, whichever is first; a wake that comes while a
 * pass runs is not lost. A pass that throws is tried again after a second, and counted as a
 * surprise unless the reason is an outage of the database.
 */
public final class Loop {

    /** One piece of background work. */
    @FunctionalInterface
    public interface Pass {
        /** Does what there is to do now and says how much that was; 0 means nothing is left. */
        int pass() throws Exception;
    }

    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);
    private static final Logger LOG = LoggerFactory.getLogger(Loop.class);

    private final String name;
    private final Pass pass;
    private final Duration idle;
    private final Surprises surprises;
    private final AtomicBoolean woken = new AtomicBoolean();
    private volatile boolean stopping;
    private volatile @Nullable Thread thread;

    /**
     * @param idle the longest wait between passes; only the safety net where the loop is woken
     */
    public Loop(String name, Pass pass, Duration idle, Surprises surprises) {
        this.name = name;
        this.pass = pass;
        this.idle = idle;
        this.surprises = surprises;
    }

    public synchronized void start() {
        if (thread != null) {
            throw new IllegalStateException("The loop " + name + " runs already");
        }
        thread = Thread.ofPlatform().name(name).start(this::run);
    }

    /** Lets the next pass begin at once. Cheap; callable from anywhere, also before the start. */
    public void wake() {
        if (!woken.getAndSet(true)) {
            LockSupport.unpark(thread);
        }
    }

    /** Lets the current pass end and then no other begin; returns when the thread has ended. */
    public synchronized void stop() {
        stopping = true;
        Thread running = thread;
        if (running == null) {
            return;
        }
        LockSupport.unpark(running);
        try {
            running.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!stopping) {
            woken.set(false);
            try {
                if (pass.pass() == 0) {
                    await(idle, woken::get);
                }
            } catch (Exception | Error e) { // without the loop the server would only seem well
                tell(e);
                await(AFTER_FAILURE, () -> false);
            }
        }
    }

    private void tell(Throwable failure) {
        if (Outage.is(failure)) {
            LOG.warn("The loop {} waits for the database: {}", name, failure.getMessage());
        } else {
            surprises.add("the loop " + name + " failed in a pass", failure);
        }
    }

    private void await(Duration patience, BooleanSupplier condition) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!stopping && !condition.getAsBoolean()) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                return;
            }
            LockSupport.parkNanos(this, left);
        }
    }
}
