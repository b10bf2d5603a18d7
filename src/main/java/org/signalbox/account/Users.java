package org.signalbox.account;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.signalbox.hal.Found;
import org.signalbox.hal.Listing;
import org.signalbox.hal.Refusal;
import org.signalbox.hal.Selection;
import org.signalbox.store.Database;
import org.signalbox.store.View;
import org.springframework.stereotype.Component;

/** The people there are. {@link UserChanges} adds, changes and deletes them. */
@Component
public final class Users {
    private final Database database;
    private final UserStore store;
    private final Access access;

    Users(Database database, UserStore store, Access access) {
        this.database = database;
        this.store = store;
        this.access = access;
    }

    /** Anybody who was not deleted, whoever asks. */
    public Optional<User> find(View view, long id) {
        return store.find(view, id);
    }

    /** Like {@link #find(View, long)}, by the login in whatever case. */
    public Optional<User> find(View view, String login) {
        return store.findByLogin(view, login);
    }

    /** Those of these people who were not deleted, by id, whoever asks. */
    public List<User> all(View view, Collection<Long> ids) {
        return store.all(view, ids);
    }

    /**
     * The person with this id or login, or {@code me}.
     *
     * @throws Refusal.NotFound if there is none, or none that the actor may know
     */
    public User visible(Actor actor, String key) {
        return database.read(view ->
                named(view, actor, key)
                        .filter(user -> access.seesUser(view, actor, user.id()))
                        .orElseThrow(Refusal.NotFound::new));
    }

    /** Everybody, for administrators. */
    public Found<User> list(Actor actor, Listing listing) {
        if (!actor.isAdmin()) {
            throw new Refusal.Forbidden();
        }
        Selection selection = UserHal.USERS.select(listing, actor.user().id());
        return database.read(view -> store.list(view, actor, selection));
    }

    /** So many of all people, whoever asks; by login. */
    public List<User> some(View view, int limit) {
        return store.some(view, limit);
    }

    /** The administrators who may sign in. */
    public List<User> admins(View view) {
        return store.listActiveAdmins(view);
    }

    /** Whether there is nobody at all. */
    boolean none() {
        return database.read(store::empty);
    }

    private Optional<User> named(View view, Actor actor, String key) {
        if (key.equals("me")) {
            return store.find(view, actor.user().id());
        }
        boolean id = key.length() <= 18 && key.chars().allMatch(c -> c >= '0' && c <= '9');
        return id ? store.find(view, Long.parseLong(key)) : store.findByLogin(view, key);
    }
}
