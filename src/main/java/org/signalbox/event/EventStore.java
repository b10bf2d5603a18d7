package org.signalbox.event;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.signalbox.store.Micros;
import org.signalbox.store.Tx;
import org.signalbox.store.View;

/** The SQL of the event log. */
final class EventStore {

    private static final String APPEND_SQLITE =
            """
            insert into event (id, type, occurred_at, subject_kind, subject_id, project_id, actor_id, data)
            values (:id, :type, :occurredAt, :subjectKind, :subjectId, :projectId, :actorId, :data)
            returning sequence
            """;

    /**
     * Takes the transaction's id before the number, always: {@link Horizon} concludes from the ids
     * of the running transactions which numbers can still come.
     */
    private static final String APPEND_POSTGRESQL =
            """
            with transaction as materialized (select pg_current_xact_id() as id)
            insert into event (sequence, id, type, occurred_at, subject_kind, subject_id, project_id, actor_id, data)
            select nextval('event_sequence'), :id, :type, :occurredAt, :subjectKind, :subjectId,
                   cast(:projectId as bigint), cast(:actorId as bigint), :data
            from transaction where transaction.id is not null
            returning sequence
            """;

    private static final String AFTER =
            """
            select sequence, id, type, occurred_at, subject_kind, subject_id, project_id, actor_id, data
            from event where sequence > :sequence order by sequence limit :limit
            """;

    private static final String FIND =
            """
            select sequence, id, type, occurred_at, subject_kind, subject_id, project_id, actor_id, data
            from event where sequence = :sequence
            """;

    private static final String NEWEST =
            """
            select coalesce(max(sequence), 0) from event
            """;

    private static final String OLDEST_RUNNING =
            """
            select pg_snapshot_xmin(pg_current_snapshot())::text::bigint
            """;

    private static final String ASSIGN =
            """
            select pg_current_xact_id()::text::bigint
            """;

    long append(Tx tx, Event event) {
        String statement =
                switch (tx.dialect()) {
                    case SQLITE -> APPEND_SQLITE;
                    case POSTGRESQL -> APPEND_POSTGRESQL;
                };
        return tx.sql(statement)
                .param("id", event.id())
                .param("type", event.type())
                .param("occurredAt", Micros.of(event.occurredAt()))
                .param("subjectKind", event.subject().kind())
                .param("subjectId", event.subject().id())
                .param("projectId", event.projectId())
                .param("actorId", event.actorId())
                .param("data", event.data())
                .query((row, _) -> row.getLong(1))
                .single();
    }

    List<Event> after(View view, long sequence, int limit) {
        return view.sql(AFTER)
                .param("sequence", sequence)
                .param("limit", limit)
                .query((row, _) -> event(row))
                .list();
    }

    Optional<Event> find(View view, long sequence) {
        return view.sql(FIND).param("sequence", sequence).query((row, _) -> event(row)).optional();
    }

    /** The highest number that is visible, settled or not; 0 when the log is empty. */
    long newest(View view) {
        return view.sql(NEWEST).query((row, _) -> row.getLong(1)).single();
    }

    /** PostgreSQL: all transactions with lower ids have ended in this view's snapshot. */
    long oldestRunning(View view) {
        return view.sql(OLDEST_RUNNING).query((row, _) -> row.getLong(1)).single();
    }

    /** PostgreSQL: gives this view's transaction an id, higher than all that were given before. */
    long assign(View view) {
        return view.sql(ASSIGN).query((row, _) -> row.getLong(1)).single();
    }

    private static Event event(ResultSet row) throws SQLException {
        return new Event(
                row.getLong("sequence"),
                row.getString("id"),
                row.getString("type"),
                Micros.at(row.getLong("occurred_at")),
                new Subject(row.getString("subject_kind"), row.getString("subject_id")),
                row.getObject("project_id") == null ? null : row.getLong("project_id"),
                row.getObject("actor_id") == null ? null : row.getLong("actor_id"),
                row.getString("data"));
    }
}
