package org.signalbox.feed;

import java.time.Instant;
import java.util.Optional;
import org.signalbox.store.Micros;
import org.signalbox.store.Tx;
import org.signalbox.store.View;
import org.springframework.stereotype.Component;

/** The SQL of idempotency keys. */
@Component
final class IdempotencyStore {

    private static final String FIND =
            """
            select fingerprint, created_at, events from idempotency_key
             where user_id = :user and key = :key and created_at > :expired
            """;

    /**
     * Of two at once PostgreSQL lets the second wait here and then run anew, when it finds what the
     * first one kept.
     */
    private static final String KEEP =
            """
            insert into idempotency_key (user_id, key, fingerprint, created_at, events)
            values (:user, :key, :fingerprint, :createdAt, :events)
            on conflict (user_id, key) do update
               set fingerprint = excluded.fingerprint, created_at = excluded.created_at,
                   events = excluded.events
             where idempotency_key.created_at <= :expired
            """;

    private static final String REMOVE =
            """
            delete from idempotency_key where (user_id, key) in (
                select user_id, key from idempotency_key
                where created_at <= :expired order by created_at limit :piece)
            """;

    /** What came of a request. */
    record Kept(String fingerprint, Receipt receipt) {}

    /** What came of the request with this key, unless that was up to then. */
    Optional<Kept> find(View view, IdempotencyKey key, Instant expired) {
        return view.sql(FIND)
                .param("user", key.userId())
                .param("key", key.text())
                .param("expired", Micros.of(expired))
                .query((row, _) ->
                        new Kept(
                                row.getString("fingerprint"),
                                Receipt.read(
                                        Micros.at(row.getLong("created_at")),
                                        row.getString("events"))))
                .optional();
    }

    /** Remembers a key that {@link #find} does not find. */
    void keep(Tx tx, IdempotencyKey key, Receipt receipt, Instant expired) {
        tx.sql(KEEP)
                .param("user", key.userId())
                .param("key", key.text())
                .param("fingerprint", key.fingerprint())
                .param("createdAt", Micros.of(receipt.moment()))
                .param("events", receipt.text())
                .param("expired", Micros.of(expired))
                .update();
    }

    /** Forgets keys of then and before; returns how many. */
    int remove(Tx tx, Instant expired, int piece) {
        return tx.sql(REMOVE).param("expired", Micros.of(expired)).param("piece", piece).update();
    }
}
