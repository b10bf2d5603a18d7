package org.signalbox.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.signalbox.testing.Api.Answer;
import org.signalbox.testing.RunningServer;
import org.signalbox.testing.ScriptedReceiver;
import org.signalbox.testing.Until;
import tools.jackson.databind.JsonNode;

/**
 * What a webhook wants is changed while events are posted without a pause: each arrives by what was
 * wanted when it happened, as the event log tells it, none is lost or stuck, and none overtaken.
 */
@Tag("api")
class EditsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int WRITERS = 4;
    private static final int BETWEEN_EDITS = 15;
    private static final List<String> EDITS =
            List.of(
                    "\"events\": [\"custom.a\"]",
                    "\"events\": [\"custom.a\", \"custom.b\"]",
                    "\"events\": [\"custom.b\"], \"ordering\": \"strict\"",
                    "\"events\": [\"custom.*\"]",
                    "\"events\": [\"custom.b\"]",
                    "\"events\": [\"custom.a\"], \"ordering\": \"subject\"");

    private final RunningServer server = RunningServer.start(Map.of());
    private final Hooks hooks = new Hooks(server);
    private final ScriptedReceiver receiver = ScriptedReceiver.start();
    private final AtomicInteger posted = new AtomicInteger();
    private volatile boolean stopping;

    @Test
    void an_edit_under_load_loses_nothing_and_leaves_nothing_behind() throws InterruptedException {
        try (server;
                receiver) {
            long hook = hooks.create(receiver, "/edits", "");
            hooks.change(hook, "{\"format\": \"standard\", \"events\": [\"custom.a\"]}");
            for (int round = 0; round < 2; round++) {
                hooks.change(hook, "{\"enabled\": false}");
                List<Thread> writers = write();
                edit(hook, "\"enabled\": true");
                for (String edit : EDITS) {
                    edit(hook, edit);
                }
                stopping = true;
                for (Thread writer : writers) {
                    writer.join();
                }
                allArrived(hook);
            }
            assertThat(server.surprises()).isZero();
        }
    }

    private List<Thread> write() {
        stopping = false;
        var writers = new ArrayList<Thread>();
        for (int i = 0; i < WRITERS; i++) {
            String subject = "counter:" + i;
            writers.add(
                    Thread.ofVirtual()
                            .start(() -> {
                                for (int step = 0; !stopping; step++) {
                                    post(step % 2 == 0 ? "custom.a" : "custom.b", subject);
                                }
                            }));
        }
        return writers;
    }

    private void post(String type, String subject) {
        Answer answer =
                server.api()
                        .post(
                                "/api/v3/events",
                                """
                                {"type": "%s", "subject": "%s", "data": {}}
                                """
                                        .formatted(type, subject));
        if (answer.status() == 201) {
            posted.incrementAndGet();
        }
    }

    private void edit(long hook, String settings) {
        int before = posted.get();
        hooks.change(hook, "{" + settings + "}");
        Until.within(PATIENCE, posted::get, count -> count >= before + BETWEEN_EDITS);
    }

    private void allArrived(long hook) {
        Map<String, JsonNode> wanted = wanted(hook);
        assertThat(wanted.size()).isGreaterThan(BETWEEN_EDITS);
        Until.within(PATIENCE, this::arrived, ids -> ids.containsAll(wanted.keySet()));
        hooks.await(hook, "", shown -> shown.path("pendingDeliveries").asInt(-1) == 0);
        assertThat(arrived()).containsExactlyInAnyOrderElementsOf(wanted.keySet());
        for (int i = 0; i < WRITERS; i++) {
            String subject = "counter:" + i;
            assertThat(arrived().stream().map(wanted::get).filter(event -> about(event, subject)))
                    .extracting(event -> event.path("sequence").asLong())
                    .isSorted();
        }
    }

    private static boolean about(JsonNode event, String subject) {
        return event.path("subject").asString().equals(subject);
    }

    private Set<String> arrived() {
        var ids = new LinkedHashSet<String>();
        receiver.requests().forEach(request -> ids.add(request.header("webhook-id")));
        return ids;
    }

    private Map<String, JsonNode> wanted(long hook) {
        var wanted = new LinkedHashMap<String, JsonNode>();
        String next = "/api/v3/events?after=0&pageSize=1000&webhook=" + hook;
        JsonNode page = server.api().get(next).body();
        while (!page.at("/_embedded/elements").isEmpty()) {
            page.at("/_embedded/elements")
                    .forEach(event -> wanted.put(event.path("id").asString(), event));
            page = server.api().get(page.at("/_links/next/href").asString()).body();
        }
        return wanted;
    }
}
