package org.signalbox.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.signalbox.testing.OwnPostgres;
import org.signalbox.testing.ScriptedReceiver;
import org.signalbox.testing.TestDatabases;
import org.signalbox.testing.Until;

/**
 * PostgreSQL goes away under load and comes back: dead at once, or frozen so that its connections
 * hang. The server keeps running, says so, and goes on by itself. How long it is away can be chosen
 * with {@code -Dsignalbox.test.away=30s}.
 */
@Tag("faults")
@EnabledIfSystemProperty(named = "signalbox.test.database", matches = "postgresql")
@Timeout(value = 3, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DatabaseAwayTest {
    private static final Duration AWAY =
            Duration.parse("PT" + System.getProperty("signalbox.test.away", "10s"));

    /** The longest that any request may take while the database is away. */
    private static final Duration ANSWER_MAX = Duration.ofSeconds(11);

    private static final Duration RECOVERY_MAX = Duration.ofSeconds(10);

    @Test
    void it_dies_and_starts_again() {
        check(OwnPostgres::crash, OwnPostgres::comeBack);
    }

    @Test
    void it_hangs_and_goes_on() {
        check(OwnPostgres::freeze, OwnPostgres::thaw);
    }

    /** Something done to the database. */
    private interface Fault {
        void on(OwnPostgres postgres);
    }

    private static void check(Fault goesAway, Fault comesBack) {
        var ledger = new Ledger();
        try (var postgres = OwnPostgres.start();
                var receiver = ScriptedReceiver.start();
                var server = new Installation(TestDatabases.newDir(), postgres.settings());
                var writers = new Writers(server::api)) {
            receiver.decide("/hook", ledger.answering(() -> Ledger.Mood.TAKE));
            server.start();
            Hook hook = Hook.create(server, receiver.url("/hook"));
            writers.start(6);
            Until.within(Duration.ofSeconds(30), ledger::arrivals, count -> count > 300);

            goesAway.on(postgres);
            long goneAt = System.nanoTime();
            assertUnavailable(server);
            Until.within(
                    AWAY.plusSeconds(20),
                    () -> System.nanoTime() - goneAt,
                    nanos -> nanos > AWAY.toNanos());
            comesBack.on(postgres);
            int before = writers.steps();
            Until.within(RECOVERY_MAX, writers::steps, steps -> steps > before + 100);
            assertThat(server.api().get("/health/ready").status()).isEqualTo(200);

            Map<Long, Integer> steps = writers.finish();
            ledger.assertComplete(steps, RECOVERY_MAX);
            assertThat(writers.longest()).isLessThan(ANSWER_MAX);
            assertThat(writers.refusals())
                    .isNotEmpty()
                    .allSatisfy(Installation::assertSaysUnavailable);
            hook.assertDeliveredAtOnce(steps);
            server.stop();
        }
    }

    private static void assertUnavailable(Installation server) {
        Until.within(
                ANSWER_MAX,
                () -> server.api().get("/health/ready").status(),
                status -> status == 503);
        assertThat(server.api().get("/health/live").status()).isEqualTo(200);
        Installation.assertSaysUnavailable(server.api().get("/api/v3/projects"));
        Installation.assertSaysUnavailable(
                server.api().as("opapi-unknown").get("/api/v3/projects"));
        Installation.assertSaysUnavailable(
                server.api().post("/api/v3/projects", "{\"name\": \"Never\"}"));
    }
}
