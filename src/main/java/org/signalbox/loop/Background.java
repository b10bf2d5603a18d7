package org.signalbox.loop;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** A part of the server that has a {@link Loop} of its own from its start to its end. */
public abstract class Background implements SmartLifecycle {
    private final String name;
    private final Duration idle;
    private final Surprises surprises;
    private volatile @Nullable Loop loop;

    /**
     * @param name of its thread
     * @param idle the longest wait between passes
     */
    protected Background(String name, Duration idle, Surprises surprises) {
        this.name = name;
        this.idle = idle;
        this.surprises = surprises;
    }

    /** Does one piece; says how much that was, and 0 means that nothing is left. */
    protected abstract int pass();

    @Override
    public final void start() {
        var begun = new Loop(name, this::pass, idle, surprises);
        loop = begun;
        begun.start();
    }

    @Override
    public void stop() {
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
