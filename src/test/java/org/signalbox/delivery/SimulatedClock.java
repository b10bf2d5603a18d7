package org.signalbox.delivery;

import java.time.Duration;
import java.time.Instant;

/** The time as it really is, and as a clock shows it that somebody sets now and then. */
final class SimulatedClock {
    private Instant real;
    private Duration ahead = Duration.ZERO;

    SimulatedClock(Instant start) {
        real = start;
    }

    Instant real() {
        return real;
    }

    Instant shown() {
        return real.plus(ahead);
    }

    /** When it really is what the clock will show then. */
    Instant real(Instant shown) {
        return shown.minus(ahead);
    }

    void passUntil(Instant time) {
        if (time.isAfter(real)) {
            real = time;
        }
    }

    void set(Duration forward) {
        ahead = ahead.plus(forward);
    }
}
