package org.signalbox.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for something that happens elsewhere, and not for ever. */
public final class Until {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration STEP = Duration.ofMillis(20);

    private Until() {}

    /** Looks again and again until it is as expected, and returns that. */
    public static <T> T seen(Supplier<T> look, Predicate<? super T> expected) {
        return within(PATIENCE, look, expected);
    }

    /** The same with another patience. */
    public static <T> T within(Duration patience, Supplier<T> look, Predicate<? super T> expected) {
        long end = System.nanoTime() + patience.toNanos();
        T seen = look.get();
        while (!expected.test(seen)) {
            assertThat(System.nanoTime()).as("too late: %s", seen).isLessThan(end);
            LockSupport.parkNanos(STEP.toNanos());
            seen = look.get();
        }
        return seen;
    }

    /** Waits until another thread says so. */
    public static void open(CountDownLatch latch) {
        try {
            assertThat(latch.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).as("in time").isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
