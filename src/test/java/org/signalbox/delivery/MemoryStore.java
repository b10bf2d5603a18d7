package org.signalbox.delivery;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import org.signalbox.delivery.LaneChanges.Follow;
import org.signalbox.delivery.SetAside.State;

/** What is durable of one lane, in memory: does with changes what the real stores do. */
final class MemoryStore {
    final TreeMap<Long, SetAside> asides = new TreeMap<>();
    final Set<Long> succeeded = new HashSet<>();
    LaneState state;

    MemoryStore(LaneState state) {
        this.state = state;
    }

    /** Writes and answers what the changes ask for. */
    List<Runnable> write(LaneChanges changes, Lane lane) {
        if (changes.dropBacklog()) {
            asides.values().removeIf(row -> row.attempts() == 0);
            asides.replaceAll((_, row) -> failed(row));
        }
        changes.gone().forEach(asides::remove);
        changes.kept().forEach(row -> asides.put(row.sequence(), row));
        state = changes.state();
        var answers = new ArrayList<Runnable>();
        for (Follow follow : changes.wanted()) {
            List<SetAside> behind =
                    active((row, _) ->
                            row.again() == follow.again()
                                    && (follow.subject() == null
                                            || row.subject().equals(follow.subject())));
            SetAside next = behind.isEmpty() ? null : behind.getFirst();
            answers.add(() -> lane.follow(follow, next, behind.size() > 1));
        }
        return answers;
    }

    /** Gives a new lane the first of each key, as at a start. */
    void restore(Lane lane, Order order) {
        var seen = new HashSet<String>();
        for (SetAside row : active((_, _) -> true)) {
            String key = row.again() + order.key(row.sequence(), row.subject());
            if (seen.add(key)) {
                lane.restore(row);
            }
        }
    }

    SetAside aside(long sequence) {
        return Objects.requireNonNull(asides.get(sequence));
    }

    private List<SetAside> active(BiPredicate<SetAside, Long> wanted) {
        return asides.values().stream()
                .filter(row -> row.state().active() && wanted.test(row, row.sequence()))
                .toList();
    }

    private static SetAside failed(SetAside row) {
        return new SetAside(
                row.sequence(),
                row.subject(),
                State.FAILED,
                row.attempts(),
                row.tries(),
                row.streak(),
                row.nextAt(),
                row.again());
    }
}
