package org.signalbox.loop;

import java.time.Duration;

/**
 * Notes in memory that are written down once a minute, and when the server has answered its last
 * request. It starts before the first one.
 */
public abstract class TakingStock extends Background {
    private static final Duration EVERY = Duration.ofMinutes(1);

    protected TakingStock(String name, Surprises surprises) {
        super(name, EVERY, surprises);
    }

    /** Writes down what was noted since the last time. */
    protected abstract void write();

    @Override
    protected final int pass() {
        write();
        return 0;
    }

    @Override
    public final void stop() {
        boolean noting = isRunning();
        super.stop();
        if (noting) {
            write();
        }
    }

    /** The web server starts after this and stops before it. */
    @Override
    public final int getPhase() {
        return 0;
    }
}
