package org.signalbox.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Changes that wait a while for others by the same person to the same subject, with which they go
 * out as one. A wait begins with the first of them and is no longer for those that follow, so that
 * nothing waits for longer than that.
 */
final class Gathering {
    /** The last change of each subject, as long as it was not sent. */
    private final Map<String, Pending> open = new HashMap<>();

    /** Those of which nothing is in the way but the time. */
    private final Agenda waiting = new Agenda();

    private Duration time = Duration.ZERO;

    /** Sets how long a wait is from now on; none that is under way becomes longer by it. */
    void adjust(Duration wait) {
        time = wait;
    }

    /**
     * The change that this event takes in, if it does; one that it only ends is due now.
     *
     * @param over whether the event goes out no more, and ends what waits in any case
     */
    @Nullable Pending close(Edit edit, boolean over, Instant now) {
        Pending last = open.remove(edit.about());
        if (last == null || (isOn() && !over && takesIn(edit, last))) {
            return last;
        }
        if (last.nextAt.isAfter(now)) {
            waiting.change(last, one -> one.nextAt = now);
        }
        return null;
    }

    private static boolean takesIn(Edit edit, Pending last) {
        return last.edit != null && edit.takesIn(last.edit) && !edit.at().isAfter(last.openUntil);
    }

    /** It waits from now on. */
    void begin(Pending pending, Edit edit, @Nullable Pending takenIn, Instant now) {
        pending.edit = edit;
        open.put(edit.about(), pending);
        if (takenIn != null) {
            pending.first = takenIn.first;
            pending.openUntil = takenIn.openUntil;
            pending.nextAt = takenIn.nextAt;
        } else {
            Instant latest = now.plus(time);
            pending.openUntil = edit.at().plus(time);
            pending.nextAt = pending.openUntil.isBefore(latest) ? pending.openUntil : latest;
        }
    }

    boolean isOn() {
        return time.isPositive();
    }

    /** Only the time is in its way. */
    void await(Pending pending) {
        waiting.add(pending);
    }

    /** Something else is in its way. */
    void unawait(Pending pending) {
        waiting.remove(pending);
    }

    /** It goes out, or waits for something else: nothing is taken in any more. */
    void leave(Pending pending) {
        Edit edit = pending.edit;
        if (edit != null) {
            waiting.remove(pending);
            open.remove(edit.about(), pending);
            pending.edit = null;
        }
    }

    int waiting() {
        return waiting.size();
    }

    /** Those whose time has come; they wait no longer. */
    List<Pending> due(Instant now) {
        waiting.dueBy(now.plus(time));
        var due = new ArrayList<Pending>();
        Pending next = waiting.due(Set.of(), now);
        while (next != null) {
            waiting.remove(next);
            due.add(next);
            next = waiting.due(Set.of(), now);
        }
        return due;
    }

    /** When the next one is due that may be sent then. */
    @Nullable Instant nextAt(Set<String> inFlight) {
        return waiting.nextAt(inFlight);
    }

    void clear() {
        open.clear();
        waiting.clear();
    }
}
