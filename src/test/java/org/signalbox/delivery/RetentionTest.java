package org.signalbox.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.signalbox.event.EventLog;
import org.signalbox.store.Database;
import org.signalbox.testing.Reply;
import org.signalbox.testing.RunningServer;
import org.signalbox.testing.ScriptedReceiver;
import org.signalbox.testing.Until;

/** What is old goes, and what is still to be sent stays. */
@Tag("api")
class RetentionTest {

    @Test
    void old_deliveries_and_events_go_unless_somebody_needs_them() {
        try (var receiver = ScriptedReceiver.start();
                var server =
                        RunningServer.start(Map.of("signalbox.delivery.retry-schedule", "1h"))) {
            var hooks = new Hooks(server);
            long hook = hooks.create(receiver, "/hook", "");
            hooks.createProject();
            hooks.awaitDeliveries(hook, "delivered", 1);
            hooks.post(hook, "/test", "{\"event\": \"project:created\"}");
            receiver.on("/hook", Reply.answer(500));
            hooks.createProject();
            long kept =
                    hooks.awaitDeliveries(hook, "retrying", 1)
                            .get(0)
                            .at("/event/sequence")
                            .asLong();

            var store = server.bean(RetentionStore.class);
            var database = server.bean(Database.class);
            long all = server.bean(EventLog.class).head() + 1;
            List<Long> old = database.read(view -> store.webhooksWithOld(view, all));
            assertThat(old).contains(hook);
            int removed = database.write(tx -> store.removeDeliveries(tx, hook, all, 500));
            assertThat(removed).isEqualTo(2);
            database.run(tx -> store.removeEvents(tx, all, 500));

            assertThat(hooks.get(hook, "/deliveries").at("/total").asInt()).isEqualTo(1);
            assertThat(hooks.get(hook, "/deliveries/" + kept).at("/state").asString())
                    .isEqualTo("retrying");
            assertThat(server.surprises()).isZero();
        }
    }

    @Test
    void a_paused_webhook_needs_its_events_until_it_is_switched_off() {
        try (var receiver = ScriptedReceiver.start();
                var server = RunningServer.start(Map.of())) {
            var hooks = new Hooks(server);
            var retention = server.bean(Retention.class);
            long hook = hooks.create(receiver, "/paused", "");
            hooks.post(hook, "/pause", "{}");
            hooks.createProject();
            long waits =
                    hooks.awaitDeliveries(hook, "waiting", 1).get(0).at("/event/sequence").asLong();
            assertThat(retention.earliestCursor()).isLessThan(waits);

            hooks.change(hook, "{\"enabled\": false}");
            hooks.createProject();
            long head = server.bean(EventLog.class).head();
            Until.seen(retention::earliestCursor, cursor -> cursor >= head);
        }
    }
}
