package org.signalbox.loop;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/**
 * Notes in memory that are written down once a minute, and when the server has answered its last
 * request. It starts before the first one.
 */
public abstract class TakingStock implements SmartLifecycle {
    private static final Duration EVERY = Duration.ofMinutes(1);

    private final String name;
    private final Surprises surprises;
    private volatile @Nullable Loop loop;

    protected TakingStock(String name, Surprises surprises) {
        this.name = name;
        this.surprises = surprises;
    }

    /** Writes down what was noted since the last time. */
    protected abstract void write();

    @Override
    public final void start() {
        var begun = new Loop(name, this::pass, EVERY, surprises);
        loop = begun;
        begun.start();
    }

    private int pass() {
        write();
        return 0;
    }

    @Override
    public final void stop() {
        Loop running = loop;
        if (running != null) {
            loop = null;
            running.stop();
            write();
        }
    }

    @Override
    public final boolean isRunning() {
        return loop != null;
    }

    /** The web server starts after this and stops before it. */
    @Override
    public final int getPhase() {
        return 0;
    }
}
