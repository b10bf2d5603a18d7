package org.signalbox.usage;

import java.time.Instant;
import org.signalbox.store.Micros;
import org.signalbox.store.Tx;
import org.signalbox.store.View;
import org.springframework.stereotype.Component;

/** The SQL of requests that are summed up. */
@Component
final class UsageStore {

    private static final String ADD =
            """
            insert into api_use (started_at, status, requests) values (?, ?, ?)
            on conflict (started_at, status) do update
                set requests = api_use.requests + excluded.requests
            """;

    private static final String SINCE =
            "select started_at, status, requests from api_use where started_at >= :since";

    private static final String REMOVE = "delete from api_use where started_at < :before";

    /** Adds to what is there; others may do the same. */
    void add(Tx tx, Counted counted) {
        tx.batch(
                ADD,
                counted.rows(),
                (statement, row) -> {
                    statement.setLong(1, Micros.of(row.hour()));
                    statement.setLong(2, row.status());
                    statement.setLong(3, row.requests());
                });
    }

    /** The hours since then in which there was a request. */
    Counted since(View view, Instant since) {
        var counted = new Counted();
        view.sql(SINCE)
                .param("since", Micros.of(since))
                .query(row -> {
                    counted.add(
                            Micros.at(row.getLong("started_at")),
                            row.getInt("status"),
                            row.getLong("requests"));
                });
        return counted;
    }

    /** Removes the hours before that moment: a few rows an hour. */
    void remove(Tx tx, Instant before) {
        tx.sql(REMOVE).param("before", Micros.of(before)).update();
    }
}
