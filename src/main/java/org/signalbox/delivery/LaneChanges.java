package org.signalbox.delivery;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a lane wants written, all in one transaction and in this order.
 *
 * @param dropBacklog everything set aside is given up first
 * @param forgiven which of those set aside then get all their tries anew; null for none
 * @param gone set-aside deliveries that arrived
 * @param merged events that go out with another
 * @param kept set-aside deliveries, new or changed
 * @param wanted after that, the next set-aside delivery of each of these is to be handed back
 * @param urgent whether it must be written soon; otherwise only the cursor moved
 */
record LaneChanges(
        LaneState state,
        boolean dropBacklog,
        @Nullable Forgiven forgiven,
        List<Long> gone,
        List<Merged> merged,
        List<SetAside> kept,
        List<Follow> wanted,
        boolean urgent) {

    /** What failed last in this run of failures, and is due from that moment on. */
    record Forgiven(long streak, Instant from) {}

    /**
     * Names the set-aside deliveries that wait behind one that is now out of the way.
     *
     * @param subject what they are about; null for whatever it is
     */
    record Follow(String key, @Nullable String subject, boolean again, int generation) {}
}
