package org.signalbox.store;

/** The database has more waiting than it accepts. Nothing was done; the caller may try again. */
public final class Overloaded extends RuntimeException {
    public Overloaded(String message) {
        super(message);
    }

    Overloaded(String message, Throwable cause) {
        super(message, cause);
    }
}
