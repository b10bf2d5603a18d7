package org.signalbox.delivery;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.signalbox.delivery.LaneState.Replay;

/** What people do to a webhook, at any moment and also while attempts are under way. */
final class SimulatedPeople {
    private static final List<Order> ORDERS =
            List.of(Order.SUBJECT, Order.SUBJECT, Order.SUBJECT, Order.STRICT, Order.NONE);

    private static final List<Duration> TIMES =
            List.of(
                    Duration.ZERO,
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(30),
                    Duration.ofMinutes(120));

    private final Simulation world;
    private final RandomGenerator chance;

    SimulatedPeople(Simulation world) {
        this.world = world;
        this.chance = world.chance;
    }

    /** Anything that a webhook can be set to. */
    LaneSettings settings() {
        @Nullable Integer maxPerSecond = chance.nextInt(4) == 0 ? 1 + chance.nextInt(20) : null;
        return new LaneSettings(
                ORDERS.get(chance.nextInt(ORDERS.size())),
                1 + chance.nextInt(16),
                maxPerSecond,
                LaneTester.SCHEDULE,
                10,
                world.gathers ? TIMES.get(chance.nextInt(TIMES.size())) : Duration.ZERO);
    }

    void act(boolean calm) {
        Lane lane = world.lane();
        if (lane.paused() && (calm || chance.nextInt(30) == 0)) {
            lane.resume(world.clock.shown());
            world.promises().resumed(lane);
            world.note("a person resumes");
        }
        if (calm) {
            world.log().subscribe(true);
        } else if (!world.isRetiring() && chance.nextInt(60) == 0) {
            doSomething(lane);
        }
    }

    private void doSomething(Lane lane) {
        switch (chance.nextInt(64)) {
            case 0 -> pause(lane);
            case 1, 2 -> edit();
            case 3, 4 -> {
                world.log().hold(chance.nextInt(20));
                subscribe(!world.log().isSubscribed());
            }
            case 5 -> skip();
            case 6, 7, 8 -> replay();
            case 9, 10 -> replayFailed();
            case 11, 12, 13 -> setClock();
            case 14 -> maybeDelete();
            default -> {
                if (chance.nextInt(4) == 0 && world.log().head() > 0) {
                    redeliver(1 + chance.nextInt((int) world.log().head()));
                }
            }
        }
    }

    private void pause(Lane lane) {
        world.note("a person pauses");
        lane.pause(new Pause(world.clock.shown(), 1L, "Paused by a person"));
        world.promises().pausedByPerson();
    }

    private void edit() {
        LaneSettings next = settings();
        world.note("a person sets " + next);
        world.replaceBy(next);
    }

    private void subscribe(boolean on) {
        world.log().subscribe(on);
        if (!on) {
            skip(); // what waits is dropped
        }
    }

    private void skip() {
        world.note("a person skips the backlog");
        world.promises().skipped(world.log().head());
        world.lane().skip(world.log().head());
    }

    private void replay() {
        long after = chance.nextInt((int) world.log().head() + 1);
        long until = after + chance.nextInt((int) (world.log().head() - after) + 1);
        if (chance.nextBoolean()) {
            after = Math.max(after, until - 20);
        }
        var range = new Replay(after, until);
        world.note("a person replays " + range);
        world.lane().replay(range);
        world.promises().replays(world.lane());
    }

    /** Goes by the store, whatever is being written. */
    private void replayFailed() {
        world.note("a person replays what failed");
        for (SetAside row : world.recorder().store.revive(world.clock.shown())) {
            world.promises().redelivers(row.sequence());
        }
        world.lane().refill().begin();
    }

    private void setClock() {
        List<Duration> jumps =
                List.of(Duration.ofMinutes(10), Duration.ofHours(5), Duration.ofDays(10));
        Duration most = jumps.get(chance.nextInt(jumps.size()));
        Duration jump = Duration.ofSeconds(chance.nextLong(most.toSeconds()));
        Duration forward = chance.nextBoolean() ? jump : jump.negated();
        world.note("somebody sets the clock by " + forward);
        world.clock.set(forward);
        world.promises().clockSet(forward);
    }

    private void maybeDelete() {
        if (chance.nextInt(4) == 0) {
            world.note("a person deletes the webhook and makes another");
            world.deleteAndCreate();
        }
    }

    private void redeliver(long sequence) {
        SetAside aside = world.recorder().store.asides.get(sequence);
        boolean waits = aside != null && aside.state() == SetAside.State.WAITING;
        if (waits || world.recorder().store.merged.containsKey(sequence)) {
            return;
        }
        world.note("a person redelivers " + sequence);
        world.promises().redelivers(sequence);
        world.lane()
                .redeliver(
                        LaneTester.again(
                                sequence,
                                world.log().event(sequence).subject(),
                                world.recorder().attempts(sequence),
                                world.clock.shown()),
                        world.clock.shown());
    }
}
