package org.signalbox.delivery;

import static java.util.stream.Collectors.toMap;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.signalbox.delivery.LaneChanges.Follow;
import org.signalbox.delivery.LaneChanges.Forgiven;
import org.signalbox.delivery.SetAside.State;
import org.signalbox.store.Micros;
import org.signalbox.store.Tx;
import org.signalbox.store.View;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** The SQL of deliveries that are set aside. */
@Component
final class SetAsideStore {

    private static final String KEEP =
            """
            insert into set_aside (webhook_id, sequence, subject, state, attempts, tries, streak, next_at, again)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (webhook_id, sequence) do update set
                state = excluded.state,
                attempts = excluded.attempts,
                tries = excluded.tries,
                streak = excluded.streak,
                next_at = excluded.next_at,
                again = excluded.again
            """;

    private static final String REMOVE =
            """
            delete from set_aside where webhook_id = ? and sequence = ?
            """;

    private static final String DROP_UNTRIED =
            """
            delete from set_aside where webhook_id = :webhook and state = 'waiting' and attempts = 0
            """;

    private static final String DROP_TRIED =
            """
            update set_aside set state = 'failed' where webhook_id = :webhook and state <> 'failed'
            """;

    private static final String FORGIVE =
            """
            update set_aside set state = 'waiting', tries = 0, next_at = :now
            where webhook_id = :webhook and streak = :streak and state = 'retrying'
            """;

    private static final String FIRST_TWO =
            """
            select sequence, subject, state, attempts, tries, streak, next_at, again
            from set_aside
            where webhook_id = :webhook and subject = :subject and state <> 'failed' and again = :again
            order by sequence limit 2
            """;

    private static final String FIRST_TWO_OF_ALL =
            """
            select sequence, subject, state, attempts, tries, streak, next_at, again
            from set_aside
            where webhook_id = :webhook and state <> 'failed' and again = :again
            order by sequence limit 2
            """;

    /** Without order every one is the first of its kind. */
    private static final String UNFINISHED =
            """
            select s.webhook_id, s.sequence, s.subject, s.state, s.attempts, s.tries, s.streak, s.next_at, s.again
            from set_aside s join webhook w on w.id = s.webhook_id
            where s.webhook_id in (:webhooks) and s.state <> 'failed'
              and (w.ordering = 'none' or not exists (
                select 1 from set_aside e
                where e.webhook_id = s.webhook_id and e.subject = s.subject and e.sequence < s.sequence
                  and e.state <> 'failed' and e.again = s.again))
            order by s.sequence
            """;

    private static final String AGAIN =
            """
            select s.sequence, s.subject, s.state, s.attempts, s.tries, s.streak, s.next_at, s.again
            from set_aside s join webhook w on w.id = s.webhook_id
            where s.webhook_id = :webhook and s.sequence > :after and s.state <> 'failed' and s.again
              and (w.ordering = 'none' or not exists (
                select 1 from set_aside e
                where e.webhook_id = s.webhook_id and e.subject = s.subject and e.sequence < s.sequence
                  and e.state <> 'failed' and e.again))
            order by s.sequence limit :limit
            """;

    private static final String FIND =
            """
            select sequence, subject, state, attempts, tries, streak, next_at, again
            from set_aside where webhook_id = :webhook and sequence = :sequence
            """;

    private static final String OF_EVENT =
            """
            select webhook_id, sequence, subject, state, attempts, tries, streak, next_at, again
            from set_aside where webhook_id in (:webhooks) and sequence = :sequence
            """;

    private static final String STATES_BETWEEN =
            """
            select sequence, state from set_aside
            where webhook_id = :webhook and sequence > :after and sequence <= :until
            """;

    private static final String EARLIER =
            """
            select sequence from set_aside
            where webhook_id = :webhook and subject = :subject and sequence < :sequence and state <> 'failed'
            order by sequence limit 1
            """;

    private static final String LATER =
            """
            select count(*) from set_aside
            where webhook_id = :webhook and subject = :subject and sequence > :sequence and state = 'waiting'
            """;

    private static final String COUNT_FAILED =
            """
            select count(*) from set_aside
            where webhook_id = :webhook and state = 'failed' and sequence > :after and sequence <= :until
            """;

