package org.signalbox.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.signalbox.testing.Api.Answer;
import org.signalbox.testing.Reply;
import org.signalbox.testing.RunningServer;
import org.signalbox.testing.ScriptedReceiver;

/** Why a webhook got an event, or did not, is told in one word, with what decided. */
@Tag("api")
class ExplainTest {
    private final Hooks hooks = new Hooks(RunningServer.shared());
    private final ScriptedReceiver receiver = ScriptedReceiver.start();

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void an_event_that_arrived_is_found_by_number_id_and_subject() {
        long hook = hooks.create(receiver, "/taken", "");
        long project = hooks.createProject();
        var delivered = hooks.awaitDeliveries(hook, "delivered", 1).get(0);
        String sequence = delivered.at("/event/sequence").asString();
        String id = delivered.at("/event/id").asString();

        for (String asked : new String[] {sequence, id, "project%20" + project}) {
            Answer told = explain(hook, asked);
            assertThat(told.status()).as(told.text()).isEqualTo(200);
            assertThat(told.at("/verdict").asString()).isEqualTo("delivered");
            assertThat(told.at("/wanted").asBoolean()).isTrue();
            assertThat(told.at("/event/id").asString()).isEqualTo(id);
            assertThat(told.at("/_links/delivery/href").asString())
                    .isEqualTo("/api/v3/webhooks/%d/deliveries/%s".formatted(hook, sequence));
        }
    }

    @Test
    void what_was_not_for_the_webhook_is_told_with_the_rule_that_decided() {
        long witness = hooks.create(receiver, "/witness", "");
        long elsewhere = hooks.createProject();
        long other =
                hooks.create(
                        receiver,
                        "/other",
                        ", \"allProjects\": false, \"_links\": {\"projects\": [{\"href\":"
                                + " \"/api/v3/projects/%d\"}]}".formatted(elsewhere));
        long unsubscribed = hooks.create(receiver, "/unsubscribed", "");
        hooks.change(unsubscribed, "{\"events\": [\"project:updated\"]}");
        long disabled = hooks.create(receiver, "/disabled", ", \"enabled\": false");
        hooks.createProject();
        String event =
                hooks.awaitDeliveries(witness, "delivered", 2)
                        .get(0)
                        .at("/event/sequence")
                        .asString();
        long late = hooks.create(receiver, "/late", "");

        assertThat(verdict(other, event)).isEqualTo("project");
        assertThat(verdict(unsubscribed, event)).isEqualTo("type");
        assertThat(verdict(disabled, event)).isEqualTo("disabled");
        assertThat(verdict(late, event)).isEqualTo("not_there");
        hooks.change(unsubscribed, "{\"events\": [\"project:created\"]}");
        assertThat(verdict(unsubscribed, event)).as("as it was then").isEqualTo("type");
    }

    @Test
    void what_waits_is_told_with_what_it_waits_for_and_who_gave_it_up() {
        receiver.on("/waits", Reply.answer(503));
        long hook = hooks.create(receiver, "/waits", "");
        long project = hooks.createProject();
        String first =
                hooks.awaitDeliveries(hook, "retrying", 1).get(0).at("/event/sequence").asString();
        assertThat(verdict(hook, first)).isEqualTo("retrying");

        hooks.renameProject(project, "Behind the first");
        String second =
                hooks.awaitDeliveries(hook, "waiting", 1).get(0).at("/event/sequence").asString();
        Answer behind = explain(hook, second);
        assertThat(behind.at("/verdict").asString()).isEqualTo("behind");
        assertThat(behind.at("/_links/heldBackBy/href").asString()).endsWith("/" + first);

        hooks.post(hook, "/pause", "{}");
        assertThat(verdict(hook, second)).isEqualTo("paused");
        hooks.post(hook, "/skip_backlog", "{}");
        Answer skipped = explain(hook, second);
        assertThat(skipped.at("/verdict").asString()).isEqualTo("skipped");
        assertThat(skipped.at("/decidedBy").asString()).isNotEmpty();
        assertThat(verdict(hook, first)).isEqualTo("skipped");
    }

    @Test
    void what_waited_while_the_webhook_was_switched_off_was_not_sent() {
        long hook = hooks.create(receiver, "/off", "");
        hooks.post(hook, "/pause", "{}");
        hooks.createProject();
        String event =
                hooks.awaitDeliveries(hook, "waiting", 1).get(0).at("/event/sequence").asString();
        hooks.change(hook, "{\"enabled\": false}");

        Answer told = explain(hook, event);
        assertThat(told.at("/verdict").asString()).isEqualTo("switched_off");
        assertThat(told.at("/decidedBy").asString()).isNotEmpty();
    }

    @Test
    void an_event_that_there_is_not_is_not_found() {
        long hook = hooks.create(receiver, "/none", "");
        for (String asked :
                new String[] {"99999999", "evt_01KAE5W9TZ7M4Q2C8B3N6R0FHS", "cow%207"}) {
            Answer told = explain(hook, asked);
            assertThat(told.status()).as(told.text()).isEqualTo(404);
        }
    }

    private String verdict(long hook, String event) {
        return explain(hook, event).at("/verdict").asString();
    }

    private Answer explain(long hook, String event) {
        return hooks.get(hook, "/explain?event=" + event);
    }
}
