package org.signalbox.awork;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.signalbox.awork.AworkConfigStore.Known;
import org.signalbox.store.Database;
import org.signalbox.webhook.FreeNames;
import org.signalbox.webhook.Webhook;
import org.springframework.stereotype.Component;

/**
 * What awork's API was told of webhooks that they have no place for: their language, and the names
 * that others have as well.
 */
@Component
final class ConfigNotes {
    private final Database database;
    private final AworkConfigStore store;
    private final FreeNames names;

    ConfigNotes(Database database, AworkConfigStore store, FreeNames names) {
        this.database = database;
        this.store = store;
        this.names = names;
    }

    Map<Long, Known> of(Collection<Webhook> webhooks) {
        List<Long> ids = webhooks.stream().map(Webhook::id).toList();
        return database.read(view -> store.of(view, ids));
    }

    /** What it is called for clients of awork. */
    static String name(Webhook webhook, @Nullable Known known) {
        return known == null || !known.storedName().equals(webhook.name())
                ? webhook.name()
                : known.name();
    }

    /**
     * What it is to be called when this name is sent.
     *
     * @param current null for a new one
     */
    String stored(String name, @Nullable Webhook current) {
        if (current == null) {
            return names.like(name);
        }
        boolean asBefore = name(current, of(List.of(current)).get(current.id())).equals(name);
        return asBefore ? current.name() : names.like(name);
    }

    void keep(Webhook webhook, WebhookConfigForm form) {
        var known = new Known(form.name(), webhook.name(), form.language());
        database.run(tx -> store.set(tx, webhook.id(), known));
    }
}
