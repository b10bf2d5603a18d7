package org.signalbox.event;

import org.jspecify.annotations.Nullable;
import org.signalbox.event.EventStore.Running;

/**
 * Knows which gaps in the numbers of the log are final.
 *
 * <p>PostgreSQL hands out numbers before the commit, so 12 may be visible while 11 is still on its
 * way, or was rolled back and never comes. A mark pairs the highest number that was visible at some
 * moment with the next transaction id of that moment: whoever still holds a lower number had its id
 * already then. Once every transaction below that id has ended, all gaps up to the mark's number
 * are final. Two marks suffice: one that has matured, and one that is maturing.
 *
 * <p>Safe for use by many threads.
 */
final class Horizon {
    private record Mark(long sequence, long nextTransaction) {
        boolean matureIn(Running running) {
            return running.oldest() >= nextTransaction;
        }
    }

    private @Nullable Mark mature;
    private @Nullable Mark maturing;

    /**
     * Whether in the snapshot that shows these transactions no number up to this one can still
     * come.
     */
    synchronized boolean isFinal(long sequence, Running running) {
        promote(running);
        return mature != null && sequence <= mature.sequence() && mature.matureIn(running);
    }

    /** Learns from a snapshot: the highest number visible in it, and its transactions. */
    synchronized void observe(long newest, Running running) {
        promote(running);
        if (maturing == null) {
            maturing = new Mark(newest, running.next());
        }
    }

    private void promote(Running running) {
        if (maturing != null && maturing.matureIn(running)) {
            mature = maturing;
            maturing = null;
        }
    }

    /**
     * The highest number up to which everything is final, as far as has been learnt; 0 at first.
     */
    synchronized long settled() {
        return mature == null ? 0 : mature.sequence();
    }
}
