package org.signalbox.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoopTest {
    private static final Duration NEVER = Duration.ofDays(1);

    private final Surprises surprises = new Surprises();
    private final Semaphore passes = new Semaphore(0);
    private final Semaphore hold = new Semaphore(0);
    private final List<Loop> started = new ArrayList<>();

    @AfterEach
    void stop() {
        hold.release(1_000);
        started.forEach(Loop::stop);
    }

    @Test
    void a_pass_follows_at_once_while_there_is_work() throws InterruptedException {
        var left = new AtomicInteger(3);
        start(
                () -> {
                    passes.release();
                    return left.getAndDecrement() > 0 ? 1 : 0;
                },
                NEVER);

        assertThat(passes.tryAcquire(4, 10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void a_wake_during_a_pass_is_not_lost() throws InterruptedException {
        Loop loop =
                start(
                        () -> {
                            passes.release();
                            hold.acquire();
                            return 0;
                        },
                        NEVER);
        passes.acquire();
        loop.wake();
        hold.release();

        assertThat(passes.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void without_a_wake_the_idle_time_brings_the_next_pass() throws InterruptedException {
        start(
                () -> {
                    passes.release();
                    return 0;
                },
                Duration.ofMillis(1));

        assertThat(passes.tryAcquire(3, 10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void a_pass_that_throws_is_counted_and_the_loop_goes_on() throws InterruptedException {
        Loop loop =
                start(
                        () -> {
                            passes.release();
                            throw new IllegalStateException("no");
                        },
                        NEVER);
        passes.acquire();
        loop.wake();

        assertThat(passes.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
        assertThat(surprises.count()).isPositive();
    }

    @Test
    void not_even_an_error_ends_the_loop() throws InterruptedException {
        start(
                () -> {
                    passes.release();
                    throw new StackOverflowError();
                },
                NEVER);

        assertThat(passes.tryAcquire(2, 10, TimeUnit.SECONDS)).isTrue();
        assertThat(surprises.count()).isPositive();
    }

    @Test
    void after_stop_no_pass_begins() throws InterruptedException {
        Loop loop =
                start(
                        () -> {
                            passes.release();
                            return 0;
                        },
                        NEVER);
        passes.acquire();
        loop.stop();
        passes.drainPermits();
        loop.wake();

        assertThat(passes.availablePermits()).isZero();
    }

    private Loop start(Loop.Pass pass, Duration idle) {
        var loop = new Loop("test-loop", pass, idle, surprises);
        started.add(loop);
        loop.start();
        return loop;
    }
}
