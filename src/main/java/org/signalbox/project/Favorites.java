package org.signalbox.project;

import java.time.InstantSource;
import java.util.Collection;
import java.util.Set;
import org.signalbox.account.Actor;
import org.signalbox.account.Belongings;
import org.signalbox.account.Principal;
import org.signalbox.store.Database;
import org.signalbox.store.Tx;
import org.springframework.stereotype.Component;

/** The projects that people marked for themselves. Others do not learn of it, nor does the log. */
@Component
final class Favorites implements Belongings {

    private final Database database;
    private final FavoriteStore store;
    private final Projects projects;
    private final InstantSource time;

    Favorites(Database database, FavoriteStore store, Projects projects, InstantSource time) {
        this.database = database;
        this.store = store;
        this.projects = projects;
        this.time = time;
    }

    /** Those of these projects that are the actor's favorites. */
    Set<Long> among(Actor actor, Collection<Long> projectIds) {
        return database.read(view -> store.among(view, actor.user().id(), projectIds));
    }

    /** Makes sure that a project is a favorite of the actor. */
    void add(Actor actor, String key) {
        database.run(tx -> store.add(tx, actor.user().id(), known(tx, actor, key), time.instant()));
    }

    /** Makes sure that a project is none. */
    void remove(Actor actor, String key) {
        database.run(tx -> store.remove(tx, actor.user().id(), known(tx, actor, key)));
    }

    @Override
    public void giveUp(Tx tx, Actor actor, Principal principal) {
        store.removeAll(tx, principal.id());
    }

    private long known(Tx tx, Actor actor, String key) {
        long project = projects.visible(tx, actor, key).id();
        actor.requireSignedIn();
        return project;
    }
}
