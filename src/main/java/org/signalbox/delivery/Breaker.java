package org.signalbox.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * How much a receiver is trusted with. Each failure in a row cuts the requests at once to a
 * quarter; from the third on only single probes go out, spaced by the retry schedule; too many
 * pause the webhook until a person resumes it. A success ends the run, and the requests at once
 * grow again.
 */
final class Breaker {
    private static final int FAILING_FROM = 3;

    private final RandomGenerator random;
    private LaneSettings settings;
    private int consecutiveFailures;
    private @Nullable Instant failingSince;
    private long streak;
    private @Nullable Instant nextProbeAt;
    private @Nullable Pause pause;
    private int limit;
    private int epoch;

    /** Whether something failed since the last success; after a restart that is not known. */
    private boolean tainted = true;

    Breaker(LaneSettings settings, LaneState state, RandomGenerator random) {
        this.settings = settings;
        this.random = random;
        this.consecutiveFailures = state.consecutiveFailures();
        this.failingSince = state.failingSince();
        this.streak = state.streak();
        this.nextProbeAt = state.nextProbeAt();
        this.pause = state.pause();
        this.limit = Math.max(1, settings.concurrency() >> (2 * Math.min(15, consecutiveFailures)));
    }

    void adjust(LaneSettings changed) {
        if (limit == settings.concurrency()) {
            limit = changed.concurrency(); // nothing was cut: the new bound holds at once
        }
        limit = Math.min(limit, changed.concurrency());
        settings = changed;
    }

    /** How many more requests may start now. */
    int free(int inFlight, Instant now) {
        if (pause != null) {
            return 0;
        }
        if (failing()) {
            boolean due = nextProbeAt == null || !now.isBefore(nextProbeAt);
            return inFlight == 0 && due ? 1 : 0;
        }
        return Math.max(0, limit - inFlight);
    }

    /** Returns whether anything changed that a restart has to know. */
    boolean succeeded() {
        boolean changed = tainted || consecutiveFailures > 0;
        limit = failing() ? 1 : Math.min(settings.concurrency(), limit + 1);
        consecutiveFailures = 0;
        failingSince = null;
        nextProbeAt = null;
        if (tainted) {
            tainted = false;
            streak++;
        }
        return changed;
    }

    /**
     * @param sentInEpoch of the attempt: when another failure was counted since it started, the two
     *     were under way together and count as one
     */
    void failed(int sentInEpoch, @Nullable Duration retryAfter, Instant now) {
        tainted = true;
        if (sentInEpoch != epoch) {
            return;
        }
        epoch++;
        if (consecutiveFailures++ == 0) {
            failingSince = now;
        }
        limit = Math.max(1, limit / 4);
        if (failing()) {
            Duration wait = settings.schedule().after(consecutiveFailures, random);
            boolean longer = retryAfter != null && retryAfter.compareTo(wait) > 0;
            nextProbeAt = now.plus(longer ? retryAfter : wait);
        }
        if (consecutiveFailures > settings.pauseAfter() && pause == null) {
            pause = new Pause(now, null, consecutiveFailures + " failures in a row");
        }
    }

    /** Returns whether it was not paused before. */
    boolean pause(Pause by) {
        tainted = true;
        if (pause != null) {
            return false;
        }
        pause = by;
        return true;
    }

    void resume() {
        pause = null;
        consecutiveFailures = 0;
        failingSince = null;
        nextProbeAt = null;
        limit = 1;
    }

    boolean failing() {
        return consecutiveFailures >= FAILING_FROM;
    }

    boolean paused() {
        return pause != null;
    }

    int epoch() {
        return epoch;
    }

    long streak() {
        return streak;
    }

    int consecutiveFailures() {
        return consecutiveFailures;
    }

    @Nullable Instant failingSince() {
        return failingSince;
    }

    @Nullable Instant nextProbeAt() {
        return failing() ? nextProbeAt : null;
    }

    @Nullable Pause pause() {
        return pause;
    }
}
