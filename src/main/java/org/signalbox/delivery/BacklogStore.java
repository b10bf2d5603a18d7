package org.signalbox.delivery;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.signalbox.store.Micros;
import org.signalbox.store.Tx;
import org.signalbox.store.View;
import org.springframework.stereotype.Component;

/** The SQL of what waited. */
@Component
final class BacklogStore {

    private static final String WRITE =
            """
            insert into waiting (started_at, webhook_id, pending, paused) values (?, ?, ?, ?)
            on conflict (started_at, webhook_id) do update set
                pending = excluded.pending, paused = waiting.paused or excluded.paused
            """;

    private static final String CLEAR =
            """
            update waiting set pending = 0 where started_at = :start
            """;

    private static final String READ =
            """
            select started_at, pending, paused from waiting
            where webhook_id = :webhook and started_at >= :since order by started_at
            """;

    private static final String REMOVE =
            """
            delete from waiting where (started_at, webhook_id) in (
                select started_at, webhook_id from waiting
                where started_at < :before order by started_at limit :piece)
            """;

    /** Takes the place of what was written for that quarter; a pause stays one. */
    void write(Tx tx, Instant start, Map<Long, Backlog> byWebhook) {
        tx.sql(CLEAR).param("start", Micros.of(start)).update();
        tx.batch(WRITE, List.copyOf(byWebhook.entrySet()), BacklogStore::bind);
    }

    private static void bind(PreparedStatement statement, Map.Entry<Long, Backlog> row)
            throws SQLException {
        statement.setLong(1, Micros.of(row.getValue().start()));
        statement.setLong(2, row.getKey());
        statement.setLong(3, row.getValue().pending());
        statement.setBoolean(4, row.getValue().paused());
    }

    /** The quarters since then in which something waited, oldest first. */
    List<Backlog> read(View view, long webhookId, Instant since) {
        return view.sql(READ)
                .param("webhook", webhookId)
                .param("since", Micros.of(since))
                .query((row, _) ->
                        new Backlog(
                                Micros.at(row.getLong("started_at")),
                                row.getLong("pending"),
                                row.getBoolean("paused")))
                .list();
    }

    /** Removes what was before that moment; returns how many rows. */
    int remove(Tx tx, Instant before, int piece) {
        return tx.sql(REMOVE).param("before", Micros.of(before)).param("piece", piece).update();
    }
}
