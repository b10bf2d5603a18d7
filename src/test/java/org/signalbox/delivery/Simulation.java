package org.signalbox.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.signalbox.delivery.SimulatedReceiver.Answer;
import org.signalbox.delivery.SimulatedWire.Request;

/**
 * Days in the life of one webhook: events happen, a moody receiver answers, people press buttons,
 * somebody sets the clock, what the lane wants written is written late, and the process dies at any
 * moment. One seed decides everything. {@link SimulatedPromises} looks on after each step.
 */
final class Simulation {
    private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");
    private static final List<CrashPoint> CRASH_POINTS = List.of(CrashPoint.values());

    final boolean gathers;
    final RandomGenerator chance;
    final SimulatedClock clock = new SimulatedClock(START);
    final SimulatedReceiver receiver;
    private final LastSteps steps;
    private final SimulatedPeople people;
    private final SimulatedLog log;
    private final SimulatedWire wire = new SimulatedWire();
    private SimulatedRecorder recorder = new SimulatedRecorder(0);
    private SimulatedPromises promises;
    private LaneSettings settings;
    private Lane lane;
    private @Nullable LaneSettings successor;
    private @Nullable CrashPoint crashAt;
    private boolean calm;

    /**
     * @param gathers whether the webhook may have changes of one person go out as one
     */
    Simulation(long seed, boolean gathers, LastSteps steps) {
        this.gathers = gathers;
        this.steps = steps;
        chance = LaneTester.random(seed);
        receiver = new SimulatedReceiver(chance);
        people = new SimulatedPeople(this);
        settings = people.settings();
        log = new SimulatedLog(chance, START, gathers);
        promises = new SimulatedPromises(settings, recorder, clock, 0);
        lane = recorder.load(settings, chance);
    }

    /** Lives for so long, and then long enough for everything to arrive. */
    void run(Duration time) {
        Instant end = START.plus(time);
        while (clock.real().isBefore(end)) {
            step();
        }
        calm = true;
        receiver.recover();
        stepUntilQuiet(SimulatedPromises.SOON);
        promises.soon(receiver::neverTakes);
        stepUntilQuiet(SimulatedPromises.PATIENCE);
        promises.atTheEnd(lane, log.head());
    }

    private void stepUntilQuiet(Duration patience) {
        Instant end = clock.real().plus(patience);
        while (!quiet() && clock.real().isBefore(end)) {
            step();
        }
    }

    private boolean quiet() {
        return wire.isEmpty()
                && recorder.isIdle()
                && !lane.urgent()
                && !recorder.store.hasActive()
                && lane.wakeAt(clock.shown()) == null
                && lane.readUpTo() == log.head()
                && !lane.hasBacklog()
                && !lane.paused();
    }

    private void step() {
        if (!calm && chance.nextInt(400) == 0) {
            crashAt = CRASH_POINTS.get(chance.nextInt(CRASH_POINTS.size()));
        }
        people.act(calm);
        happen();
        if (successor == null) {
            log.read(lane, recorder, clock.shown());
            if (gathers && lane.urgent()) {
                take(false); // what goes out with another is known by that
            }
        }
        if (dies(CrashPoint.READ)) {
            return;
        }
        if (successor == null) {
            send();
        }
        if (dies(CrashPoint.SENT)) {
            return;
        }
        passTime();
        wire.end(clock.real(), this::end);
        if (dies(CrashPoint.ENDED)) {
            return;
        }
        if (chance.nextInt(3) > 0) {
            take(chance.nextInt(50) == 0);
        }
        if (dies(CrashPoint.TAKEN)) {
            return;
        }
        if (chance.nextInt(3) > 0) {
            recorder.commit(lane, promises::written);
            if (dies(CrashPoint.COMMITTED)) {
                return;
            }
            recorder.acknowledge();
        }
        succeed();
        promises.afterStep(lane);
    }

