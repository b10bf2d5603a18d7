package org.signalbox.delivery;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.signalbox.store.Micros;
import org.signalbox.store.Tx;
import org.signalbox.store.View;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** The SQL of attempts that are summed up. */
@Component
final class TrafficStore {

    private static final String QUARTERS =
            """
            select started_at, webhook_id, delivered, failed, answers
            from traffic where started_at >= :since
            """;

    private static final String QUARTERS_OF_ONE =
            """
            select started_at, webhook_id, delivered, failed, answers
            from traffic where webhook_id = :webhook and started_at >= :since
            """;

    private static final String MINUTES =
            """
            select started_at, delivered, failed, lags
            from traffic_minute where started_at >= :since
            """;

    private static final String WRITE_QUARTER =
            """
            insert into traffic (started_at, webhook_id, delivered, failed, answers)
            values (?, ?, ?, ?, ?)
            on conflict (started_at, webhook_id) do update set
                delivered = excluded.delivered, failed = excluded.failed, answers = excluded.answers
            """;

    private static final String WRITE_MINUTE =
            """
            insert into traffic_minute (started_at, delivered, failed, lags)
            values (?, ?, ?, ?)
            on conflict (started_at) do update set
                delivered = excluded.delivered, failed = excluded.failed, lags = excluded.lags
            """;

    private static final String REMOVE_QUARTERS =
            """
            delete from traffic where (started_at, webhook_id) in (
                select started_at, webhook_id from traffic
                where started_at < :before order by started_at limit :piece)
            """;

    private static final String REMOVE_MINUTES =
            """
            delete from traffic_minute where started_at in (
                select started_at from traffic_minute
                where started_at < :before order by started_at limit :piece)
            """;

    /** Adds to what is there. */
    void add(Tx tx, Sums sums) {
        var all = new Sums();
        readQuarters(tx, first(sums.quarters().keySet().stream().map(Sums.Key::start)), null, all);
        readMinutes(tx, first(sums.minutes().keySet().stream()), all);
        all.keepOnly(sums);
        all.addAll(sums);
        tx.batch(WRITE_QUARTER, List.copyOf(all.quarters().entrySet()), TrafficStore::bindQuarter);
        tx.batch(WRITE_MINUTE, List.copyOf(all.minutes().entrySet()), TrafficStore::bindMinute);
    }

    private static Instant first(Stream<Instant> starts) {
        return starts.min(Comparator.naturalOrder()).orElse(Instant.MAX);
    }

    private static void bindQuarter(PreparedStatement statement, Map.Entry<Sums.Key, Counts> row)
            throws SQLException {
        statement.setLong(1, Micros.of(row.getKey().start()));
        statement.setLong(2, row.getKey().webhookId());
        statement.setLong(3, row.getValue().delivered());
        statement.setLong(4, row.getValue().failed());
        statement.setString(5, row.getValue().answers().text());
    }

    private static void bindMinute(PreparedStatement statement, Map.Entry<Instant, Counts> row)
            throws SQLException {
        statement.setLong(1, Micros.of(row.getKey()));
        statement.setLong(2, row.getValue().delivered());
        statement.setLong(3, row.getValue().failed());
        statement.setString(4, row.getValue().lags().text());
    }

    /** The quarters of an hour since then; of all webhooks for null. */
    void readQuarters(View view, Instant since, @Nullable Long webhookId, Sums to) {
        StatementSpec query =
                webhookId == null
                        ? view.sql(QUARTERS)
                        : view.sql(QUARTERS_OF_ONE).param("webhook", webhookId);
        query.param("since", Micros.of(since))
                .query(row -> {
                    var key =
                            new Sums.Key(
                                    row.getLong("webhook_id"),
                                    Micros.at(row.getLong("started_at")));
                    to.quarter(key).addAll(counts(row, row.getString("answers"), ""));
                });
    }

    /** The minutes since then. */
    void readMinutes(View view, Instant since, Sums to) {
        view.sql(MINUTES)
                .param("since", Micros.of(since))
                .query(row -> {
                    to.minute(Micros.at(row.getLong("started_at")))
                            .addAll(counts(row, "", row.getString("lags")));
                });
    }

    private static Counts counts(ResultSet row, String answers, String lags) throws SQLException {
        return new Counts(
                row.getLong("delivered"),
                row.getLong("failed"),
                Histogram.of(answers),
                Histogram.of(lags));
    }

    /** Removes what was before that moment; returns how many rows. */
    int remove(Tx tx, Instant before, int piece) {
        int removed = 0;
        for (String statement : List.of(REMOVE_QUARTERS, REMOVE_MINUTES)) {
            removed +=
                    tx.sql(statement)
                            .param("before", Micros.of(before))
                            .param("piece", piece)
                            .update();
        }
        return removed;
    }
}
