package org.signalbox.delivery;

import java.util.List;
import org.signalbox.store.Tx;
import org.signalbox.store.View;
import org.springframework.stereotype.Component;

/** The SQL that removes what is old. */
@Component
final class RetentionStore {

    private static final String WEBHOOKS =
            """
            select w.id from webhook w
            where exists (select 1 from attempt a where a.webhook_id = w.id and a.sequence <= :sequence)
               or exists (select 1 from set_aside s
                          where s.webhook_id = w.id and s.sequence <= :sequence and s.state = 'failed')
               or exists (select 1 from test_delivery t
                          where t.webhook_id = w.id and t.after_sequence < :sequence)
               or exists (select 1 from merged m where m.webhook_id = w.id and m.sequence <= :sequence)
            """;

    /** What is still to be sent keeps its attempts, however old they are. */
    private static final String ATTEMPTS =
            """
            delete from attempt where webhook_id = :webhook and sequence in (
                select a.sequence from attempt a
                where a.webhook_id = :webhook and a.sequence <= :sequence and not exists (
                    select 1 from set_aside s
                    where s.webhook_id = a.webhook_id and s.sequence = a.sequence and s.state <> 'failed')
                limit :piece)
            """;

    private static final String FAILED =
            """
            delete from set_aside where webhook_id = :webhook and sequence in (
                select sequence from set_aside
                where webhook_id = :webhook and sequence <= :sequence and state = 'failed' limit :piece)
            """;

    /** What is still to be sent has to know what it takes in. */
    private static final String MERGED =
            """
            delete from merged where webhook_id = :webhook and sequence in (
                select m.sequence from merged m
                where m.webhook_id = :webhook and m.sequence <= :sequence and m.into_sequence <= :sequence
                  and not exists (
                    select 1 from set_aside s
                    where s.webhook_id = m.webhook_id and s.sequence > m.sequence and s.state <> 'failed')
                limit :piece)
            """;

    private static final String TESTS =
            """
            delete from test_delivery where id in (
                select id from test_delivery
                where webhook_id = :webhook and after_sequence < :sequence limit :piece)
            """;

    private static final String EVENTS =
            """
            delete from event where sequence in (
                select sequence from event
                where sequence <= :sequence and sequence not in (
                    select sequence from set_aside where sequence <= :sequence)
                order by sequence limit :piece)
            """;

    /** The webhooks that have something up to this event. */
    List<Long> webhooksWithOld(View view, long sequence) {
        return view.sql(WEBHOOKS)
                .param("sequence", sequence)
                .query((row, _) -> row.getLong(1))
                .list();
    }

    /** Attempts, failed deliveries and tests up to this event. */
    int removeDeliveries(Tx tx, long webhookId, long sequence, int piece) {
        int removed = 0;
        for (String statement : List.of(ATTEMPTS, FAILED, MERGED, TESTS)) {
            removed +=
                    tx.sql(statement)
                            .param("webhook", webhookId)
                            .param("sequence", sequence)
                            .param("piece", piece)
                            .update();
        }
        return removed;
    }

    /** Events up to this one that are not set aside for anybody. */
    int removeEvents(Tx tx, long sequence, int piece) {
        return tx.sql(EVENTS).param("sequence", sequence).param("piece", piece).update();
    }
}
