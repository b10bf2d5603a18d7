package org.signalbox.bench;

/** What was measured does not count; the message says why. */
final class Failed extends RuntimeException {

    Failed(String message) {
        super(message);
    }

    Failed(String message, Throwable cause) {
        super(message, cause);
    }
}
