package org.signalbox.rm;

import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.signalbox.store.Database;
import org.signalbox.store.Tx;
import org.signalbox.testing.Api.Answer;
import org.signalbox.testing.RunningServer;
import org.signalbox.testing.Until;

/** An event has no more than ten webhooks, also when two nodes add the tenth at once. */
@Tag("postgres")
class RmLimitTest {

    @Test
    void two_nodes_at_once_do_not_pass_the_limit() throws Exception {
        try (var server = RunningServer.start(Map.of());
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var rm = new RmClient(server.api(), RunningServer.ADMIN_TOKEN);
            long last = 0;
            for (int i = 0; i < 9; i++) {
                last = RmClient.object(hook(rm)).path("id").asLong();
            }
            Database database = server.bean(Database.class);
            var added = new CountDownLatch(1);
            var commit = new CountDownLatch(1);
            long ninth = last;
            Future<?> otherNode =
                    threads.submit(() ->
                            database.run(tx -> {
                                copy(tx, ninth);
                                added.countDown();
                                Until.open(commit);
                            }));
            Until.open(added);
            Future<Answer> eleventh = threads.submit(() -> hook(rm));
            Until.seen(() -> eleventh.isDone() || somebodyWaits(database), done -> done);
            commit.countDown();
            otherNode.get();
            RmClient.refused(
                    eleventh.get(),
                    "Event type is invalid: There are 10 webhooks for assignment.updated already,"
                            + " and no more can be");
        }
    }

    private static Answer hook(RmClient rm) {
        return rm.post(
                "/webhooks",
                "{\"url\": \"https://127.0.0.1:8443/ten\", \"event_type\": \"assignment.updated\"}");
    }

    /** What another node does that adds one like this. */
    private static void copy(Tx tx, long id) {
        long copy =
                tx.sql(
                                """
                                insert into webhook (name, name_key, description, url, ordering, concurrency,
                                                     created_at, updated_at)
                                select 'Another', 'another', description, url, ordering, concurrency,
                                       created_at, updated_at
                                from webhook where id = :id
                                returning id
                                """)
                        .param("id", id)
                        .query((row, _) -> row.getLong(1))
                        .single();
        tx.sql(
                        """
                        insert into webhook_subscription (webhook_id, after_sequence, enabled, format, events,
                                                          all_projects, projects)
                        select :copy, after_sequence, enabled, format, events, all_projects, projects
                        from webhook_subscription where webhook_id = :id
                        """)
                .param("copy", copy)
                .param("id", id)
                .update();
    }

    private static boolean somebodyWaits(Database database) {
        return database.<Boolean>read(view ->
                view.sql("select count(*) from pg_locks where not granted")
                                .query((row, _) -> row.getLong(1))
                                .single()
                        > 0);
    }
}
