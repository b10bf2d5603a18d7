package org.signalbox.delivery;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Lanes that wait for a loop's attention, each once. Safe for use by many threads. */
final class LaneQueue {
    private final Set<RunningLane> waiting = new LinkedHashSet<>();
    private volatile Runnable wake = () -> {};

    /** What to run when a lane has come. */
    void onOffer(Runnable action) {
        wake = action;
    }

    void offer(RunningLane lane) {
        boolean added;
        synchronized (waiting) {
            added = waiting.add(lane);
        }
        if (added) {
            wake.run();
        }
    }

    /** Takes out at most so many, those that wait longest. */
    List<RunningLane> take(int max) {
        synchronized (waiting) {
            var taken = new ArrayList<RunningLane>(Math.min(max, waiting.size()));
            var all = waiting.iterator();
            while (taken.size() < max && all.hasNext()) {
                taken.add(all.next());
                all.remove();
            }
            return taken;
        }
    }
}