    private static final String COUNT_ACTIVE =
            """
            select count(*) from set_aside where webhook_id = :webhook and state <> 'failed'
            """;

    private static final String TALLY =
            """
            select count(case when state = 'retrying' then 1 end) as retrying,
                   count(case when state = 'failed' then 1 end) as failed,
                   count(case when state = 'waiting' and attempts > 0 then 1 end) as again,
                   min(case when state <> 'failed' then sequence end) as oldest
            from set_aside where webhook_id = :webhook
            """;

    private static final String COUNT_ALL_ACTIVE =
            """
            select webhook_id, count(*) as deliveries from set_aside where state <> 'failed' group by webhook_id
            """;

    private static final String FIRST_ACTIVE =
            """
            select min(sequence) from set_aside where webhook_id = :webhook and state <> 'failed'
            """;

    private static final String REVIVE =
            """
            update set_aside set state = 'waiting', tries = 0, streak = -1, next_at = :now, again = true
            where webhook_id = :webhook and state = 'failed' and sequence > :after and sequence <= :until
            """;

    /** How many there are of a webhook, and the first that is to be sent. */
    record Tally(long retrying, long failed, long again, @Nullable Long oldestActive) {}

    /** A row and whose it is. */
    record Owned(long webhookId, SetAside row) {}

    void write(Tx tx, long webhookId, LaneChanges changes) {
        settle(tx, webhookId, changes);
        keep(tx, webhookId, changes.kept());
    }

    /** What is said of the rows that are there already. */
    void settle(Tx tx, long webhookId, LaneChanges changes) {
        if (changes.dropBacklog()) {
            tx.sql(DROP_UNTRIED).param("webhook", webhookId).update();
            tx.sql(DROP_TRIED).param("webhook", webhookId).update();
        }
        Forgiven forgiven = changes.forgiven();
        if (forgiven != null) {
            tx.sql(FORGIVE)
                    .param("webhook", webhookId)
                    .param("streak", forgiven.streak())
                    .param("now", Micros.of(forgiven.from()))
                    .update();
        }
        tx.batch(
                REMOVE,
                changes.gone(),
                (statement, sequence) -> {
                    statement.setLong(1, webhookId);
                    statement.setLong(2, sequence);
                });
    }

    void keep(Tx tx, long webhookId, List<SetAside> rows) {
        tx.batch(KEEP, rows, (statement, row) -> bind(statement, webhookId, row));
    }

    private static void bind(PreparedStatement statement, long webhookId, SetAside row)
            throws SQLException {
        statement.setLong(1, webhookId);
        statement.setLong(2, row.sequence());
        statement.setString(3, row.subject());
        statement.setString(4, word(row.state()));
        statement.setInt(5, row.attempts());
        statement.setInt(6, row.tries());
        statement.setLong(7, row.streak());
        statement.setLong(8, Micros.of(row.nextAt()));
        statement.setBoolean(9, row.again());
    }

    /** The earliest of those that are asked for, and the one after it. */
    List<SetAside> next(View view, long webhookId, Follow asked) {
        String subject = asked.subject();
        StatementSpec query =
                subject == null
                        ? view.sql(FIRST_TWO_OF_ALL)
                        : view.sql(FIRST_TWO).param("subject", subject);
        return query.param("webhook", webhookId)
                .param("again", asked.again())
                .query((row, _) -> row(row))
                .list();
    }

    /** What is still to be sent, ascending: of each subject the earliest. */
    List<Owned> unfinished(View view, Collection<Long> webhookIds) {
        return view.sql(UNFINISHED)
                .param("webhooks", webhookIds)
                .query((row, _) -> new Owned(row.getLong("webhook_id"), row(row)))
                .list();
    }

    /** What is to go again after this, ascending: of each subject the earliest. */
    List<SetAside> again(View view, long webhookId, long after, int limit) {
        return view.sql(AGAIN)
                .param("webhook", webhookId)
                .param("after", after)
                .param("limit", limit)
                .query((row, _) -> row(row))
                .list();
    }

