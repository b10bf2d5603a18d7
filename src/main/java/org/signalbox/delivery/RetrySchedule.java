package org.signalbox.delivery;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * How long to wait after each failure in a row. Serves the retries of one delivery as well as the
 * probes of a failing webhook; beyond the last step the last one repeats.
 */
record RetrySchedule(List<Duration> steps) {
    private static final double JITTER = 0.1;
    private static final Duration ASKED_MIN = Duration.ofSeconds(1);
    private static final Duration ASKED_MAX = Duration.ofHours(24);

    RetrySchedule {
        if (steps.isEmpty() || steps.stream().anyMatch(step -> !step.isPositive())) {
            throw new IllegalArgumentException("A retry schedule needs steps longer than zero");
        }
        steps = List.copyOf(steps);
    }

    /** How often a delivery is tried at most: once, and then once more for each step. */
    int triesMax() {
        return 1 + steps.size();
    }

    /** No wait is longer, whether it is ours or what a receiver asked for; jitter left aside. */
    Duration longestWait() {
        Duration step = Collections.max(steps);
        return step.compareTo(ASKED_MAX) > 0 ? step : ASKED_MAX;
    }

    /** What is granted of the wait that a receiver asked for. */
    static Duration granted(Duration asked) {
        Duration least = asked.compareTo(ASKED_MIN) < 0 ? ASKED_MIN : asked;
        return least.compareTo(ASKED_MAX) > 0 ? ASKED_MAX : least;
    }

    /** The wait after this many failures, ±10 % so that deliveries that failed together spread. */
    Duration after(int failures, RandomGenerator random) {
        Duration step = steps.get(Math.clamp(failures, 1, steps.size()) - 1);
        double factor = 1 - JITTER + random.nextDouble() * 2 * JITTER;
        return Duration.ofNanos((long) (step.toNanos() * factor));
    }
}
