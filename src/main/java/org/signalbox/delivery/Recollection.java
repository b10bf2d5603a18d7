package org.signalbox.delivery;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What a lane that begins knows of events that it is going to read: which were dealt with already,
 * and which take in others. Where the cursor stands far behind, very many may have been dealt with;
 * they are looked up page by page as the lane reads. Guarded by the lane's lock.
 */
final class Recollection {
    private final Set<Long> dealtWith;
    private final long lookUpTo;
    private final Map<Long, Instant> begun;

    /**
     * @param dealtWith events that have arrived, are set aside, or go out with another
     * @param lookUpTo events up to here are to be looked up first; 0 when all are known
     * @param begun when the first of those happened that an event takes in
     */
    Recollection(Collection<Long> dealtWith, long lookUpTo, Map<Long, Instant> begun) {
        this.dealtWith = new HashSet<>(dealtWith);
        this.lookUpTo = lookUpTo;
        this.begun = new HashMap<>(begun);
    }

    /** Whether it is to be looked up what was dealt with right after this event. */
    boolean isUnsureAfter(long sequence) {
        return sequence < lookUpTo;
    }

    void learn(Collection<Long> alsoDealtWith) {
        dealtWith.addAll(alsoDealtWith);
    }

    /** What this is, with what is known of it; forgets that. */
    Wanted recall(Wanted event) {
        Wanted since = event.since(begun.remove(event.sequence()));
        return dealtWith.remove(event.sequence()) ? since.asOver() : since;
    }
}
