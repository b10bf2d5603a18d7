package org.signalbox.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for something that another process does and does not announce. */
final class Until {
    private static final Duration STEP = Duration.ofMillis(20);

    private Until() {}

    /** Looks again and again until it is as expected, and returns that. */
    static <T> T within(Duration patience, Supplier<T> look, Predicate<T> expected) {
        long end = System.nanoTime() + patience.toNanos();
        T seen = look.get();
        while (!expected.test(seen)) {
            assertThat(System.nanoTime()).as("too late: %s", seen).isLessThan(end);
            LockSupport.parkNanos(STEP.toNanos());
            seen = look.get();
        }
        return seen;
    }
}
