package org.signalbox.delivery;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Thousands of days of delivery, four a run, each run decided by a seed. What fails prints its last
 * steps and the command that does it again. Longer: {@code -Dtest.simulation.seeds=20000}.
 *
 * <p>That it would notice was tried with faults put into the lane. How many of the other tests of
 * the lane fail with each, and the first seed of this one that does:
 *
 * <pre>
 *                                           tests   seed
 * pause one failure early                       3      2
 * pause one failure late                        2      2
 * failing from the fourth failure              10      1
 * burst counts each failure                     8      1
 * cut to a half                                 2      1
 * full speed after recovery                     1      1
 * full speed after resume                       1      3
 * two probes at once                            8      1
 * probes not spaced                             4      1
 * success forgets no failures                   7      1
 * cursor moves past what is in flight           7      1
 * cursor forgets a rewound replay               1     17
 * row of a failed delivery not kept            11      1
 * row of one that waits not kept                8      2
 * row of one that arrived not removed           1      1
 * next of a line not fetched                    9      2
 * two in flight for one subject                 2      2
 * what is behind a failure goes on              5      2
 * new ones of a held subject are sent           1      3
 * one try too few                               5      2
 * one try too many                              4      2
 * given up although nothing is taken            3      1
 * last try counts though nothing is taken       1     73
 * probe takes a retry first                     3      1
 * probe forgets what waited in the store        1     20
 * no forgiveness on resume                      1      2
 * no forgiveness in the store on resume         1      -
 * resume forgives everything                    0      3
 * skip without generation                       3      1
 * answers after a skip taken                    1      -
 * Retry-After ignored                           1      1
 * Retry-After not bounded                       1      3
 * Retry-After ignored by probes                11      1
 * jitter of a fifth                             6      1
 * schedule one step ahead                      15      1
 * the rate uses up a try                        0      2
 * rate not kept                                 3      2
 * 410 does not pause                            1      3
 * clock set back not noticed                    3      -
 * wait after a restart not bounded              2      -
 * probe after a restart not bounded             1      -
 * lane does not wake for its rate               2      2
 * blocked retry hides the next                  1      -
 * replay sends what goes out anyway             2      2
 * replay does not wait for the store            1      -
 * late page of a replay taken                   1      -
 * what changes while the store is read taken    1     14
 * skip while the store is read not noticed      1      -
 * store is read before all is written           1    173
 * taken from the store and from a replay        1      -
 * pause not written                             1      -
 * count of failures not written                 1      -
 * own faults count against the receiver         1      2
 * window not bounded                            1      8
 * held keys not bounded                         1      -
 * </pre>
 *
 * <p>Those without a seed are about memory, or about moments that a day does not bring forth.
 */
@Tag("simulation")
class SimulationTest {
    private static final int SEEDS = Integer.getInteger("test.simulation.seeds", 540);
    private static final Long ONLY = Long.getLong("test.simulation.seed");
    private static final String AGAIN =
            "mvn test -Dtest=SimulationTest -Dtest.postgres.skip=true -Dtest.simulation.seed=";
    private static final Duration LENGTH = Duration.ofDays(4);

    @ParameterizedTest
    @ValueSource(longs = {1, 1_000_003, 2_000_003})
    void everything_promised_holds(long first) {
        check(first, SEEDS / 3, false);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 1_000_003})
    void it_holds_where_changes_go_out_as_one(long first) {
        check(first, SEEDS / 4, true);
    }

    private static void check(long first, int seeds, boolean gathers) {
        if (ONLY != null) {
            check(ONLY, gathers);
            return;
        }
        for (long seed = first; seed < first + seeds; seed++) {
            check(seed, gathers);
        }
    }

    private static void check(long seed, boolean gathers) {
        try {
            new Simulation(seed, gathers, LastSteps.forgotten()).run(LENGTH);
        } catch (AssertionError | RuntimeException broken) {
            explain(seed, gathers);
            throw broken;
        }
    }

    /** One seed, one life: it fails again, and this time its last steps are kept. */
    private static void explain(long seed, boolean gathers) {
        LastSteps steps = LastSteps.kept();
        var simulation = new Simulation(seed, gathers, steps);
        try {
            simulation.run(LENGTH);
        } catch (AssertionError | RuntimeException broken) {
            throw new AssertionError(
                    "Seed %d, %s%n%s%nAgain: %s%d".formatted(seed, simulation, steps, AGAIN, seed),
                    broken);
        }
    }
}
