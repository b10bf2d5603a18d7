package org.signalbox.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.signalbox.faults.Ledger.Mood;
import org.signalbox.testing.Reply;
import org.signalbox.testing.ScriptedReceiver;
import org.signalbox.testing.Until;
import tools.jackson.databind.JsonNode;

/** Five hundred receivers that refuse, hang or answer 503, beside ten healthy ones. */
@Tag("faults")
@Timeout(value = 4, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DeadReceiversTest {
    private static final int DEAD = 500;
    private static final int HEALTHY = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** From the answer to the last step until every healthy receiver has got it. */
    private static final Duration PROMPTLY = Duration.ofSeconds(5);

    /** Those of the JVM, of Tomcat, of the database; not one for each receiver. */
    private static final int THREADS_MAX = 100;

    private static final long MEMORY_MB_MAX = 700;

    @Test
    void the_healthy_ones_get_everything_promptly() {
        var ledgers = new ArrayList<Ledger>();
        try (var healthy = ScriptedReceiver.start();
                var dead = ScriptedReceiver.start();
                var gone = ScriptedReceiver.start();
                var server =
                        Installation.create(
                                "--signalbox.delivery.timeout=2s",
                                "--signalbox.delivery.pause-after=1000",
                                "--signalbox.delivery.retry-schedule=1s,2s");
                var writers = new Writers(server::api)) {
            gone.goDown();
            server.start();
            for (int i = 0; i < HEALTHY; i++) {
                var ledger = new Ledger();
                ledgers.add(ledger);
                healthy.decide("/healthy/" + i, ledger.answering(() -> Mood.TAKE));
                Hook.create(server, healthy.url("/healthy/" + i));
            }
            for (int i = 0; i < DEAD; i++) {
                dead.on("/dead/" + i, i % 3 == 0 ? Reply.hang() : Reply.answer(503));
                Hook.create(server, (i % 3 == 1 ? gone : dead).url("/dead/" + i));
            }
            writers.start(4);
            Until.within(PATIENCE, writers::steps, steps -> steps >= 500);
            Until.within(PATIENCE, () -> failing(server), count -> count == DEAD);
            assertBounded(server);
            Map<Long, Integer> steps = writers.finish();
            ledgers.forEach(ledger -> ledger.assertComplete(steps, PROMPTLY));
            assertThat(writers.refusals()).isEmpty();
            server.stop();
        }
    }

    private static int failing(Installation server) {
        JsonNode all = server.api().get("/api/v3/webhooks?pageSize=1000").body();
        assertThat(all.at("/_embedded/elements")).hasSize(HEALTHY + DEAD);
        int failing = 0;
        for (JsonNode webhook : all.at("/_embedded/elements")) {
            failing += webhook.at("/status").asString().equals("failing") ? 1 : 0;
        }
        return failing;
    }

    private static void assertBounded(Installation server) {
        Path status = Path.of("/proc/" + server.process().pid() + "/status");
        try {
            List<String> lines = Files.readAllLines(status);
            assertThat(number(lines, "Threads:")).isLessThan(THREADS_MAX);
            assertThat(number(lines, "VmRSS:") / 1_024).isLessThan(MEMORY_MB_MAX);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long number(List<String> lines, String name) {
        String line = lines.stream().filter(one -> one.startsWith(name)).findFirst().orElseThrow();
        return Long.parseLong(line.replaceAll("\\D", ""));
    }
}
