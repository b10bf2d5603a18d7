package org.signalbox.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Days in the life of one webhook: events happen, a moody receiver answers, people press buttons,
 * what the lane wants written is written late, and the process dies at any moment. One seed decides
 * everything. {@link SimulatedPromises} looks on after each step.
 */
final class Simulation {
    private static final int SUBJECTS = 12;
    private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");

    private static final List<Order> ORDERS =
            List.of(Order.SUBJECT, Order.SUBJECT, Order.SUBJECT, Order.STRICT, Order.NONE);
    private static final List<Mood> MOODS = List.of(Mood.values());

    private final RandomGenerator chance;
    private final List<Wanted> log = new ArrayList<>();
    private final PriorityQueue<Underway> wire =
            new PriorityQueue<>(Comparator.comparing(Underway::endsAt));
    private final Deque<Entry> unwritten = new ArrayDeque<>();
    private final Set<Long> poison = new HashSet<>();
    private final Set<Long> arrived = new HashSet<>();
    private final Map<Long, Integer> attemptsInLog = new HashMap<>();
    private final List<Long> sinceLastEntry = new ArrayList<>();
    private final MemoryStore store = new MemoryStore(LaneState.startingAfter(0));
    private final LaneSettings settings;
    private final SimulatedPromises promises;
    private final int minutesBetweenEvents;
    private Lane lane;
    private Instant now = START;
    private Instant nextEvent = START;
    private Instant nextMood = START;
    private Mood mood = Mood.WELL;
    private boolean calm;

    /** How the receiver feels for the next minutes or hours. */
    private enum Mood {
        WELL,
        SLOW,
        DOWN,
        MOODY,
        BUSY
    }

    private record Underway(Send send, Instant endsAt, Result result) {}

    /** What was handed to the writer and is lost when the process dies before it is written. */
    private record Entry(List<Long> succeeded, @Nullable LaneChanges changes) {}

    Simulation(long seed) {
        chance = LaneTester.random(seed);
        Order order = ORDERS.get(chance.nextInt(ORDERS.size()));
        int concurrency = 1 + chance.nextInt(16);
        settings = new LaneSettings(order, concurrency, null, LaneTester.SCHEDULE, 10);
        minutesBetweenEvents = 1 + chance.nextInt(20);
        promises = new SimulatedPromises(settings, store);
        lane = new Lane(settings, store.state, chance);
    }

    /** Lives for so long, and then long enough for everything to arrive. */
    void run(Duration time) {
        Instant end = START.plus(time);
        while (now.isBefore(end)) {
            step();
        }
        calm = true;
        mood = Mood.WELL;
        Instant patience = now.plus(Duration.ofDays(40));
        while (!quiet() && now.isBefore(patience)) {
            step();
        }
        promises.atTheEnd(log, lane, store);
    }

    private boolean quiet() {
        return wire.isEmpty()
                && unwritten.isEmpty()
                && !lane.urgent()
                && lane.wakeAt(now) == null
                && lane.readUpTo() == log.size()
                && !lane.paused();
    }

    private void step() {
        pass();
        happen();
        read();
        for (Send send : lane.next(now)) {
            promises.starts(send, lane);
            wire.add(underway(send));
        }
        if (chance.nextInt(3) > 0) {
            take();
        }
        if (chance.nextInt(3) > 0) {
            write();
        }
        if (!calm && chance.nextInt(400) == 0) {
            crash();
        }
        person();
        promises.afterStep(lane);
    }

    /** Goes on to the next thing that happens by itself. */
    private void pass() {
        Instant next = calm ? now.plus(Duration.ofHours(1)) : nextEvent;
        Underway first = wire.peek();
        if (first != null && first.endsAt().isBefore(next)) {
            next = first.endsAt();
        }
        Instant wake = lane.wakeAt(now);
        if (wake != null && wake.isBefore(next)) {
            next = wake;
        }
        boolean writing = lane.urgent() || !unwritten.isEmpty();
        if (!writing || chance.nextBoolean()) {
            now = next.isAfter(now) ? next : now;
        }
        while (!wire.isEmpty() && !wire.peek().endsAt().isAfter(now)) {
            end(wire.remove());
        }
    }

    private void end(Underway attempt) {
        Fate fate = lane.ended(attempt.send(), attempt.result(), now);
        if (attempt.result() instanceof Result.Success) {
            sinceLastEntry.add(attempt.send().sequence());
        }
        promises.ended(attempt.send(), attempt.result(), fate, lane);
    }

    /** Something is always going on, so that a poisonous delivery is not all that is tried. */
    private void happenCalmly() {
        if (store.hasActive() && !nextEvent.isAfter(now)) {
            nextEvent = now.plus(Duration.ofMinutes(30));
            happens(log.size() + 1L, "calm");
        }
    }