    private void take(boolean withCursor) {
        promises.taken(lane);
        promises.merged(recorder.take(lane, withCursor));
    }

    private void happen() {
        if (!calm) {
            receiver.live(clock.real());
            log.happen(
                    clock.real(),
                    clock.shown(),
                    event -> promises.happened(event),
                    event -> receiver.maybePoison(event.sequence()));
            return;
        }
        if (settings.order() == Order.STRICT) {
            receiver.heal(); // there it holds everything until a person helps
        }
        if (recorder.store.hasActive()) {
            log.happenCalmly(clock.real(), event -> promises.happened(event));
        }
    }

    private void send() {
        for (Send send : lane.next(clock.shown())) {
            Answer answer = receiver.answer(send.sequence(), clock.real());
            steps.note(() -> clock.real() + " sends " + send + ": " + answer);
            promises.starts(send, lane);
            wire.add(lane, send, clock.real(), answer);
        }
        promises.waits(lane);
    }

    /** Goes on to the next thing that happens by itself. */
    private void passTime() {
        boolean writing = lane.urgent() || !recorder.isIdle();
        if (writing && (calm || chance.nextBoolean())) {
            return;
        }
        Instant next = calm ? clock.real().plus(Duration.ofHours(1)) : log.next();
        Instant end = wire.nextEnd();
        if (end != null && end.isBefore(next)) {
            next = end;
        }
        Instant wake = successor == null ? lane.wakeAt(clock.shown()) : null;
        if (wake != null && clock.real(wake).isBefore(next)) {
            next = clock.real(wake);
        }
        clock.passUntil(next);
    }

    private void end(Request attempt) {
        Result result = attempt.answer().result();
        Fate fate = attempt.lane().ended(attempt.send(), result, clock.shown());
        steps.note(() -> clock.real() + " ended " + attempt.send() + ": " + fate);
        if (attempt.lane() == lane) {
            recorder.ended(attempt.send(), result);
            promises.ended(attempt.send(), attempt.answer(), fate, lane);
        }
    }

    private boolean dies(CrashPoint point) {
        if (crashAt != point) {
            return false;
        }
        steps.note(() -> clock.real() + " dies when it has " + point);
        crashAt = null;
        successor = null;
        wire.cut(lane, promises::takenUnheard);
        List<Send> lost = recorder.crash();
        begin();
        promises.crashed(lost, lane);
        return true;
    }

    private void begin() {
        lane = recorder.load(settings, chance);
        log.begin(recorder.store.dealtWithBeyondCursor());
    }

    /** Another order needs another lane, which begins with what the old one leaves. */
    private void succeed() {
        LaneSettings next = successor;
        if (next != null && lane.inFlight() == 0 && !lane.urgent() && recorder.isIdle()) {
            successor = null;
            settings = next;
            begin();
            promises.reordered(next, lane);
        }
    }

    void replaceBy(LaneSettings next) {
        if (next.order() == settings.order()) {
            settings = next;
            lane.adjust(next);
            promises.adjusted(next);
        } else {
            successor = next;
        }
    }

    /** The webhook is deleted while requests are under way, and another made. */
    void deleteAndCreate() {
        successor = null;
        log.subscribe(true);
        recorder = new SimulatedRecorder(log.head());
        promises = new SimulatedPromises(settings, recorder, clock, log.head());
        begin();
    }

    boolean isRetiring() {
        return successor != null;
    }

    SimulatedLog log() {
        return log;
    }

    Lane lane() {
        return lane;
    }

    SimulatedRecorder recorder() {
        return recorder;
    }

    SimulatedPromises promises() {
        return promises;
    }

    void note(String what) {
        steps.note(() -> clock.real() + " " + what);
    }

    @Override
    public String toString() {
        Duration lived = Duration.between(START, clock.real());
        return settings.order() + " after " + lived + ", " + receiver + (calm ? ", calm" : "");
    }
}
