package org.signalbox.delivery;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whose turn it is: of what happens and what goes out again, of what is new and what failed. */
final class Turns {
    private final Breaker breaker;
    private final Track live;
    private final Track again;
    private boolean againFirst;

    Turns(Breaker breaker, Track live, Track again) {
        this.breaker = breaker;
        this.live = live;
        this.again = again;
    }

    /**
     * What to send next; nothing with a key that is in flight. Whether anything may be sent at all
     * is not asked here.
     */
    @Nullable Pending next(Set<String> inFlight, Instant now) {
        if (breaker.failing()) {
            return probe(inFlight, now);
        }
        againFirst = !againFirst;
        Pending first = next(againFirst ? again : live, inFlight, now);
        return first != null ? first : next(againFirst ? live : again, inFlight, now);
    }

    private static @Nullable Pending next(Track track, Set<String> inFlight, Instant now) {
        Pending due = track.due(inFlight, now);
        return due != null ? due : track.untried(inFlight);
    }

    /**
     * A probe takes what was never tried before what has failed already, so that one poisonous
     * delivery does not keep a healthy receiver under suspicion.
     */
    private @Nullable Pending probe(Set<String> inFlight, Instant now) {
        Pending untried = live.untried(inFlight);
        if (untried == null) {
            untried = again.untried(inFlight);
        }
        if (untried != null) {
            return untried;
        }
        Pending due = live.due(inFlight, now);
        Pending dueAgain = again.due(inFlight, now);
        boolean againIsOlder =
                due == null || (dueAgain != null && dueAgain.nextAt.isBefore(due.nextAt));
        return againIsOlder ? dueAgain : due;
    }

    /**
     * When something may be sent although nothing happens until then; null when only something that
     * happens can change that.
     */
    @Nullable Instant nextAt(Set<String> inFlight, Instant now) {
        Instant allowed = breaker.freeAt(inFlight.size(), now);
        if (allowed == null) {
            return null;
        }
        if (live.untried(inFlight) != null || again.untried(inFlight) != null) {
            return allowed;
        }
        Instant due = earlier(live.nextDueAt(inFlight), again.nextDueAt(inFlight));
        return due != null && due.isBefore(allowed) ? allowed : due;
    }

    private static @Nullable Instant earlier(@Nullable Instant a, @Nullable Instant b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return a.isBefore(b) ? a : b;
    }
}
