package org.signalbox.webhook;

/**
 * The part of an event where changes of one person to one subject go out as one.
 *
 * @param about the subject whose changes these are
 */
public record Aggregation(String about, Role role) {

    public enum Role {
        /** Waits, and goes out with what follows. */
        BEGINS,
        /** Waits, and takes in what was there before. */
        GOES_ON,
        /** Is no change itself; what waits goes out first. */
        ENDS
    }
}
