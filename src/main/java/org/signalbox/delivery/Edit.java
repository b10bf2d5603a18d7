package org.signalbox.delivery;

import java.time.Instant;
import org.signalbox.webhook.Aggregation.Role;

/**
 * What an event is where changes go out as one.
 *
 * @param about the subject whose changes these are
 * @param by who did it
 */
record Edit(String about, Role role, Instant at, long by) {
    /** The same, begun at that time. */
    Edit since(Instant first) {
        return new Edit(about, role, first, by);
    }

    /** Whether it waits for what follows. */
    boolean isHeld() {
        return role != Role.ENDS;
    }

    /** Whether it says all that the earlier one says; whether that is still open is not asked. */
    boolean takesIn(Edit earlier) {
        return role == Role.GOES_ON && by == earlier.by && about.equals(earlier.about);
    }
}
