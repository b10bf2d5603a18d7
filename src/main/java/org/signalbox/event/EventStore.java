package org.signalbox.event;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.signalbox.store.Micros;
import org.signalbox.store.Tx;
import org.signalbox.store.View;

/**
 * The SQL of the event log.
 *
 * <p>Other stores may read events by conditions of their own.
 */
public final class EventStore {
    /** What {@link #event} reads. */
    public static final String SELECT =
            """
            select sequence, id, type, occurred_at, subject_kind, subject_id, project_id, actor_id, data
            from event
            """;

    private static final int COUNTED_MAX = 10_000;

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

    private static final String NUMBERS_SQLITE =
            """
            with recursive counter (n) as (select 1 union all select n + 1 from counter where n < :count)
            select n + coalesce((select seq from sqlite_sequence where name = 'event'), 0) from counter
            """;

    /** Takes the transaction's id first, as {@link #APPEND_POSTGRESQL} does. */
    private static final String NUMBERS_POSTGRESQL =
            """
            with transaction as materialized (select pg_current_xact_id() as id)
            select nextval('event_sequence') from transaction, generate_series(1, :count)
            where transaction.id is not null
            """;

    private static final String INSERT =
            """
            insert into event (sequence, id, type, occurred_at, subject_kind, subject_id, project_id, actor_id, data)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String AFTER =
            SELECT + "where sequence > :sequence order by sequence limit :limit";

    private static final String FIND = SELECT + "where sequence = :sequence";

    private static final String LATEST_ABOUT =
            SELECT
                    + """
                    where sequence > :after and subject_kind = :kind and subject_id = :id
                    order by sequence desc limit 1
                    """;

    private static final String AT_OR_BEFORE =
            """
            select sequence, occurred_at from event where sequence > :after and sequence <= :until
            order by sequence desc limit 1
            """;

    private static final String SOME_AFTER =
            """
            select count(*) from (select 1 from event where sequence > :after limit :most) counted
            """;

    private static final String NEWEST =
            """
            select coalesce(max(sequence), 0) from event
            """;

    private static final String OLDEST =
            """
            select sequence from event order by sequence limit 1
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

    /** Appends many, in their order; they come back with their numbers. */
    List<Event> append(Tx tx, List<Event> events) {
        List<Long> numbers = numbers(tx, events.size());
        var numbered = new ArrayList<Event>(events.size());
        for (int i = 0; i < events.size(); i++) {
            numbered.add(events.get(i).at(numbers.get(i)));
        }
        tx.batch(INSERT, numbered, EventStore::bind);
        return numbered;
    }

    private static List<Long> numbers(Tx tx, int count) {
        String statement =
                switch (tx.dialect()) {
                    case SQLITE -> NUMBERS_SQLITE;
                    case POSTGRESQL -> NUMBERS_POSTGRESQL;
                };
        return tx
                .sql(statement)
                .param("count", count)
                .query((row, _) -> row.getLong(1))
                .list()
                .stream()
                .sorted()
                .toList();
    }

    private static void bind(PreparedStatement statement, Event event) throws SQLException {
        statement.setLong(1, event.sequence());
        statement.setString(2, event.id());
        statement.setString(3, event.type());
        statement.setLong(4, Micros.of(event.occurredAt()));
        statement.setString(5, event.subject().kind());
        statement.setString(6, event.subject().id());
        statement.setObject(7, event.projectId(), Types.BIGINT);
        statement.setObject(8, event.actorId(), Types.BIGINT);
        statement.setString(9, event.data());
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

    Optional<Event> latestAbout(View view, Subject subject, long after) {
        return view.sql(LATEST_ABOUT)
                .param("after", after)
                .param("kind", subject.kind())
                .param("id", subject.id())
                .query((row, _) -> event(row))
                .optional();
    }

    EventPage browse(View view, EventQuery query, int most) {
        long before = Math.min(query.before(), newest(view) + 1);
        long end = Math.max(query.after(), oldest(view).orElse(1L) - 1);
        long after = Math.max(end, before - 1 - most);
        var conditions = new StringBuilder();
        var values = new HashMap<String, Object>();
        restrict(query, conditions, values);
        List<Event> found =
                view.sql(
                                SELECT
                                        + "where sequence > :after and sequence < :before"
                                        + conditions
                                        + " order by sequence desc limit :limit")
                        .param("after", after)
                        .param("before", before)
                        .param("limit", query.limit())
                        .params(values)
                        .query((row, _) -> event(row))
                        .list();
        boolean full = found.size() == query.limit();
        long downTo = full ? found.getLast().sequence() : Math.max(0, Math.min(before, after + 1));
        return new EventPage(found, downTo, downTo - 1 > end);
    }

    private static void restrict(
            EventQuery query, StringBuilder conditions, Map<String, Object> values) {
        String type = query.type();
        if (type != null && type.endsWith(".*")) {
            conditions.append(" and substr(type, 1, :length) = :type");
            values.put("length", type.length() - 1);
            values.put("type", type.substring(0, type.length() - 1));
        } else if (type != null) {
            conditions.append(" and type = :type");
            values.put("type", type);
        }
        if (query.projectId() != null) {
            conditions.append(" and project_id = :project");
            values.put("project", query.projectId());
        }
        if (query.actorId() != null) {
            conditions.append(" and actor_id = :actor");
            values.put("actor", query.actorId());
        }
        if (query.subject() != null) {
            conditions.append(" and subject_kind = :kind and subject_id = :id");
            values.put("kind", query.subject().kind());
            values.put("id", query.subject().id());
        }
    }

    private record Place(long sequence, long occurredAt) {}

    /** Looks where the times pass the moment by halving the log: it has no index of times. */
    long lastBefore(View view, Instant moment) {
        long micros = Micros.of(moment);
        long before = 0; // up to here all happened before the moment
        long until = newest(view); // after here none did
        while (before < until) {
            long middle = before + (until - before + 1) / 2;
            Optional<Place> place = lastBetween(view, before, middle);
            if (place.isPresent() && place.get().occurredAt() >= micros) {
                until = place.get().sequence() - 1;
            } else {
                before = middle;
            }
        }
        return before;
    }

    private static Optional<Place> lastBetween(View view, long after, long until) {
        return view.sql(AT_OR_BEFORE)
                .param("after", after)
                .param("until", until)
                .query((row, _) -> new Place(row.getLong(1), row.getLong(2)))
                .optional();
    }

    Optional<Long> oldest(View view) {
        return view.sql(OLDEST).query((row, _) -> row.getLong(1)).optional();
    }

    /** Counts them while they are few; more are told by their numbers. */
    long countAfter(View view, long sequence) {
        long counted =
                view.sql(SOME_AFTER)
                        .param("after", sequence)
                        .param("most", COUNTED_MAX)
                        .query((row, _) -> row.getLong(1))
                        .single();
        return counted < COUNTED_MAX ? counted : newest(view) - sequence;
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

    /** The event in a row of {@link #SELECT}. */
    public static Event event(ResultSet row) throws SQLException {
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
