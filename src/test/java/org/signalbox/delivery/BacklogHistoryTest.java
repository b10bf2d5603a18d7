package org.signalbox.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.signalbox.testing.RunningServer;
import org.signalbox.testing.ScriptedReceiver;
import org.signalbox.testing.Until;

@Tag("api")
class BacklogHistoryTest {
    private final RunningServer server = RunningServer.shared();
    private final BacklogHistory history = server.bean(BacklogHistory.class);

    @Test
    void what_waits_is_written_down_and_a_pause_is_remembered() {
        try (ScriptedReceiver receiver = ScriptedReceiver.start()) {
            long hook =
                    server.api()
                            .post(
                                    "/api/v3/webhooks",
                                    """
                                    {"name": "Backlog", "url": "%s", "format": "standard",
                                     "events": ["project.created"], "allProjects": true}
                                    """
                                            .formatted(receiver.url("/hooks")))
                            .id();
            history.pass();
            assertThat(last(hook)).isEmpty();

            server.api().post("/api/v3/webhooks/%d/pause".formatted(hook), "{}");
            server.api().post("/api/v3/projects", "{\"name\":\"Backlog\"}");
            history.pass();
            assertThat(last(hook)).allMatch(one -> one.paused() && one.pending() > 0).isNotEmpty();

            server.api().post("/api/v3/webhooks/%d/resume".formatted(hook), "{}");
            Until.seen(() -> pending(hook), count -> count == 0);
            history.pass();
            assertThat(last(hook)).allMatch(one -> one.paused() && one.pending() == 0).isNotEmpty();
        }
    }

    private long pending(long hook) {
        return server.api().get("/api/v3/webhooks/" + hook).at("/pendingDeliveries").asLong();
    }

    private List<Backlog> last(long hook) {
        return history.since(Instant.now().minus(Duration.ofHours(1)), hook);
    }
}
