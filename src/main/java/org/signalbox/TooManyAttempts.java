package org.signalbox;

import org.springframework.security.authentication.LockedException;

/** Nothing was checked, because too much was guessed before. */
final class TooManyAttempts extends LockedException {
    private static final long serialVersionUID = 1;

    private final long minutes;

    TooManyAttempts(long minutes) {
        super("Too many attempts");
        this.minutes = minutes;
    }

    /** How long to wait. */
    long minutes() {
        return minutes;
    }
}
