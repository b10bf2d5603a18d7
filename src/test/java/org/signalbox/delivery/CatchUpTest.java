package org.signalbox.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.signalbox.testing.Api.Answer;
import org.signalbox.testing.RunningServer;
import org.signalbox.testing.ScriptedReceiver;
import org.signalbox.webhook.Subscription;
import org.signalbox.webhook.Webhook;
import org.signalbox.webhook.Webhooks;

@Tag("api")
class CatchUpTest {

    @Test
    void a_lane_that_cannot_be_read_for_is_in_nobodys_way() {
        try (var receiver = ScriptedReceiver.start();
                var server = RunningServer.start(Map.of())) {
            var hooks = new Hooks(server);
            long hook = hooks.create(receiver, "/well", "");
            hooks.post(hook, "/pause", "{}");
            hooks.createProject();
            hooks.awaitDeliveries(hook, "waiting", 1);
            Webhook webhook = server.bean(Webhooks.class).find(hook).orElseThrow();
            var shell = server.bean(Shell.class);

            var nothing = new Recollection(List.of(), 0, Map.of());
            var broken = new RunningLane(broken(webhook), lane(), nothing, shell);
            shell.lagging().offer(broken);
            hooks.post(hook, "/resume", "{}");
            receiver.await("/well", 1);

            hooks.awaitDeliveries(hook, "delivered", 1);
            shell.lagging().offer(broken);
            Answer replayed = hooks.post(hook, "/replay", "{\"since\": \"2020-01-01T00:00:00Z\"}");
            assertThat(replayed.at("/count").asInt()).as(replayed.text()).isEqualTo(1);
            receiver.await("/well", 2);
            assertThat(server.surprises()).as("told once").isEqualTo(1);
        }
    }

    private static Lane lane() {
        var settings = LaneTester.perSubject().settings;
        return new Lane(settings, LaneState.startingAfter(0), LaneTester.random(1));
    }

    /** One that wants everything in a format that there is not. */
    private static Webhook broken(Webhook webhook) {
        Subscription wanted = webhook.subscription();
        var broken =
                new Subscription(
                        0,
                        true,
                        "nonsense",
                        wanted.packaging(),
                        List.of("*"),
                        true,
                        Set.of(),
                        null,
                        null);
        return new Webhook(
                webhook.id(),
                webhook.name(),
                webhook.description(),
                webhook.url(),
                webhook.ordering(),
                webhook.concurrency(),
                webhook.maxPerSecond(),
                webhook.header(),
                webhook.mainEntityOnly(),
                webhook.aggregationMinutes(),
                webhook.secrets(),
                List.of(broken),
                webhook.createdAt(),
                webhook.updatedAt(),
                webhook.lockVersion(),
                webhook.createdBy(),
                webhook.changedBy());
    }
}
