package org.signalbox.faults;

import static org.assertj.core.api.Assertions.assertThat;

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

/**
 * Receivers that misbehave in every way beside one that does not: each attempt ends in time, the
 * delivery log says what was wrong, and the good one notices nothing.
 */
@Tag("faults")
@Timeout(value = 3, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BadReceiversTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String SILENT = "No answer within 2 s";
    private static final String CLOSED =
            "The receiver closed the connection without a complete answer";

    /**
     * @param status what the log shows as the answer's status; 0 for none
     * @param error what it says was wrong; empty for nothing
     */
    private record Bad(String name, Reply reply, int status, String error) {}

    private static final List<Bad> ALL =
            List.of(
                    new Bad("never answers", Reply.hang(), 0, SILENT),
                    new Bad("drips a byte a second", Reply.drip(Duration.ofSeconds(1)), 0, SILENT),
                    new Bad("sends a body without end", Reply.endless(), 200, ""),
                    new Bad("closes at once", Reply.close(), 0, CLOSED),
                    new Bad("closes half-way", halfAnswer(), 0, CLOSED),
                    new Bad("speaks no HTTP", garbage(), 0, "The answer is not valid HTTP"),
                    new Bad("redirects", elsewhere(), 302, "The receiver answered 302"),
                    new Bad("has a huge header", hugeHeader(), 0, tooLong()),
                    new Bad("has headers without end", endlessHeaders(), 0, tooLong()));

    private static Reply halfAnswer() {
        return Reply.raw("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc");
    }

    private static Reply garbage() {
        return Reply.raw("\u0001\u0002 no idea what HTTP is\r\n".repeat(100));
    }

    private static Reply elsewhere() {
        return Reply.redirect("http://127.0.0.1:1/elsewhere");
    }

    private static Reply hugeHeader() {
        return Reply.raw("HTTP/1.1 200 OK\r\nX-Huge: " + "x".repeat(4 << 20));
    }

    private static Reply endlessHeaders() {
        return Reply.raw("HTTP/1.1 200 OK\r\n" + "X-Many: of these\r\n".repeat(100_000));
    }

    private static String tooLong() {
        return "The header of the answer is too long";
    }

    @Test
    void each_ends_in_time_and_none_disturbs_another() {
        var ledger = new Ledger();
        try (var receiver = ScriptedReceiver.start();
                var server =
                        Installation.create(
                                "--signalbox.delivery.timeout=" + TIMEOUT.toSeconds() + "s",
                                "--signalbox.delivery.retry-schedule=100ms,1h");
                var writers = new Writers(server::api)) {
            receiver.decide("/good", ledger.answering(() -> Mood.TAKE));
            server.start();
            Hook.create(server, receiver.url("/good"));
            var hooks = new ArrayList<Hook>();
            for (int i = 0; i < ALL.size(); i++) {
                receiver.on("/bad/" + i, ALL.get(i).reply());
                hooks.add(Hook.create(server, receiver.url("/bad/" + i)));
            }
            writers.start(4);
            Until.within(PATIENCE, writers::steps, steps -> steps > 200);
            Map<Long, Integer> steps = writers.finish();
            ledger.assertComplete(steps, TIMEOUT);

            for (int i = 0; i < ALL.size(); i++) {
                assertOutcome(ALL.get(i), hooks.get(i));
            }
            server.stop();
        }
    }

    private static void assertOutcome(Bad bad, Hook hook) {
        List<JsonNode> attempts =
                Until.within(PATIENCE, () -> attempts(hook), seen -> seen.size() >= 3);
        assertThat(attempts)
                .as(bad.name())
                .allSatisfy(attempt -> {
                    assertThat(attempt.at("/statusCode").asInt(0)).isEqualTo(bad.status());
                    assertThat(attempt.at("/error").asString("")).isEqualTo(bad.error());
                    assertThat(attempt.at("/durationMs").asLong())
                            .isLessThan(TIMEOUT.plusSeconds(1).toMillis());
                });
    }

    private static List<JsonNode> attempts(Hook hook) {
        var attempts = new ArrayList<JsonNode>();
        hook.deliveries().forEach(delivery -> delivery.at("/attempts").forEach(attempts::add));
        return attempts;
    }
}
