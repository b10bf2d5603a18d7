package org.signalbox.delivery;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.signalbox.store.Micros;
import org.signalbox.store.Tx;
import org.signalbox.store.View;
import org.springframework.stereotype.Component;

/** The SQL of events that went out with a later one, or are going to. */
@Component
final class MergeStore {

    private static final String INSERT =
            """
            insert into merged (webhook_id, sequence, into_sequence) values (?, ?, ?)
            on conflict (webhook_id, sequence) do update set into_sequence = excluded.into_sequence
            """;

    private static final String CONCERNED =
            """
            select id from webhook w
            where id in (:ids) and exists (select 1 from merged m where m.webhook_id = w.id)
            """;

    private static final String TAKEN_IN =
            """
            with recursive earlier (sequence) as (
                select m.sequence from merged m where m.webhook_id = :webhook and m.into_sequence = :sequence
                union
                select m.sequence from earlier e
                join merged m on m.webhook_id = :webhook and m.into_sequence = e.sequence
            )
            select sequence from earlier order by sequence
            """;

    private static final String FIRSTS =
            """
            with recursive earlier (last, sequence) as (
                select m.into_sequence, m.sequence
                from merged m where m.webhook_id = :webhook and m.into_sequence in (:sequences)
                union
                select e.last, m.sequence from earlier e
                join merged m on m.webhook_id = :webhook and m.into_sequence = e.sequence
            )
            select last, min(sequence) as first from earlier group by last
            """;

    private static final String BEGUN_BEYOND_CURSOR =
            """
            with recursive earlier (webhook_id, last, sequence) as (
                select m.webhook_id, m.into_sequence, m.sequence
                from webhook w left join lane l on l.webhook_id = w.id
                join merged m on m.webhook_id = w.id and m.into_sequence > coalesce(l.cursor, 0)
                where w.id in (:ids)
                  and not exists (select 1 from merged n
                                  where n.webhook_id = m.webhook_id and n.sequence = m.into_sequence)
                union
                select e.webhook_id, e.last, m.sequence from earlier e
                join merged m on m.webhook_id = e.webhook_id and m.into_sequence = e.sequence
            )
            select e.webhook_id, e.last, min(v.occurred_at) as begun
            from earlier e join event v on v.sequence = e.sequence group by e.webhook_id, e.last
            """;

    private static final String TAKEN_BY =
            """
            with recursive later (sequence) as (
                select m.into_sequence from merged m where m.webhook_id = :webhook and m.sequence = :sequence
                union
                select m.into_sequence from later l
                join merged m on m.webhook_id = :webhook and m.sequence = l.sequence
            )
            select max(sequence) from later
            """;

    private static final String BETWEEN =
            """
            select sequence from merged
            where webhook_id = :webhook and sequence > :after and sequence <= :until
            """;

    void insert(Tx tx, long webhookId, List<Merged> rows) {
        tx.batch(
                INSERT,
                rows,
                (statement, row) -> {
                    statement.setLong(1, webhookId);
                    statement.setLong(2, row.sequence());
                    statement.setLong(3, row.into());
                });
    }

    /** Which of these webhooks have any. */
    List<Long> concerned(View view, Collection<Long> webhookIds) {
        return view.sql(CONCERNED)
                .param("ids", webhookIds)
                .query((row, _) -> row.getLong(1))
                .list();
    }

    /** The events that this one goes out for besides itself, ascending. */
    List<Long> takenIn(View view, long webhookId, long sequence) {
        return view.sql(TAKEN_IN)
                .param("webhook", webhookId)
                .param("sequence", sequence)
                .query((row, _) -> row.getLong(1))
                .list();
    }

    private record First(long last, long first) {}

    /** Of those of these events that take in others, which is the first of them. */
    Map<Long, Long> firsts(View view, long webhookId, Collection<Long> sequences) {
        return view
                .sql(FIRSTS)
                .param("webhook", webhookId)
                .param("sequences", sequences)
                .query((row, _) -> new First(row.getLong("last"), row.getLong("first")))
                .list()
                .stream()
                .collect(toMap(First::last, First::first));
    }

    private record Begun(long webhookId, long sequence, Instant at) {}

    /** When the first of those happened that events beyond the cursor take in, by webhook. */
    Map<Long, Map<Long, Instant>> begunBeyondCursor(View view, Collection<Long> webhookIds) {
        return view
                .sql(BEGUN_BEYOND_CURSOR)
                .param("ids", webhookIds)
                .query((row, _) ->
                        new Begun(
                                row.getLong("webhook_id"),
                                row.getLong("last"),
                                Micros.at(row.getLong("begun"))))
                .list()
                .stream()
                .collect(groupingBy(Begun::webhookId, toMap(Begun::sequence, Begun::at)));
    }

    /** The event with which this one goes out; none when it goes out itself. */
    Optional<Long> takenBy(View view, long webhookId, long sequence) {
        return view
                .sql(TAKEN_BY)
                .param("webhook", webhookId)
                .param("sequence", sequence)
                .query((row, _) -> row.getLong(1))
                .list()
                .stream()
                .filter(last -> last > 0)
                .findFirst();
    }

    /** Those of a part of the log that go out with another. */
    Set<Long> between(View view, long webhookId, long after, long until) {
        return new HashSet<>(
                view.sql(BETWEEN)
                        .param("webhook", webhookId)
                        .param("after", after)
                        .param("until", until)
                        .query((row, _) -> row.getLong(1))
                        .list());
    }
}
