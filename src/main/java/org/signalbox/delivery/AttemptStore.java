package org.signalbox.delivery;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.signalbox.sender.Failure;
import org.signalbox.store.Micros;
import org.signalbox.store.Tx;
import org.signalbox.store.View;
import org.springframework.stereotype.Component;

/** The SQL of attempts: one row each, written once and never changed. */
@Component
final class AttemptStore {

    /** A number that is taken already belongs to a duplicate from around a crash. */
    private static final String INSERT =
            """
            insert into attempt (webhook_id, sequence, number, started_at, took, status_code, failure, error,
                                 response_headers, response_body, response_bytes, request)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (webhook_id, sequence, number) do nothing
            """;

    private static final String OF_DELIVERIES =
            """
            select sequence, number, started_at, took, status_code, failure, error,
                   response_headers, response_body, response_bytes, request
            from attempt where webhook_id = :webhook and sequence in (:sequences) order by sequence, number
            """;

    private static final String OF_EVENT =
            """
            select webhook_id, sequence, number, started_at, took, status_code, failure, error,
                   response_headers, response_body, response_bytes, request
            from attempt where webhook_id in (:webhooks) and sequence = :sequence
            order by webhook_id, number
            """;

    private static final String COUNTS =
            """
            select sequence, max(number) as attempts
            from attempt where webhook_id = :webhook and sequence > :after and sequence <= :until
            group by sequence
            """;

    private static final String COUNT =
            """
            select (select count(*) from attempt where webhook_id = :webhook)
                 + (select count(*) from test_delivery where webhook_id = :webhook)
            """;

    /** Test events stand where they were sent: after what had happened by then. */
    private static final String LATEST =
            """
            select sequence as place, 0 as test, number
              from attempt where webhook_id = :webhook
            union all
            select after_sequence, 1, id
              from test_delivery where webhook_id = :webhook
             order by place desc, test desc, number desc limit :limit offset :skipped
            """;

    private final AttemptJson json;

    AttemptStore(AttemptJson json) {
        this.json = json;
    }

    private record Count(long sequence, int attempts) {}

    /**
     * Where a request stands.
     *
     * @param place the sequence of its event; of a test event, of what had happened before
     * @param number within its delivery; of a test event, its id
     */
    record Key(long place, boolean test, long number) {}

    void insert(Tx tx, List<Attempted> attempts) {
        tx.batch(INSERT, attempts, this::bind);
    }

    private void bind(PreparedStatement statement, Attempted row) throws SQLException {
        Attempt attempt = row.attempt();
        Failure failure = attempt.failure();
        statement.setLong(1, row.webhookId());
        statement.setLong(2, row.sequence());
        statement.setInt(3, attempt.number());
        statement.setLong(4, Micros.of(attempt.startedAt()));
        statement.setLong(5, attempt.duration().toNanos() / 1_000);
        statement.setObject(6, attempt.statusCode(), Types.INTEGER);
        statement.setString(7, failure == null ? null : failure.name());
        statement.setString(8, attempt.error());
        statement.setString(9, json.headers(attempt.responseHeaders()));
        statement.setString(10, attempt.responseBody());
        statement.setInt(11, attempt.responseBytes());
        statement.setString(12, json.sent(attempt.sent()));
    }

    /** The attempts of a delivery, oldest first. */
    List<Attempt> of(View view, long webhookId, long sequence) {
        return of(view, webhookId, List.of(sequence)).getOrDefault(sequence, List.of());
    }

    /** The attempts of these deliveries, each oldest first. */
    Map<Long, List<Attempt>> of(View view, long webhookId, Collection<Long> sequences) {
        var attempts = new HashMap<Long, List<Attempt>>();
        if (!sequences.isEmpty()) {
            view.sql(OF_DELIVERIES)
                    .param("webhook", webhookId)
                    .param("sequences", sequences)
                    .query(row -> {
                        attempts.computeIfAbsent(row.getLong("sequence"), _ -> new ArrayList<>())
                                .add(attempt(row, json));
                    });
        }
        return attempts;
    }

    /** The attempts to bring one event to these webhooks, each oldest first. */
    Map<Long, List<Attempt>> ofEvent(View view, Collection<Long> webhookIds, long sequence) {
        var attempts = new HashMap<Long, List<Attempt>>();
        view.sql(OF_EVENT)
                .param("webhooks", webhookIds)
                .param("sequence", sequence)
                .query(row -> {
                    attempts.computeIfAbsent(row.getLong("webhook_id"), _ -> new ArrayList<>())
                            .add(attempt(row, json));
                });
        return attempts;
    }

    /** How often each of these events was sent to the webhook. */
    Map<Long, Integer> counts(View view, long webhookId, long after, long until) {
        return view
                .sql(COUNTS)
                .param("webhook", webhookId)
                .param("after", after)
                .param("until", until)
                .query((row, _) -> new Count(row.getLong("sequence"), row.getInt("attempts")))
                .list()
                .stream()
                .collect(Collectors.toMap(Count::sequence, Count::attempts));
    }

    /** How many requests went to the webhook, those of test events included. */
    long count(View view, long webhookId) {
        return view.sql(COUNT)
                .param("webhook", webhookId)
                .query((row, _) -> row.getLong(1))
                .single();
    }

    /** Some of them, those of the latest event first, and of one event the latest first. */
    List<Key> latest(View view, long webhookId, long skipped, int limit) {
        return view.sql(LATEST)
                .param("webhook", webhookId)
                .param("skipped", skipped)
                .param("limit", limit)
                .query((row, _) ->
                        new Key(
                                row.getLong("place"),
                                row.getInt("test") == 1,
                                row.getLong("number")))
                .list();
    }

    static Attempt attempt(ResultSet row, AttemptJson json) throws SQLException {
        String failure = row.getString("failure");
        int statusCode = row.getInt("status_code");
        boolean answered = !row.wasNull();
        return new Attempt(
                row.getInt("number"),
                Micros.at(row.getLong("started_at")),
                Duration.of(row.getLong("took"), ChronoUnit.MICROS),
                answered ? statusCode : null,
                failure == null ? null : Failure.valueOf(failure),
                row.getString("error"),
                json.readHeaders(row.getString("response_headers")),
                row.getString("response_body"),
                row.getInt("response_bytes"),
                json.readSent(row.getString("request")));
    }
}
