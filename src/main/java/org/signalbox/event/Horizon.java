package org.signalbox.event;

import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Knows which gaps in the numbers of the log are final.
 *
 * <p>PostgreSQL hands out numbers before the commit, so 12 may be visible while 11 is still on its
 * way, or was rolled back and never comes. A mark pairs the highest number that is visible in some
 * snapshot with a transaction id that was assigned after that snapshot: whoever still holds a lower
 * number had its own, lower id already then. A snapshot in which every transaction below the mark's
 * id has ended therefore shows all that will ever come up to the mark's number. Two marks suffice:
 * one that has matured, and one that is maturing.
 *
 * <p>Safe for use by many threads.
 */
final class Horizon {
    private record Mark(long sequence, long transaction) {}

    private @Nullable Mark mature;
    private @Nullable Mark maturing;

    /**
     * Whether no number up to this one can still come behind the back of a snapshot.
     *
     * @param oldestRunning the lowest transaction id that had not ended in that snapshot
     */
    synchronized boolean isFinal(long sequence, long oldestRunning) {
        promote(oldestRunning);
        return mature != null
                && sequence <= mature.sequence()
                && mature.transaction() <= oldestRunning;
    }

    /**
     * Sets a mark, unless one is maturing.
     *
     * @param newest the highest number that is visible in a snapshot
     * @param assigned gives a transaction id that is assigned after that snapshot was taken
     */
    synchronized void mark(long newest, long oldestRunning, LongSupplier assigned) {
        promote(oldestRunning);
        if (maturing == null) {
            maturing = new Mark(newest, assigned.getAsLong());
        }
    }

    private void promote(long oldestRunning) {
        if (maturing != null && maturing.transaction() <= oldestRunning) {
            mature = maturing;
            maturing = null;
        }
    }
}
