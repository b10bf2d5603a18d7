package org.signalbox.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.signalbox.delivery.Condition;
import org.signalbox.store.Micros;
import org.signalbox.store.Tx;
import org.signalbox.store.View;
import org.springframework.stereotype.Component;

/** The table {@code notice}: a row for each webhook of which there ever was something to tell. */
@Component
final class NoticeStore {

    private static final String FIND =
            """
            select webhook_id, told, told_at, news, state from notice where webhook_id = :webhook
            """;

    private static final String DUE =
            """
            select webhook_id, told, told_at, news, state from notice
            where due_at <= :now order by due_at limit :limit
            """;

    private static final String SAVE =
            """
            insert into notice (webhook_id, told, news, state, due_at)
            values (:webhook, :told, :news, :state, :dueAt)
            on conflict (webhook_id) do update set
                news = excluded.news, state = excluded.state, due_at = excluded.due_at
            """;

    private static final String TELL =
            """
            update notice set told = news, told_at = :now, due_at = null
            where webhook_id = :webhook and news = :news and due_at <= :now
            """;

    Optional<Notice> find(View view, long webhookId) {
        return view.sql(FIND).param("webhook", webhookId).query((row, _) -> notice(row)).optional();
    }

    List<Notice> due(View view, Instant now, int limit) {
        return view.sql(DUE)
                .param("now", Micros.of(now))
                .param("limit", limit)
                .query((row, _) -> notice(row))
                .list();
    }

    void save(Tx tx, Notice notice, @Nullable Instant dueAt) {
        tx.sql(SAVE)
                .param("webhook", notice.webhookId())
                .param("told", notice.told().name())
                .param("news", notice.news().name())
                .param("state", notice.state())
                .param("dueAt", Micros.ofNullable(dueAt))
                .update();
    }

    /** Whether it was still to be told; now it is not any more. */
    boolean tell(Tx tx, Notice notice, Instant now) {
        return tx.sql(TELL)
                        .param("webhook", notice.webhookId())
                        .param("news", notice.news().name())
                        .param("now", Micros.of(now))
                        .update()
                == 1;
    }

    private static Notice notice(ResultSet row) throws SQLException {
        long toldAt = row.getLong("told_at");
        return new Notice(
                row.getLong("webhook_id"),
                Condition.valueOf(row.getString("told")),
                row.wasNull() ? null : Micros.at(toldAt),
                Condition.valueOf(row.getString("news")),
                row.getString("state"));
    }
}
