package org.signalbox.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.signalbox.faults.Ledger.Mood;
import org.signalbox.testing.ScriptedReceiver;
import org.signalbox.testing.Until;

/**
 * SIGKILL again and again under load, at moments drawn from a seed: after so many arrivals, or
 * while the server starts. Whatever was answered arrives, in order and as the same bytes; only what
 * was under way at a kill may come twice. {@code -Dsignalbox.test.kills=100} kills more often,
 * {@code -Dsignalbox.test.seed=…} at the moments of another run.
 */
@Tag("faults")
@Timeout(value = 10, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class KillsTest {
    private static final int KILLS = Integer.getInteger("signalbox.test.kills", 20);
    private static final int SUBJECTS = 8;
    private static final int ARRIVALS_MAX = 400;
    private static final int START_MILLIS_MAX = 2_500;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** An attempt is recorded within moments of its answer; what was recorded is not repeated. */
    private static final Duration RECORDED_WITHIN = Duration.ofSeconds(1);

    private final long seed = Long.getLong("signalbox.test.seed", System.nanoTime());
    private final Random random = new Random(seed);

    @Test
    void what_was_answered_arrives_in_order_and_twice_only_around_a_kill() {
        System.out.println("seed " + seed);
        var steady = new Ledger();
        var moody = new Ledger();
        try (var receiver = ScriptedReceiver.start();
                var server =
                        Installation.create(
                                "--signalbox.delivery.retry-schedule=" + "50ms,".repeat(49) + "1s",
                                "--signalbox.delivery.pause-after=1000");
                var writers = new Writers(server::api)) {
            receiver.decide("/steady", steady.answering(() -> Mood.TAKE));
            receiver.decide("/moody", moody.answering(new Moods(random.nextLong())::next));
            server.start();
            Hook.create(server, receiver.url("/steady"));
            Hook.create(server, receiver.url("/moody"));
            writers.start(SUBJECTS);

            for (int kill = 1; kill <= KILLS; kill++) {
                awaitMoment(server, steady, kill);
                long killedAt = System.nanoTime();
                server.kill();
                receiver.awaitHungUp();
                steady.killed(killedAt);
                moody.killed(killedAt);
                server.launch();
            }
            server.awaitReady();

            Map<Long, Integer> steps = writers.finish();
            assertThat(steps).as("seed %d", seed).hasSize(SUBJECTS);
            steady.assertComplete(steps, PATIENCE);
            moody.assertComplete(steps, PATIENCE);
            assertRepeatedAroundKills(steady);
            assertRepeatedAroundKills(moody);
            server.stop();
        }
    }

    /** Every fifth time the server does not even get ready. */
    private void awaitMoment(Installation server, Ledger ledger, int kill) {
        if (kill % 5 == 0) {
            long end = System.nanoTime() + random.nextInt(START_MILLIS_MAX) * 1_000_000L;
            Until.within(PATIENCE, System::nanoTime, now -> now - end > 0);
            return;
        }
        server.awaitReady();
        int wanted = ledger.arrivals() + 1 + random.nextInt(ARRIVALS_MAX);
        Until.within(PATIENCE, ledger::arrivals, arrivals -> arrivals >= wanted);
    }

    private void assertRepeatedAroundKills(Ledger ledger) {
        System.out.printf(
                "%d arrivals, %d of them once more after a kill%n",
                ledger.arrivals(), ledger.repeated().size());
        assertThat(ledger.repeated())
                .as("seed %d", seed)
                .allSatisfy(before -> assertThat(before).isLessThan(RECORDED_WITHIN));
    }

    /** Takes most, refuses some, and takes some slowly. */
    private static final class Moods {
        private final Random random;

        Moods(long seed) {
            random = new Random(seed);
        }

        synchronized Mood next() {
            int chance = random.nextInt(100);
            return chance < 5 ? Mood.REFUSE : chance < 10 ? Mood.TAKE_SLOWLY : Mood.TAKE;
        }
    }
}
