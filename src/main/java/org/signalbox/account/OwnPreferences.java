package org.signalbox.account;

import org.signalbox.hal.Document;
import org.signalbox.store.Database;
import org.springframework.stereotype.Component;

/** Everybody's own preferences, for what embeds them. */
@Component
public final class OwnPreferences {
    private final Database database;
    private final PreferenceStore store;

    OwnPreferences(Database database, PreferenceStore store) {
        this.database = database;
        this.store = store;
    }

    public Document document(Actor actor) {
        return PreferenceHal.document(
                actor.user(), database.read(view -> store.find(view, actor.user().id())));
    }
}
