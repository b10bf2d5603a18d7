package org.signalbox.delivery;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What a lane that begins knows of events that it is going to read: which were dealt with already,
 * and which take in others.
 */
final class Recollection {
    private final Set<Long> dealtWith;
    private final Map<Long, Instant> begun;

    /**
     * @param dealtWith events that have arrived, are set aside, or go out with another
     * @param begun when the first of those happened that an event takes in
     */
    Recollection(Collection<Long> dealtWith, Map<Long, Instant> begun) {
        this.dealtWith = new HashSet<>(dealtWith);
        this.begun = new HashMap<>(begun);
    }

    /** What this is, with what is known of it; forgets that. */
    Wanted recall(Wanted event) {
        Wanted since = event.since(begun.remove(event.sequence()));
        return dealtWith.remove(event.sequence()) ? since.asOver() : since;
    }
}
