package org.signalbox.awork;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.signalbox.store.Tx;
import org.signalbox.store.View;
import org.springframework.stereotype.Component;

/** The SQL of what only awork's API knows of webhooks. */
@Component
final class AworkConfigStore {

    private static final String SET =
            """
            insert into awork_config (webhook_id, name, stored_name, language)
            values (:id, :name, :storedName, :language)
            on conflict (webhook_id) do update
               set name = excluded.name, stored_name = excluded.stored_name,
                   language = excluded.language
            """;

    private static final String OF =
            """
            select webhook_id, name, stored_name, language
              from awork_config where webhook_id in (:ids)
            """;

    /**
     * @param name as it was sent
     * @param storedName what the webhook was called instead
     */
    record Known(String name, String storedName, @Nullable String language) {}

    void set(Tx tx, long webhookId, Known known) {
        tx.sql(SET)
                .param("id", webhookId)
                .param("name", known.name())
                .param("storedName", known.storedName())
                .param("language", known.language())
                .update();
    }

    /** Of those webhooks that awork's API was told of. */
    Map<Long, Known> of(View view, Collection<Long> webhookIds) {
        var known = new HashMap<Long, Known>();
        if (!webhookIds.isEmpty()) {
            view.sql(OF)
                    .param("ids", webhookIds)
                    .query(row -> {
                        known.put(
                                row.getLong("webhook_id"),
                                new Known(
                                        row.getString("name"),
                                        row.getString("stored_name"),
                                        row.getString("language")));
                    });
        }
        return known;
    }
}
