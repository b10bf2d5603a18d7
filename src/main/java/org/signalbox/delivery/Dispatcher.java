package org.signalbox.delivery;

import java.util.List;
import org.signalbox.event.Event;
import org.springframework.stereotype.Component;

/**
 * Reads the log once for all lanes that keep up, and hands each event to those that want it. A lane
 * with no room for it drops out and reads for itself until it has caught up, so that none holds up
 * the others.
 *
 * <p>A lane that gets nothing out of a batch is not touched at all; that it has been read for
 * follows from {@link #doneUpTo}.
 */
@Component
final class Dispatcher {
    private static final int BATCH = 512;

    /** How far back the shared reader begins; whoever is further behind reads for itself. */
    static final long START_BEHIND_MAX = 20_000;

    private final EventReader reader;
    private final Lanes lanes;
    private final Interests interests;
    private volatile long claimed;
    private volatile long done;

    Dispatcher(EventReader reader, Lanes lanes, Interests interests) {
        this.reader = reader;
        this.lanes = lanes;
        this.interests = interests;
    }

    /** Begins where the first of the lanes stands that are not far behind. */
    void begin() {
        long head = reader.head();
        long earliest = Math.max(0, head - START_BEHIND_MAX);
        long start =
                lanes.all().stream()
                        .mapToLong(lane -> lane.look(0, Lane::readUpTo))
                        .filter(cursor -> cursor >= earliest)
                        .min()
                        .orElse(head);
        claimed = Math.min(start, head);
        done = claimed;
    }

    /** Before a batch is handed out this says how far it reaches: a lane beyond it may join. */
    long claimedUpTo() {
        return claimed;
    }

    /** Up to here every lane that keeps up has got what it wants. */
    long doneUpTo() {
        return done;
    }

    /** Hands out the next batch; returns how many events it had. */
    int pass() {
        long from = done;
        List<Event> batch = reader.after(from, BATCH);
        if (batch.isEmpty()) {
            return reader.awaitSettling(from) ? 1 : 0;
        }
        long upTo = batch.getLast().sequence();
        claimed = upTo;
        interests.of(batch).forEach((lane, wanted) -> lane.offerShared(wanted, from, upTo));
        done = upTo;
        return batch.size();
    }
}
