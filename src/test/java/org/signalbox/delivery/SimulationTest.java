package org.signalbox.delivery;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Hundreds of days of delivery, each decided by a seed. What fails prints the seed; to look at it
 * again, put it alone into {@link #everything_promised_holds}. More days: {@code
 * -Dsignalbox.simulation.seeds=1000}.
 */
@Tag("simulation")
class SimulationTest {
    private static final int SEEDS = Integer.getInteger("signalbox.simulation.seeds", 150);
    private static final Duration LENGTH = Duration.ofDays(4);

    @ParameterizedTest
    @ValueSource(longs = {1, 1_000_003, 2_000_003})
    void everything_promised_holds(long first) {
        for (long seed = first; seed < first + SEEDS / 3; seed++) {
            var simulation = new Simulation(seed);
            try {
                simulation.run(LENGTH);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("Seed " + seed + ", " + simulation, e);
            }
        }
    }
}
