package org.signalbox.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.signalbox.testing.Api.Answer;
import org.signalbox.testing.Commands;
import org.signalbox.testing.OwnPostgres;
import org.signalbox.testing.ScriptedReceiver;
import org.signalbox.testing.TestDatabases;
import org.signalbox.testing.Until;

/**
 * The disk is full under load, and then has room again: changes are refused and undone, reads go
 * on, and afterwards everything goes on by itself.
 */
@Tag("faults")
@Timeout(value = 3, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FullDiskTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void files_that_must_not_grow_on_sqlite() {
        assumeFalse(TestDatabases.onPostgres());
        try (var server = Installation.create()) {
            check(
                    server,
                    new Disk() {
                        @Override
                        public void fill() {
                            limit("0:unlimited");
                        }

                        @Override
                        public void free() {
                            limit("unlimited:unlimited");
                        }

                        private void limit(String bytes) {
                            Commands.run(
                                    "prlimit",
                                    "--pid=" + server.process().pid(),
                                    "--fsize=" + bytes);
                        }
                    });
        }
    }

    @Test
    void a_full_disk_on_sqlite() {
        assumeFalse(TestDatabases.onPostgres());
        assumeTrue(SmallDisk.canBeMounted(), "needs the right to mount a file system");
        try (var disk = SmallDisk.mount();
                var server = new Installation(disk.path().resolve("data"), null)) {
            check(server, disk);
        }
    }

    @Test
    void a_full_disk_on_postgresql() {
        assumeTrue(TestDatabases.onPostgres());
        assumeTrue(SmallDisk.canBeMounted(), "needs the right to mount a file system");
        try (var disk = SmallDisk.mount();
                var postgres = OwnPostgres.start();
                var server =
                        new Installation(
                                TestDatabases.newDir(), postgres.createDatabaseOn(disk.path()))) {
            check(server, disk);
        }
    }

    private static void check(Installation server, Disk disk) {
        var ledger = new Ledger();
        try (var receiver = ScriptedReceiver.start();
                var writers = new Writers(server::api)) {
            receiver.decide("/hook", ledger.answering(() -> Ledger.Mood.TAKE));
            server.start();
            Hook hook = Hook.create(server, receiver.url("/hook"));
            writers.start(4);
            Until.within(PATIENCE, ledger::arrivals, count -> count > 100);

            disk.fill();
            Until.within(PATIENCE, writers::refusals, refusals -> refusals.size() > 20);
            Until.within(
                    PATIENCE,
                    () -> server.api().get("/health/ready").status(),
                    status -> status == 503);
            assertThat(server.api().get("/health/live").status()).isEqualTo(200);
            assertThat(server.api().get("/api/v3/webhooks").at("/total").asInt()).isEqualTo(1);
            Answer project = server.api().post("/api/v3/projects", "{\"name\": \"Never\"}");
            Installation.assertSaysUnavailable(project);

            disk.free();
            int before = writers.steps();
            Until.within(PATIENCE, writers::steps, steps -> steps > before + 100);
            assertThat(server.api().get("/health/ready").status()).isEqualTo(200);
            assertThat(server.api().get("/api/v3/projects").at("/total").asInt()).isZero();

            Map<Long, Integer> steps = writers.finish();
            ledger.assertComplete(steps, PATIENCE);
            assertThat(writers.refusals()).allSatisfy(Installation::assertSaysUnavailable);
            hook.assertDeliveredAtOnce(steps);
            server.stop();
        }
    }
}
