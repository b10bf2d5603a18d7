package org.signalbox.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.signalbox.store.Database;
import org.signalbox.store.Dialect;
import org.signalbox.testing.Reply;
import org.signalbox.testing.RunningServer;
import org.signalbox.testing.ScriptedReceiver;
import tools.jackson.databind.JsonNode;

/** A row that the database does not take stops nobody, and its delivery is not forgotten. */
@Tag("api")
class RefusedRowTest {
    private static RunningServer server;
    private static ScriptedReceiver receiver;
    private static Hooks hooks;

    @BeforeAll
    static void start() {
        receiver = ScriptedReceiver.start();
        server = RunningServer.start(Map.of("signalbox.delivery.retry-schedule", "1h"));
        hooks = new Hooks(server);
    }

    @AfterAll
    static void stop() {
        server.close();
        receiver.close();
    }

    @Test
    void an_answer_that_cannot_be_kept_is_left_out() {
        refuse("attempt", "response_body = 'poison'");
        receiver.on("/answer", Reply.answer(200, "poison"), Reply.answer(200, "fine"));
        long other = hooks.create(receiver, "/other", "");
        long hook = hooks.create(receiver, "/answer", ", \"concurrency\": 1");
        long before = server.surprises();
        hooks.createProject();
        hooks.createProject();

        JsonNode deliveries = hooks.awaitDeliveries(hook, "delivered", 2);
        JsonNode plain = deliveries.get(1).at("/attempts/0");
        assertThat(plain.at("/statusCode").asInt()).isEqualTo(200);
        assertThat(plain.at("/responseBody").asString()).isEmpty();
        assertThat(plain.at("/error").asString()).startsWith("The database refused");
        assertThat(deliveries.get(0).at("/attempts/0/responseBody").asString()).isEqualTo("fine");
        hooks.awaitDeliveries(other, "delivered", 2);
        assertThat(server.surprises()).isEqualTo(before + 1);
    }

    @Test
    void what_cannot_be_set_aside_shows_as_failed_and_can_be_sent_again() {
        long other = hooks.create(receiver, "/healthy", "");
        long hook = hooks.create(receiver, "/failing", "");
        refuse("set_aside", "webhook_id = " + hook);
        receiver.on("/failing", Reply.answer(500, "no"), Reply.answer(200));
        long before = server.surprises();
        long project = hooks.createProject();
        String failed = hooks.awaitDeliveries(hook, "failed", 1).get(0).at("/id").asString();
        hooks.renameProject(project, "Waits behind the first");

        JsonNode waiting = hooks.awaitDeliveries(hook, "failed", 2).get(0);
        assertThat(waiting.at("/attempts/0/error").asString()).startsWith("The database refused");
        hooks.awaitDeliveries(other, "delivered", 2);
        assertThat(server.surprises()).isEqualTo(before + 2);

        accept("set_aside", "webhook_id = " + hook);
        hooks.post(hook, "/deliveries/" + failed + "/redeliver", "{}");
        hooks.post(hook, "/deliveries/" + waiting.at("/id").asString() + "/redeliver", "{}");
        hooks.awaitDeliveries(hook, "delivered", 2);
    }

    @Test
    void a_cursor_that_cannot_be_written_stops_no_delivery() {
        long other = hooks.create(receiver, "/written", "");
        long hook = hooks.create(receiver, "/unwritten", "");
        refuse("lane", "webhook_id = " + hook);
        receiver.on("/unwritten", Reply.answer(500, "no"), Reply.answer(200));
        hooks.createProject();
        hooks.awaitDeliveries(hook, "retrying", 1);
        hooks.createProject();
        hooks.awaitDeliveries(hook, "delivered", 1);
        hooks.awaitDeliveries(other, "delivered", 2);
    }

    /** From now on the database takes no such row. */
    private static void refuse(String table, String row) {
        boolean postgres = database().dialect() == Dialect.POSTGRESQL;
        String rule =
                postgres
                        ? "alter table %s add constraint %s check (not (%s)) not valid"
                                .formatted(table, name(table, row), row)
                        : "create trigger %s before insert on %s when new.%s begin select raise(abort, 'no'); end"
                                .formatted(name(table, row), table, row);
        database().run(tx -> tx.sql(rule).update());
    }

    private static void accept(String table, String row) {
        boolean postgres = database().dialect() == Dialect.POSTGRESQL;
        String rule =
                postgres
                        ? "alter table %s drop constraint %s".formatted(table, name(table, row))
                        : "drop trigger " + name(table, row);
        database().run(tx -> tx.sql(rule).update());
    }

    private static String name(String table, String row) {
        return table + "_" + row.replaceAll("\\W+", "_");
    }

    private static Database database() {
        return server.bean(Database.class);
    }
}
