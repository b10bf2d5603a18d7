package org.signalbox.delivery;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.signalbox.store.Micros;
import org.signalbox.store.Tx;
import org.signalbox.store.View;
import org.springframework.stereotype.Component;

/** The SQL of backlogs that were given up. */
@Component
final class SkipStore {

    private static final String INSERT =
            """
            insert into skipped_backlog (webhook_id, sequence, skipped_at, skipped_by)
            values (:webhook, :sequence, :at, :by)
            """;

    private static final String FIRST_COVERING =
            """
            select sequence, skipped_at, skipped_by from skipped_backlog
            where webhook_id = :webhook and sequence >= :sequence order by sequence, id limit 1
            """;

    /**
     * What waited up to this event was given up.
     *
     * @param by the user who chose so; null when nobody did
     */
    record Skip(long sequence, Instant at, @Nullable Long by) {}

    void insert(Tx tx, long webhookId, Skip skip) {
        tx.sql(INSERT)
                .param("webhook", webhookId)
                .param("sequence", skip.sequence())
                .param("at", Micros.of(skip.at()))
                .param("by", skip.by())
                .update();
    }

    /** The first after this event happened, which gave it up if it still waited. */
    Optional<Skip> firstCovering(View view, long webhookId, long sequence) {
        return view.sql(FIRST_COVERING)
                .param("webhook", webhookId)
                .param("sequence", sequence)
                .query((row, _) ->
                        new Skip(
                                row.getLong("sequence"),
                                Micros.at(row.getLong("skipped_at")),
                                row.getObject("skipped_by") == null
                                        ? null
                                        : row.getLong("skipped_by")))
                .optional();
    }
}
