package org.signalbox.delivery;

import static org.signalbox.delivery.SimulatedPromises.hold;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How much may be sent to a receiver, reckoned once more from what really went on. */
final class SimulatedTrust {
    private static final int FAILING_FROM = 3;
    private static final Duration PACE_SLACK = Duration.ofMillis(20);
    private static final Duration LONGEST = Duration.ofHours(24);

    private final SimulatedClock clock;
    private final Map<Send, Integer> begun = new HashMap<>();
    private LaneSettings settings;
    private int failures;
    private int atOnce;
    private boolean paused;
    private int moment;
    private int lastCounted = -1;
    private @Nullable Instant noProbeBefore;
    private @Nullable Instant lastStart;

    SimulatedTrust(LaneSettings settings, SimulatedClock clock) {
        this.settings = settings;
        this.clock = clock;
        this.atOnce = settings.concurrency();
    }

    boolean failing() {
        return failures >= FAILING_FROM;
    }

    void starts(Send send, int onTheWire) {
        hold(!paused, "nothing is sent while paused", send);
        hold(onTheWire <= (failing() ? 1 : atOnce), "not more at once than trusted", send);
        Instant earliest = noProbeBefore;
        boolean early = failing() && earliest != null && clock.real().isBefore(earliest);
        hold(!early, "probes are spaced", send);
        begun.put(send, moment++);
        keepsPace(send);
    }

    private void keepsPace(Send send) {
        Integer perSecond = settings.maxPerSecond();
        Instant last = lastStart;
        if (perSecond != null && last != null) {
            Duration least = Duration.ofSeconds(1).dividedBy(perSecond).minus(PACE_SLACK);
            boolean kept = Duration.between(last, clock.real()).compareTo(least) >= 0;
            hold(kept, "not more a second than the webhook takes", send);
        }
        lastStart = clock.real();
    }

    void ended(Send send, Result result) {
        int began = Objects.requireNonNull(begun.remove(send));
        switch (result) {
            case Result.Success() -> {
                atOnce = failing() ? 1 : Math.min(settings.concurrency(), atOnce + 1);
                failures = 0;
                noProbeBefore = null;
            }
            case Result.Failure(var retryAfter) -> failed(began, retryAfter);
            case Result.Gone() -> paused = true;
            case Result.Unsendable(), Result.Unwanted() -> {}
        }
    }

    /** Those that were under way when another failed count as one with it. */
    private void failed(int began, @Nullable Duration retryAfter) {
        if (began > lastCounted) {
            lastCounted = moment++;
            failures++;
            atOnce = Math.max(1, atOnce / 4);
            paused |= failures > settings.pauseAfter();
            noProbeBefore = clock.real().plus(SimulatedTries.least(settings, failures));
        }
        if (failing() && retryAfter != null) {
            Instant asked = clock.real().plus(SimulatedTries.clamp(retryAfter));
            noProbeBefore = asked.isAfter(noProbeBefore) ? asked : noProbeBefore;
        }
    }

    void paused() {
        paused = true;
    }

    void resumed() {
        paused = false;
        failures = 0;
        atOnce = 1;
        noProbeBefore = null;
    }

    void adjusted(LaneSettings next) {
        boolean uncut = atOnce == settings.concurrency();
        atOnce = uncut ? next.concurrency() : Math.min(atOnce, next.concurrency());
        settings = next;
        lastStart = null;
    }

    /** A lane knows what is durable. */
    void begins(LaneState state) {
        begun.clear();
        lastStart = null;
        lastCounted = moment++;
        failures = state.consecutiveFailures();
        paused = state.pause() != null;
        atOnce = settings.concurrency();
        for (int i = 0; i < failures; i++) {
            atOnce = Math.max(1, atOnce / 4);
        }
        Instant probe = state.nextProbeAt();
        noProbeBefore = probe == null ? null : SimulatedTries.earlier(clock, probe, LONGEST);
    }

    void clockSet(Duration forward) {
        lastStart = null;
        if (noProbeBefore != null && forward.isPositive()) {
            noProbeBefore = noProbeBefore.minus(forward);
        }
    }

    void agrees(Lane lane) {
        int counted = lane.state().consecutiveFailures();
        hold(counted == failures, "failures in a row are counted", failures + ", not " + counted);
        hold(lane.paused() == paused, "paused after too many failures and only then", failures);
        hold(lane.failing() == failing(), "failing from the third failure on", failures);
    }
}
