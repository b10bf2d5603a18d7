package org.signalbox.loop;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/**
 * Work that is done now and then as long as the server runs, in small pieces so that no other write
 * waits for it. It starts after all else and stops before it.
 */
public abstract class Housekeeping implements SmartLifecycle {
    private static final Duration EVERY = Duration.ofMinutes(10);

    private final String name;
    private final Surprises surprises;
    private volatile @Nullable Loop loop;

    protected Housekeeping(String name, Surprises surprises) {
        this.name = name;
        this.surprises = surprises;
    }

    /** Does one piece; says how much that was, and 0 means that nothing is left. */
    protected abstract int pass();

    @Override
    public final void start() {
        var begun = new Loop(name, this::pass, EVERY, surprises);
        loop = begun;
        begun.start();
    }

    @Override
    public final void stop() {
        Loop running = loop;
        if (running != null) {
            loop = null;
            running.stop();
        }
    }

    @Override
    public final boolean isRunning() {
        return loop != null;
    }
}
