package org.signalbox.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.signalbox.event.Event;
import org.signalbox.store.Tx;
import org.signalbox.store.View;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of test deliveries. Their events are samples, so they are kept with them. */
@Component
final class TestDeliveryStore {

    private static final String INSERT =
            """
            insert into test_delivery (webhook_id, after_sequence, event, attempt)
            values (:webhook, :afterSequence, :event, :attempt)
            returning id
            """;

    private static final String LATEST =
            """
            select id, after_sequence, event, attempt from test_delivery
            where webhook_id = :webhook order by after_sequence desc, id desc limit :limit
            """;

    private static final String OF =
            """
            select id, after_sequence, event, attempt from test_delivery
            where webhook_id = :webhook and id in (:ids)
            """;

    private static final String COUNT =
            """
            select count(*) from test_delivery where webhook_id = :webhook
            """;

    private static final String FIND =
            """
            select id, after_sequence, event, attempt from test_delivery
            where webhook_id = :webhook and id = :id
            """;

    private final JsonMapper json;

    TestDeliveryStore(JsonMapper json) {
        this.json = json;
    }

    /** A test event that was sent when the log had come so far. */
    record Tested(long id, long afterSequence, Event event, Attempt attempt) {}

    long insert(Tx tx, long webhookId, long afterSequence, Event event, Attempt attempt) {
        return tx.sql(INSERT)
                .param("webhook", webhookId)
                .param("afterSequence", afterSequence)
                .param("event", json.writeValueAsString(event))
                .param("attempt", json.writeValueAsString(attempt))
                .query((row, _) -> row.getLong(1))
                .single();
    }

    List<Tested> latest(View view, long webhookId, long limit) {
        return view.sql(LATEST)
                .param("webhook", webhookId)
                .param("limit", limit)
                .query((row, _) -> tested(row))
                .list();
    }

    /** Those of these ids. */
    Map<Long, Tested> of(View view, long webhookId, Collection<Long> ids) {
        var tests = new HashMap<Long, Tested>();
        if (!ids.isEmpty()) {
            view.sql(OF)
                    .param("webhook", webhookId)
                    .param("ids", ids)
                    .query(row -> {
                        tests.put(row.getLong("id"), tested(row));
                    });
        }
        return tests;
    }

    long count(View view, long webhookId) {
        return view.sql(COUNT)
                .param("webhook", webhookId)
                .query((row, _) -> row.getLong(1))
                .single();
    }

    Optional<Tested> find(View view, long webhookId, long id) {
        return view.sql(FIND)
                .param("webhook", webhookId)
                .param("id", id)
                .query((row, _) -> tested(row))
                .optional();
    }

    private Tested tested(ResultSet row) throws SQLException {
        return new Tested(
                row.getLong("id"),
                row.getLong("after_sequence"),
                json.readValue(row.getString("event"), Event.class),
                json.readValue(row.getString("attempt"), Attempt.class));
    }
}