    private void happens(long sequence, String subject) {
        var event = Wanted.first(sequence, subject);
        log.add(event);
        promises.happened(event);
    }

    private void happen() {
        if (calm) {
            happenCalmly();
        }
        while (!calm && !nextEvent.isAfter(now)) {
            nextEvent = nextEvent.plusSeconds(1 + chance.nextInt(minutesBetweenEvents * 120));
            int burst = chance.nextInt(20) == 0 ? 1 + chance.nextInt(50) : 1;
            for (int i = 0; i < burst; i++) {
                long sequence = log.size() + 1L;
                happens(sequence, "s" + chance.nextInt(SUBJECTS));
                // In strict order a poisonous delivery holds everything until a person helps.
                if (settings.order() != Order.STRICT && chance.nextInt(200) == 0) {
                    poison.add(sequence);
                }
            }
        }
        if (!calm && !nextMood.isAfter(now)) {
            nextMood = now.plusSeconds(60 + chance.nextInt(8 * 3_600));
            mood = MOODS.get(chance.nextInt(MOODS.size()));
        }
    }

    private void read() {
        int from = (int) lane.readUpTo();
        int to = Math.min(log.size(), from + Math.min(lane.room(), 1 + chance.nextInt(64)));
        if (to > from) {
            List<Wanted> page =
                    log.subList(from, to).stream()
                            .filter(event -> !arrived.remove(event.sequence()))
                            .toList();
            lane.offer(page, to, now);
        }
    }

    private Underway underway(Send send) {
        attemptsInLog.merge(send.sequence(), 1, Integer::sum);
        Duration takes =
                mood == Mood.SLOW || (mood == Mood.DOWN && chance.nextBoolean())
                        ? Duration.ofSeconds(30)
                        : Duration.ofMillis(1 + chance.nextInt(500));
        return new Underway(send, now.plus(takes), result(send));
    }

    private Result result(Send send) {
        if (poison.contains(send.sequence())) {
            return new Result.Failure(null);
        }
        return switch (mood) {
            case WELL, SLOW -> new Result.Success();
            case DOWN -> chance.nextInt(500) == 0 ? new Result.Gone() : new Result.Failure(null);
            case MOODY -> chance.nextBoolean() ? new Result.Success() : new Result.Failure(null);
            case BUSY ->
                    chance.nextInt(3) == 0
                            ? new Result.Failure(Duration.ofSeconds(chance.nextInt(300)))
                            : new Result.Success();
        };
    }

    private void take() {
        boolean state = lane.urgent() || chance.nextInt(50) == 0;
        unwritten.add(new Entry(List.copyOf(sinceLastEntry), state ? lane.take() : null));
        sinceLastEntry.clear();
    }

    private void write() {
        while (!unwritten.isEmpty()) {
            Entry entry = unwritten.remove();
            long before = store.state.cursor();
            store.succeeded.addAll(entry.succeeded());
            LaneChanges changes = entry.changes();
            if (changes != null) {
                List<Runnable> answers = store.write(changes, lane);
                promises.written(log, before, store);
                answers.forEach(Runnable::run);
            }
        }
    }

    /** Everything that was not written is forgotten, and what was under way is cut off. */
    private void crash() {
        wire.clear();
        unwritten.clear();
        sinceLastEntry.clear();
        lane = new Lane(settings, store.state, chance);
        store.restore(lane, settings.order());
        arrived.clear();
        store.succeeded.stream()
                .filter(sequence -> sequence > store.state.cursor())
                .forEach(arrived::add);
        promises.crashed(store);
    }

    private void person() {
        if (lane.paused() && (calm || chance.nextInt(30) == 0)) {
            lane.resume(now);
            promises.resumed();
        } else if (!calm && chance.nextInt(3_000) == 0) {
            lane.pause(new Pause(now, 1L, "Paused by a person"));
        } else if (!calm && chance.nextInt(200) == 0 && !log.isEmpty()) {
            redeliver(1 + chance.nextInt(log.size()));
        }
    }

    private void redeliver(long sequence) {
        SetAside aside = store.asides.get(sequence);
        if (aside != null && aside.state() == SetAside.State.WAITING) {
            return;
        }
        int attempts = attemptsInLog.getOrDefault(sequence, 0);
        String subject = log.get((int) sequence - 1).subject();
        promises.redelivers(sequence);
        lane.redeliver(
                new SetAside(sequence, subject, SetAside.State.WAITING, attempts, 0, -1, now, true),
                now);
    }

    @Override
    public String toString() {
        return settings.order() + " after " + Duration.between(START, now) + ", " + mood;
    }
}
