package org.signalbox.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.signalbox.delivery.LaneState.Replay;
import org.signalbox.webhook.Aggregation.Role;

/** Events happen, alone and in bursts, and a lane reads them page by page. */
final class SimulatedLog {
    private static final int SUBJECTS = 12;
    private static final int PAGE = 64;
    private static final int FETCHED = 3;

    private final RandomGenerator chance;
    private final boolean gathers;
    private final int minutesBetweenEvents;
    private final List<Wanted> events = new ArrayList<>();
    private final Set<Long> unwanted = new HashSet<>();
    private final Set<Long> dealtWith = new HashSet<>();
    private Instant next;
    private boolean subscribed = true;
    private int held;
    private @Nullable PageOfReplay page;
    private @Nullable Fetched fetched;

    /** Was read for a replay and not handed over yet. */
    private record PageOfReplay(Replay range, List<Wanted> events, long upTo) {}

    /** Was read from what goes again and not handed over yet. */
    private record Fetched(Refill.Read read, List<SetAside> rows) {}

    /**
     * @param gathers whether events tell what goes out as one
     */
    SimulatedLog(RandomGenerator chance, Instant start, boolean gathers) {
        this.chance = chance;
        this.gathers = gathers;
        this.minutesBetweenEvents = 1 + chance.nextInt(20);
        this.next = start;
    }

    /** What happens until now, told when it is wanted and when it is not. */
    void happen(Instant now, Instant shown, Consumer<Wanted> wanted, Consumer<Wanted> all) {
        while (!next.isAfter(now)) {
            next = next.plusSeconds(1 + chance.nextInt(minutesBetweenEvents * 120));
            int burst = chance.nextInt(20) == 0 ? 1 + chance.nextInt(50) : 1;
            for (int i = 0; i < burst; i++) {
                String subject = "s" + chance.nextInt(SUBJECTS);
                all.accept(add(event(subject, shown), wanted));
            }
        }
    }

    /** Something is always going on, so that a poisonous delivery is not all that is tried. */
    void happenCalmly(Instant now, Consumer<Wanted> wanted) {
        if (!next.isAfter(now)) {
            next = now.plus(Duration.ofMinutes(30));
            add(Wanted.first(events.size() + 1L, "calm"), wanted);
        }
    }

    private Wanted event(String subject, Instant shown) {
        long sequence = events.size() + 1L;
        if (!gathers) {
            return Wanted.first(sequence, subject);
        }
        long by = chance.nextInt(5) == 0 ? 2 : 1;
        return switch (chance.nextInt(12)) {
            case 0 -> Wanted.first(sequence, subject);
            case 1 ->
                    Wanted.first(
                            sequence,
                            "comment on " + subject,
                            new Edit(subject, Role.ENDS, shown, by));
            case 2 -> Wanted.first(sequence, subject, new Edit(subject, Role.BEGINS, shown, by));
            default -> Wanted.first(sequence, subject, new Edit(subject, Role.GOES_ON, shown, by));
        };
    }

    private Wanted add(Wanted event, Consumer<Wanted> wanted) {
        events.add(event);
        if (subscribed) {
            wanted.accept(event);
        } else {
            unwanted.add(event.sequence());
        }
        return event;
    }

    /** The lane reads on, and gets the page of a replay that was read before. */
    void read(Lane lane, SimulatedRecorder recorder, Instant shown) {
        int from = (int) lane.readUpTo();
        int room = held > 0 ? 0 : Math.min(lane.room(), 1 + chance.nextInt(PAGE));
        held = Math.max(0, held - 1);
        int to = Math.min(events.size(), from + room);
        if (to > from) {
            List<Wanted> wanted =
                    events.subList(from, to).stream()
                            .filter(event -> !unwanted.contains(event.sequence()))
                            .map(event ->
                                    dealtWith.remove(event.sequence()) ? event.asOver() : event)
                            .toList();
            lane.offer(wanted, to, shown);
        }
        PageOfReplay before = page;
        Replay asked = lane.replayToRead();
        if (before != null) {
            lane.offerAgain(before.range(), before.events(), before.upTo(), shown);
            page = null;
        } else if (asked != null) {
            int end = (int) Math.min(asked.until(), asked.cursor() + PAGE);
            List<Wanted> found = events.subList((int) asked.cursor(), end);
            page = new PageOfReplay(asked, recorder.forReplay(found), end);
        }
        fetch(lane.refill(), recorder);
    }

    private void fetch(Refill refill, SimulatedRecorder recorder) {
        Fetched before = fetched;
        if (before != null) {
            refill.end(before.read(), before.rows(), before.rows().size() == FETCHED);
            fetched = null;
        } else {
            Refill.Read read = refill.start();
            fetched = read == null ? null : new Fetched(read, recorder.again(read, FETCHED));
        }
    }

    /** While what is wanted may change nothing is read. */
    void hold(int steps) {
        held = steps;
    }

    /** Another lane begins to read, and leaves out what was dealt with. */
    void begin(Set<Long> dealtWithBeyondCursor) {
        page = null;
        fetched = null;
        held = 0;
        dealtWith.clear();
        dealtWith.addAll(dealtWithBeyondCursor);
    }

    /** What happens while it is off is not wanted. */
    void subscribe(boolean on) {
        subscribed = on;
    }

    boolean isSubscribed() {
        return subscribed;
    }

    Instant next() {
        return next;
    }

    Wanted event(long sequence) {
        return events.get((int) sequence - 1);
    }

    long head() {
        return events.size();
    }
}
