package org.signalbox.delivery;

import static org.signalbox.delivery.SimulatedPromises.hold;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.signalbox.webhook.Aggregation.Role;

/** Which changes go out with a later one, and that none does without right. */
final class SimulatedMerges {
    private final TreeMap<Long, Edit> edits = new TreeMap<>();
    private final Map<Long, Long> into = new HashMap<>();
    private final Set<Long> unwritten = new HashSet<>();
    private final SimulatedOrder order;

    /** Of those that take in others, the first of these. */
    private final Map<Long, Long> firsts = new HashMap<>();

    private Duration longest;

    SimulatedMerges(SimulatedOrder order, LaneSettings settings) {
        this.order = order;
        this.longest = settings.aggregation();
    }

    void adjusted(LaneSettings next) {
        if (next.aggregation().compareTo(longest) > 0) {
            longest = next.aggregation();
        }
    }

    void happened(Wanted event) {
        Edit edit = event.edit();
        if (edit != null) {
            edits.put(event.sequence(), edit);
        }
    }

    void merged(Merged one) {
        Edit earlier = Objects.requireNonNull(edits.get(one.sequence()));
        Edit later = Objects.requireNonNull(edits.get(one.into()));
        boolean continues =
                later.role() == Role.GOES_ON
                        && earlier.role() != Role.ENDS
                        && later.about().equals(earlier.about());
        hold(continues && later.by() == earlier.by(), "one person's changes are gathered", one);
        long first = firsts.getOrDefault(one.sequence(), one.sequence());
        Instant begun = Objects.requireNonNull(edits.get(first)).at();
        boolean within = isWithin(begun, later.at()) || isWithin(earlier.at(), later.at());
        hold(within, "changes are gathered for so long only", one);
        firsts.put(one.into(), first);
        edits.subMap(one.sequence(), false, one.into(), false)
                .forEach((sequence, other) -> {
                    boolean breaks =
                            other.about().equals(later.about()) && order.isUndone(sequence);
                    hold(!breaks, "nothing comes in between", one);
                });
        hold(order.isUndone(one.sequence()), "what arrived is not gathered", one);
        order.done(one.sequence());
        into.put(one.sequence(), one.into());
        unwritten.add(one.sequence());
    }

    private boolean isWithin(Instant from, Instant to) {
        return Duration.between(from, to).compareTo(longest) <= 0;
    }

    void written(List<Merged> rows) {
        rows.forEach(row -> unwritten.remove(row.sequence()));
    }

    /** What was not written goes out by itself, or is gathered once more. */
    void crashed() {
        unwritten.forEach(sequence -> {
            into.remove(sequence);
            order.undo(sequence);
        });
        unwritten.clear();
    }

    /** The event with which this one goes out, perhaps itself. */
    long carrier(long sequence) {
        long last = sequence;
        @Nullable Long next = into.get(last);
        while (next != null) {
            last = next;
            next = into.get(last);
        }
        return last;
    }

    /** Nothing that is next to be sent waits for longer than it is set to. */
    void waits(Lane lane, Duration time, Instant shown, Set<String> onTheWire) {
        edits.tailMap(lane.state().cursor(), false)
                .forEach((sequence, edit) -> {
                    Instant until = lane.heldUntil(sequence);
                    boolean next = !onTheWire.contains(edit.about()) && order.isFirst(sequence);
                    boolean kept = until == null || !until.isAfter(shown.plus(time));
                    hold(kept || !next, "a change waits for so long only", sequence);
                });
    }
}
