package org.signalbox.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Lanes that could not be read for. Each is left alone for a while, longer from one time to the
 * next, and then offered again; so it is in nobody's way. What went wrong is told once, and again
 * when it is something else.
 */
final class Setbacks {
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final int DOUBLED_MAX = 6; // about a minute

    /** How often in a row, and what it was last. */
    private record Setback(int times, Class<?> kind) {}

    /** For the one thread that reads. */
    private final Map<RunningLane, Setback> known = new HashMap<>();

    private final Set<RunningLane> resting = ConcurrentHashMap.newKeySet();
    private final Shell shell;

    Setbacks(Shell shell) {
        this.shell = shell;
    }

    boolean isResting(RunningLane lane) {
        return resting.contains(lane);
    }

    void failed(RunningLane lane, Throwable failure) {
        Setback last = known.get(lane);
        if (last == null || last.kind() != failure.getClass()) {
            String what = "the log could not be read for webhook " + lane.webhook().id();
            shell.surprises().add(what, failure);
        }
        int times = last == null ? 1 : last.times() + 1;
        known.put(lane, new Setback(times, failure.getClass()));
        resting.add(lane);
        Instant now = shell.time().instant();
        Duration rest = SHORTEST.multipliedBy(1L << Math.min(times - 1, DOUBLED_MAX));
        shell.timers().at(now.plus(rest), now, () -> goOn(lane));
    }

    private void goOn(RunningLane lane) {
        resting.remove(lane);
        shell.lagging().offer(lane);
    }

    void succeeded(RunningLane lane) {
        known.remove(lane);
    }
}
