package org.signalbox.loop;

import java.time.Duration;

/**
 * Work that is done now and then as long as the server runs, in small pieces so that no other write
 * waits for it. It starts after all else and stops before it.
 */
public abstract class Housekeeping extends Background {
    private static final Duration EVERY = Duration.ofMinutes(10);

    protected Housekeeping(String name, Surprises surprises) {
        super(name, EVERY, surprises);
    }
}