    Optional<SetAside> find(View view, long webhookId, long sequence) {
        return view.sql(FIND)
                .param("webhook", webhookId)
                .param("sequence", sequence)
                .query((row, _) -> row(row))
                .optional();
    }

    /** One event, by the webhooks for which it is set aside. */
    Map<Long, SetAside> ofEvent(View view, Collection<Long> webhookIds, long sequence) {
        return view
                .sql(OF_EVENT)
                .param("webhooks", webhookIds)
                .param("sequence", sequence)
                .query((row, _) -> new Owned(row.getLong("webhook_id"), row(row)))
                .list()
                .stream()
                .collect(toMap(Owned::webhookId, Owned::row));
    }

    Map<Long, State> statesBetween(View view, long webhookId, long after, long until) {
        record Found(long sequence, State state) {}
        return view
                .sql(STATES_BETWEEN)
                .param("webhook", webhookId)
                .param("after", after)
                .param("until", until)
                .query((row, _) -> new Found(row.getLong("sequence"), state(row)))
                .list()
                .stream()
                .collect(toMap(Found::sequence, Found::state));
    }

    long countActive(View view, long webhookId) {
        return view.sql(COUNT_ACTIVE)
                .param("webhook", webhookId)
                .query((row, _) -> row.getLong(1))
                .single();
    }

    Tally tally(View view, long webhookId) {
        return view.sql(TALLY)
                .param("webhook", webhookId)
                .query((row, _) ->
                        new Tally(
                                row.getLong("retrying"),
                                row.getLong("failed"),
                                row.getLong("again"),
                                row.getObject("oldest") == null ? null : row.getLong("oldest")))
                .single();
    }

    /** By webhook; without those for which there are none. */
    Map<Long, Long> countActive(View view) {
        var counts = new HashMap<Long, Long>();
        view.sql(COUNT_ALL_ACTIVE)
                .query(row -> {
                    counts.put(row.getLong("webhook_id"), row.getLong("deliveries"));
                });
        return counts;
    }

    /** The earliest that is still to be sent. */
    Optional<Long> firstActive(View view, long webhookId) {
        return Optional.ofNullable(
                view.sql(FIRST_ACTIVE)
                        .param("webhook", webhookId)
                        .query(SetAsideStore::firstOrNull));
    }

    private static @Nullable Long firstOrNull(ResultSet rows) throws SQLException {
        long first = rows.next() ? rows.getLong(1) : 0;
        return first == 0 ? null : first;
    }

    /** The first delivery about the same subject that has to arrive before this one. */
    Optional<Long> earlier(View view, long webhookId, String subject, long sequence) {
        return view.sql(EARLIER)
                .param("webhook", webhookId)
                .param("subject", subject)
                .param("sequence", sequence)
                .query((row, _) -> row.getLong(1))
                .optional();
    }

    /** How many later ones of the same subject wait for that one. */
    long later(View view, long webhookId, String subject, long sequence) {
        return view.sql(LATER)
                .param("webhook", webhookId)
                .param("subject", subject)
                .param("sequence", sequence)
                .query((row, _) -> row.getLong(1))
                .single();
    }

    long countFailed(View view, long webhookId, long after, long until) {
        return view.sql(COUNT_FAILED)
                .param("webhook", webhookId)
                .param("after", after)
                .param("until", until)
                .query((row, _) -> row.getLong(1))
                .single();
    }

    /** Has all that failed between these go again; says how many. */
    int revive(Tx tx, long webhookId, long after, long until, long nowMicros) {
        return tx.sql(REVIVE)
                .param("webhook", webhookId)
                .param("after", after)
                .param("until", until)
                .param("now", nowMicros)
                .update();
    }

    static String word(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private static State state(ResultSet row) throws SQLException {
        return State.valueOf(row.getString("state").toUpperCase(Locale.ROOT));
    }

    private static SetAside row(ResultSet row) throws SQLException {
        return new SetAside(
                row.getLong("sequence"),
                row.getString("subject"),
                state(row),
                row.getInt("attempts"),
                row.getInt("tries"),
                row.getLong("streak"),
                Micros.at(row.getLong("next_at")),
                row.getBoolean("again"));
    }
}
