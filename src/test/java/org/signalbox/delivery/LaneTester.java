package org.signalbox.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;
import org.signalbox.delivery.LaneState.Replay;
import org.signalbox.webhook.Aggregation.Role;

/** Drives a lane by hand: a log, a clock that stands still, and requests that the test answers. */
final class LaneTester {
    static final RetrySchedule SCHEDULE =
            new RetrySchedule(
                    List.of(
                            Duration.ofSeconds(5),
                            Duration.ofSeconds(15),
                            Duration.ofMinutes(1),
                            Duration.ofMinutes(5),
                            Duration.ofMinutes(15),
                            Duration.ofMinutes(30),
                            Duration.ofHours(1),
                            Duration.ofHours(2),
                            Duration.ofHours(4),
                            Duration.ofHours(8)));

    final List<Send> underWay = new ArrayList<>();
    final MemoryStore store = new MemoryStore(LaneState.startingAfter(0));
    private final List<Wanted> log = new ArrayList<>();
    private final RandomGenerator random = random(1);
    private Recollection known = new Recollection(Set.of(), 0, Map.of());
    Instant now = Instant.parse("2026-11-20T08:00:00Z");
    LaneSettings settings;
    Lane lane;

    LaneTester(Order order, int concurrency, @Nullable Integer maxPerSecond) {
        this(new LaneSettings(order, concurrency, maxPerSecond, SCHEDULE, 10, Duration.ZERO));
    }

    private LaneTester(LaneSettings settings) {
        this.settings = settings;
        lane = new Lane(settings, store.state, random);
    }

    static LaneTester perSubject() {
        return new LaneTester(Order.SUBJECT, 16, null);
    }

    /** Changes wait so long for others by the same person. */
    static LaneTester gathering(Order order, Duration time) {
        return new LaneTester(new LaneSettings(order, 16, null, SCHEDULE, 10, time));
    }

    /** How a redelivery asks for it to be set aside. */
    static SetAside again(long sequence, String subject, int attempts, Instant now) {
        return new SetAside(sequence, subject, SetAside.State.WAITING, attempts, 0, -1, now, true);
    }

    static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    /** Events about these subjects happen; their numbers go on from the last. */
    LaneTester happen(String... subjects) {
        for (String subject : subjects) {
            log.add(Wanted.first(log.size() + 1L, subject));
        }
        return this;
    }

    /** Somebody changes something now. */
    LaneTester change(String subject, Role role, long by) {
        log.add(Wanted.first(log.size() + 1L, subject, new Edit(subject, role, now, by)));
        return this;
    }

    /** Somebody says something about it. */
    LaneTester comment(String subject, long by) {
        var end = new Edit(subject, Role.ENDS, now, by);
        log.add(Wanted.first(log.size() + 1L, "comment on " + subject, end));
        return this;
    }

    /** The lane reads what it has room for, and starts what it may. */
    List<Long> go() {
        write();
        read();
        fetch();
        List<Send> sends = lane.next(now);
        underWay.addAll(sends);
        write();
        return sends.stream().map(Send::sequence).toList();
    }

    private void read() {
        int from = (int) lane.readUpTo();
        int to = Math.min(log.size(), from + lane.room());
        if (to > from) {
            List<Wanted> page = log.subList(from, to).stream().map(known::recall).toList();
            lane.offer(page, to, now);
        }
        Replay replay = lane.replayToRead();
        if (replay != null) {
            List<Wanted> events = log.subList((int) replay.cursor(), (int) replay.until());
            lane.offerAgain(replay, store.forReplay(events), replay.until(), now);
        }
    }

    /** What goes again comes from the store into memory. */
    void fetch() {
        Refill.Read read = lane.refill().start();
        if (read != null) {
            List<SetAside> rows = again(read, 2);
            lane.refill().end(read, rows, rows.size() == 2);
        }
    }

    /** What is in the store of what this is to read. */
    List<SetAside> again(Refill.Read read, int limit) {
        return store.again(settings.order(), read.after(), limit);
    }

    void write() {
        while (lane.urgent()) {
            store.write(lane.take(), lane).forEach(Runnable::run);
        }
        store.state = lane.take().state();
    }

    Fate succeed(long sequence) {
        return answer(sequence, new Result.Success());
    }

    Fate fail(long sequence) {
        return answer(sequence, new Result.Failure(null));
    }

    Fate answer(long sequence, Result result) {
        Send send =
                underWay.stream()
                        .filter(one -> one.sequence() == sequence)
                        .findFirst()
                        .orElseThrow();
        underWay.remove(send);
        return lane.ended(send, result, now);
    }

    /** Sends whatever is due now, and answers all of it alike, until nothing is left. */
    List<Long> drain(Result result) {
        var sent = new ArrayList<Long>();
        for (List<Long> some = go(); !some.isEmpty(); some = go()) {
            sent.addAll(some);
            some.forEach(sequence -> answer(sequence, result));
        }
        return sent;
    }

    LaneTester pass(Duration time) {
        now = now.plus(time);
        return this;
    }

    /** Lets time pass until the lane has something to do. */
    void passUntilAwake() {
        write();
        now = Objects.requireNonNull(lane.wakeAt(now));
    }

    /** Forgets everything that was not written, and starts anew. */
    void crash() {
        underWay.clear();
        known = new Recollection(store.dealtWithBeyondCursor(), 0, begun());
        lane = new Lane(settings, store.state, random);
        store.restore(lane, settings.order());
    }

    private Map<Long, Instant> begun() {
        var begun = new HashMap<Long, Instant>();
        for (Wanted event : log) { // what an event takes in comes before it
            Edit edit = event.edit();
            Long into = store.merged.get(event.sequence());
            if (into != null && edit != null) {
                begun.put(into, begun.getOrDefault(event.sequence(), edit.at()));
            }
        }
        return begun;
    }

    /** The lane ends, and one with another order takes over what it left. */
    LaneTester reordered(Order order) {
        write();
        settings =
                new LaneSettings(
                        order, settings.concurrency(), null, SCHEDULE, 10, settings.aggregation());
        crash();
        return this;
    }

    long cursor() {
        return lane.state().cursor();
    }
}
