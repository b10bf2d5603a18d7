package org.signalbox.delivery;

import static org.signalbox.delivery.SimulatedPromises.hold;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** When each delivery may be tried, and how often, reckoned once more. */
final class SimulatedTries {
    private static final int TRIES_MAX = 11;
    private static final Duration LONGEST = Duration.ofHours(24);

    private final SimulatedClock clock;
    private final Map<Long, Integer> tries = new HashMap<>();
    private final Map<Long, Long> lastFailure = new HashMap<>();
    private final Map<Long, Instant> notBefore = new HashMap<>();

    /** Of those behind another one in the store a pause and its end do not change the tries. */
    private final Set<Long> unsure = new HashSet<>();

    private LaneSettings settings;
    private long moment;
    private long lastSuccess = -1;

    SimulatedTries(LaneSettings settings, SimulatedClock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** The shortest that the wait after so many failures may be. */
    static Duration least(LaneSettings settings, int failures) {
        return step(settings, failures).multipliedBy(9).dividedBy(10);
    }

    private static Duration step(LaneSettings settings, int failures) {
        var steps = settings.schedule().steps();
        return steps.get(Math.min(failures, steps.size()) - 1);
    }

    static Duration clamp(Duration asked) {
        Duration least = asked.isPositive() ? asked : Duration.ofSeconds(1);
        return least.compareTo(LONGEST) > 0 ? LONGEST : least;
    }

    /** When the clock will show that, or after the longest wait there is. */
    static Instant earlier(SimulatedClock clock, Instant shown, Duration longest) {
        Instant planned = clock.real(shown);
        Instant latest = clock.real().plus(longest);
        return planned.isBefore(latest) ? planned : latest;
    }

    void starts(Send send) {
        Instant earliest = notBefore.getOrDefault(send.sequence(), Instant.MIN);
        hold(!clock.real().isBefore(earliest), "no retry comes early", send);
    }

    void ended(Send send, Result result, Fate fate, boolean failing) {
        moment++;
        long sequence = send.sequence();
        switch (result) {
            case Result.Success() -> {
                lastSuccess = moment;
                forget(sequence);
            }
            case Result.Failure(var retryAfter) -> {
                failed(send, false, fate, failing);
                if (fate.kind() == Fate.Kind.RETRYING) {
                    waits(send, retryAfter, fate);
                }
            }
            case Result.Unsendable() -> failed(send, true, fate, failing);
            case Result.Unwanted() -> forget(sequence);
            case Result.Gone() -> lastFailure.put(sequence, moment);
        }
    }

    private void failed(Send send, boolean ownFault, Fate fate, boolean failing) {
        long sequence = send.sequence();
        int before = tries.getOrDefault(sequence, 0);
        boolean last = before + 1 >= TRIES_MAX;
        boolean othersTaken = lastFailure.getOrDefault(sequence, -2L) < lastSuccess;
        boolean counts = ownFault || before == 0 || othersTaken || !(last || failing);
        lastFailure.put(sequence, moment);
        tries.put(sequence, counts ? before + 1 : before);
        if (fate.kind() != Fate.Kind.DROPPED && !unsure.contains(sequence)) {
            boolean givenUp = fate.kind() == Fate.Kind.FAILED;
            hold(givenUp == (counts && last), "given up after 1 + 10 tries", send);
        }
        if (fate.kind() != Fate.Kind.RETRYING) {
            forget(sequence);
        }
    }

    private void waits(Send send, @Nullable Duration retryAfter, Fate fate) {
        Duration wait = Duration.between(clock.shown(), Objects.requireNonNull(fate.nextAt()));
        if (retryAfter != null) {
            hold(wait.equals(clamp(retryAfter)), "the receiver says when to try again", send);
        } else if (!unsure.contains(send.sequence())) {
            Duration step = step(settings, tries.getOrDefault(send.sequence(), 1));
            Duration off = wait.minus(step).abs().multipliedBy(10);
            hold(off.compareTo(step) <= 0, "the schedule is kept, up to a tenth", send);
        }
        notBefore.put(send.sequence(), clock.real().plus(wait));
    }

    private void forget(long sequence) {
        tries.remove(sequence);
        lastFailure.remove(sequence);
        notBefore.remove(sequence);
        unsure.remove(sequence);
    }

    /** What failed since the receiver last took anything gets its tries anew, and at once. */
    void resumed() {
        moment++;
        lastFailure.forEach((sequence, failure) -> {
            if (failure > lastSuccess) {
                tries.put(sequence, 0);
                notBefore.remove(sequence);
            }
        });
    }

    void redelivers(long sequence) {
        forget(sequence);
    }

    void skipped() {
        tries.clear();
        lastFailure.clear();
        notBefore.clear();
        unsure.clear();
    }

    void clockSet(Duration forward) {
        notBefore.replaceAll((_, time) -> time.minus(forward));
    }

    void adjusted(LaneSettings next) {
        settings = next;
    }

    /** A lane knows what is durable. */
    void begins(MemoryStore store) {
        skipped();
        moment++;
        var leading = new HashSet<String>();
        for (SetAside row : store.asides.values()) {
            if (row.state().active()) {
                boolean inRun = row.streak() == store.state.streak();
                tries.put(row.sequence(), row.tries());
                lastFailure.put(row.sequence(), inRun ? lastSuccess + 1 : lastSuccess - 1);
                if (row.tries() > 0) {
                    notBefore.put(row.sequence(), earlier(clock, row.nextAt(), LONGEST));
                }
                boolean leads =
                        leading.add(
                                row.again() + settings.order().key(row.sequence(), row.subject()));
                if (!leads) {
                    unsure.add(row.sequence());
                }
            }
        }
    }
}
