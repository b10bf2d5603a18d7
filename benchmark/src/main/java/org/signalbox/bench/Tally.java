package org.signalbox.bench;

import java.util.concurrent.locks.LockSupport;

/** Counts what arrived in some inboxes. The receiver's thread writes, any thread reads. */
final class Tally {
    private static final long LOOK_EVERY_NANOS = 500_000;
    private static final long STALLED_NANOS = 120_000_000_000L;

    private volatile long arrived;
    private volatile long duplicates;
    private volatile long lastAt;

    @SuppressWarnings("NonAtomicVolatileUpdate") // one thread writes
    void first(long now) {
        lastAt = now;
        arrived++;
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // one thread writes
    void again() {
        duplicates++;
    }

    /** How many different deliveries arrived. */
    long arrived() {
        return arrived;
    }

    /** When the latest of them did, by {@link System#nanoTime()}. */
    long lastAt() {
        return lastAt;
    }

    /**
     * Waits until so many have arrived since the beginning, as long as something still arrives.
     *
     * @throws Failed when deliveries are missing, or some came more than once
     */
    void await(long count) {
        long known = -1;
        long since = System.nanoTime();
        while (arrived < count) {
            long now = System.nanoTime();
            if (arrived != known) {
                known = arrived;
                since = now;
            } else if (now - since > STALLED_NANOS) {
                throw new Failed(
                        "%,d of %,d deliveries are missing".formatted(count - arrived, count));
            }
            LockSupport.parkNanos(LOOK_EVERY_NANOS);
        }
        if (arrived > count) {
            throw new Failed("%,d deliveries too many".formatted(arrived - count));
        }
        if (duplicates > 0) {
            throw new Failed("%,d deliveries came more than once".formatted(duplicates));
        }
    }
}
