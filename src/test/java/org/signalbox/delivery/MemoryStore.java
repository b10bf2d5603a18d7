package org.signalbox.delivery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.signalbox.delivery.LaneChanges.Follow;
import org.signalbox.delivery.LaneChanges.Forgiven;
import org.signalbox.delivery.SetAside.State;

/** What is durable of one lane, in memory: does with changes what the real stores do. */
final class MemoryStore {
    final TreeMap<Long, SetAside> asides = new TreeMap<>();
    private final TreeMap<Long, SetAside> active = new TreeMap<>();
    final Set<Long> succeeded = new HashSet<>();

    /** Events that go out with another, and with which. */
    final Map<Long, Long> merged = new HashMap<>();

    LaneState state;

    MemoryStore(LaneState state) {
        this.state = state;
    }

    /** Writes and answers what the changes ask for. */
    List<Runnable> write(LaneChanges changes, Lane lane) {
        if (changes.dropBacklog()) {
            asides.values().removeIf(row -> row.attempts() == 0);
            asides.replaceAll((_, row) -> failed(row));
            active.clear();
        }
        Forgiven forgiven = changes.forgiven();
        if (forgiven != null) {
            List.copyOf(active.values()).stream()
                    .filter(row -> row.tries() > 0 && row.streak() == forgiven.streak())
                    .forEach(row -> put(forgiven(row, forgiven.from())));
        }
        changes.gone().forEach(this::remove);
        changes.merged().forEach(one -> merged.put(one.sequence(), one.into()));
        changes.kept().forEach(this::put);
        state = changes.state();
        var answers = new ArrayList<Runnable>();
        for (Follow follow : changes.wanted()) {
            List<SetAside> behind =
                    active.values().stream().filter(row -> isMeant(row, follow)).limit(2).toList();
            SetAside next = behind.isEmpty() ? null : behind.getFirst();
            answers.add(() -> lane.follow(follow, next, behind.size() > 1));
        }
        return answers;
    }

    /** What has arrived or was set aside although the cursor stands before it. */
    Set<Long> dealtWithBeyondCursor() {
        var dealtWith = new HashSet<>(asides.tailMap(state.cursor(), false).keySet());
        Stream.concat(succeeded.stream(), merged.keySet().stream())
                .filter(sequence -> sequence > state.cursor())
                .forEach(dealtWith::add);
        return dealtWith;
    }

    /** Gives a new lane the first of each key, as at a start. */
    void restore(Lane lane, Order order) {
        var seen = new HashSet<String>();
        for (SetAside row : active.values()) {
            String key = row.again() + order.key(row.sequence(), row.subject());
            if (seen.add(key)) {
                lane.restore(row);
            }
        }
    }

    boolean isActive(long sequence) {
        return active.containsKey(sequence);
    }

    /** Has all that failed go again, and returns it. */
    List<SetAside> revive(Instant now) {
        List<SetAside> failed =
                asides.values().stream().filter(row -> !row.state().active()).toList();
        List<SetAside> revived = failed.stream().map(row -> revived(row, now)).toList();
        revived.forEach(this::put);
        return revived;
    }

    /** What is to go again after this: the first so many that are the first of their subject. */
    List<SetAside> again(Order order, long after, int limit) {
        var seen = new HashSet<String>();
        return active.values().stream()
                .filter(SetAside::again)
                .filter(row -> order == Order.NONE || seen.add(row.subject()))
                .filter(row -> row.sequence() > after)
                .limit(limit)
                .toList();
    }

    /** Of these events those that a replay sends, with what is known of them. */
    List<Wanted> forReplay(List<Wanted> events) {
        return events.stream()
                .filter(event -> !active.containsKey(event.sequence()))
                .filter(event -> !merged.containsKey(event.sequence()))
                .map(event ->
                        new Wanted(
                                event.sequence(),
                                event.subject(),
                                1,
                                asides.containsKey(event.sequence())))
                .toList();
    }

    /** This failed for good. */
    void fail(long sequence, String subject) {
        put(new SetAside(sequence, subject, State.FAILED, 1, 1, -1, Instant.EPOCH, false));
    }

    SetAside aside(long sequence) {
        return Objects.requireNonNull(asides.get(sequence));
    }

    /** Whether something set aside is still to be sent. */
    boolean hasActive() {
        return !active.isEmpty();
    }

    private void put(SetAside row) {
        asides.put(row.sequence(), row);
        if (row.state().active()) {
            active.put(row.sequence(), row);
        } else {
            active.remove(row.sequence());
        }
    }

    private void remove(long sequence) {
        asides.remove(sequence);
        active.remove(sequence);
    }

    private static boolean isMeant(SetAside row, Follow follow) {
        return row.again() == follow.again()
                && (follow.subject() == null || row.subject().equals(follow.subject()));
    }

    private static SetAside revived(SetAside row, Instant now) {
        return new SetAside(
                row.sequence(), row.subject(), State.WAITING, row.attempts(), 0, -1, now, true);
    }

    private static SetAside forgiven(SetAside row, Instant from) {
        return new SetAside(
                row.sequence(),
                row.subject(),
                State.WAITING,
                row.attempts(),
                0,
                row.streak(),
                from,
                row.again());
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
