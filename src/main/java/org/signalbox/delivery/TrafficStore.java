package org.signalbox.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.signalbox.store.Micros;
import org.signalbox.store.View;
import org.springframework.stereotype.Component;

/** The SQL that sums attempts up by the hour. */
@Component
final class TrafficStore {

    /** Attempts without an answer count as failed and are left out of the times. */
    private static final String HOURS =
            """
            with tried as (
              select webhook_id, started_at / 3600000000 as hour, took, status_code,
                     row_number() over (partition by webhook_id, started_at / 3600000000
                                        order by status_code is null, took) as place,
                     count(status_code) over (partition by webhook_id, started_at / 3600000000)
                       as answers
                from attempt
               where started_at >= :since and webhook_id between :from and :until
            )
            select webhook_id, hour,
                   count(case when status_code between 200 and 299 then 1 end) as delivered,
                   count(case when status_code between 200 and 299 then null else 1 end) as failed,
                   max(case when place = (answers + 1) / 2 then took end) as median,
                   max(case when place = (answers * 95 + 99) / 100 then took end) as p95
              from tried
             group by webhook_id, hour
            """;

    private record Row(long webhookId, Hour hour) {}

    /** The hours in which something was sent, by webhook and start; of all webhooks for null. */
    Map<Long, Map<Instant, Hour>> since(View view, Instant since, @Nullable Long webhookId) {
        Map<Long, Map<Instant, Hour>> hours = new HashMap<>();
        view.sql(HOURS)
                .param("since", Micros.of(since))
                .param("from", webhookId == null ? 0L : webhookId)
                .param("until", webhookId == null ? Long.MAX_VALUE : webhookId)
                .query((row, _) -> new Row(row.getLong("webhook_id"), hour(row)))
                .list()
                .forEach(row ->
                        hours.computeIfAbsent(row.webhookId(), _ -> new HashMap<>())
                                .put(row.hour().start(), row.hour()));
        return hours;
    }

    private static Hour hour(ResultSet row) throws SQLException {
        return new Hour(
                Instant.EPOCH.plus(row.getLong("hour"), ChronoUnit.HOURS),
                row.getInt("delivered"),
                row.getInt("failed"),
                duration(row, "median"),
                duration(row, "p95"));
    }

    private static @Nullable Duration duration(ResultSet row, String column) throws SQLException {
        long micros = row.getLong(column);
        return row.wasNull() ? null : Duration.of(micros, ChronoUnit.MICROS);
    }
}
