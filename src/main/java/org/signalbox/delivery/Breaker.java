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

    static boolean isFailing(int consecutiveFailures) {
        return consecutiveFailures >= FAILING_FROM;
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
        Instant at = freeAt(inFlight, now);
        if (at == null || at.isAfter(now)) {
            return 0;
        }
        return failing() ? 1 : limit - inFlight;
    }

    /** From when on another request may start; null for not before something happens. */
    @Nullable Instant freeAt(int inFlight, Instant now) {
        if (pause != null || inFlight >= (failing() ? 1 : limit)) {
            return null;
        }
        Instant probe = nextProbeAt();
        return probe != null && probe.isAfter(now) ? probe : now;
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
     * @param retryAfter the wait that the receiver asked for; a probe respects it when it is longer
     */
    void failed(int sentInEpoch, @Nullable Duration retryAfter, Instant now) {
        if (sentInEpoch == epoch) {
            count(now);
        }
        if (failing() && retryAfter != null) {
            nextProbeAt = later(nextProbeAt, now.plus(retryAfter));
        }
    }

    private void count(Instant now) {
        epoch++;
        if (consecutiveFailures++ == 0) {
            failingSince = now;
        }
        limit = Math.max(1, limit / 4);
        if (failing()) {
            nextProbeAt = now.plus(settings.schedule().after(consecutiveFailures, random));
        }
        if (consecutiveFailures > settings.pauseAfter() && pause == null) {
            pause = new Pause(now, null, consecutiveFailures + " failures in a row");
        }
    }

    private static Instant later(@Nullable Instant a, Instant b) {
        return a != null && a.isAfter(b) ? a : b;
    }

    /** A delivery is to be tried again; returns the run of failures that it belongs to. */
    long join() {
        tainted = true;
        return streak;
    }

    /**
     * The clock was set back: the wait for the next probe goes on as if it had not been. Returns
     * whether that is something a restart has to know.
     */
    boolean moveBack(Duration back) {
        if (nextProbeAt == null) {
            return false;
        }
        nextProbeAt = nextProbeAt.minus(back);
        return true;
    }

    /** Lets the next probe wait no longer than this. */
    void dueBy(Instant limit) {
        if (nextProbeAt != null && nextProbeAt.isAfter(limit)) {
            nextProbeAt = limit;
        }
    }

    /** Returns whether it was not paused before. */
    boolean pause(Pause by) {
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
        return isFailing(consecutiveFailures);
    }

    boolean isGone() {
        Pause now = pause;
        return now != null && now.isGone();
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
