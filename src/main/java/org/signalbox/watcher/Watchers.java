package org.signalbox.watcher;

import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.signalbox.account.Access;
import org.signalbox.account.Actor;
import org.signalbox.account.Belongings;
import org.signalbox.account.Permission;
import org.signalbox.account.Principal;
import org.signalbox.account.User;
import org.signalbox.account.Users;
import org.signalbox.hal.Refusal;
import org.signalbox.store.Database;
import org.signalbox.store.Tx;
import org.signalbox.store.View;
import org.springframework.stereotype.Component;

/**
 * Who watches which work package. Everybody may watch what they see; for others one needs
 * permissions.
 */
@Component
public final class Watchers implements Belongings {

    private final Database database;
    private final WatcherStore store;
    private final Users users;
    private final Access access;
    private final InstantSource time;

    Watchers(
            Database database, WatcherStore store, Users users, Access access, InstantSource time) {
        this.database = database;
        this.store = store;
        this.users = users;
        this.access = access;
        this.time = time;
    }

    /** Those of these work packages that the actor watches. */
    public Set<Long> watched(Actor actor, Collection<Long> workPackageIds) {
        return database.read(view -> store.watched(view, actor.user().id(), workPackageIds));
    }

    /** Whether the actor watches this work package. */
    public boolean watches(View view, Actor actor, long workPackageId) {
        return !store.watched(view, actor.user().id(), List.of(workPackageId)).isEmpty();
    }

    /** The ids of all who watch, whoever asks. */
    public List<Long> ids(View view, long workPackageId) {
        return store.of(view, workPackageId);
    }

    /** Who watches, as far as the actor may know them. */
    public List<User> of(Actor actor, long workPackageId) {
        return database.read(view -> {
            long project = project(view, actor, workPackageId);
            access.require(view, actor, Permission.VIEW_WORK_PACKAGE_WATCHERS, project);
            return known(view, actor, store.of(view, workPackageId));
        });
    }

    /** The members who could be made watchers. */
    public List<User> available(Actor actor, long workPackageId) {
        return database.read(view -> {
            long project = project(view, actor, workPackageId);
            access.require(view, actor, Permission.ADD_WORK_PACKAGE_WATCHERS, project);
            return known(view, actor, store.available(view, workPackageId, project));
        });
    }

    /** A watcher, and whether they are one from now on. */
    public record Added(User user, boolean isNew) {}

    public Added add(Actor actor, long workPackageId, long userId) {
        return database.write(tx -> {
            long project = project(tx, actor, workPackageId);
            if (!actor.is(userId)) {
                access.require(tx, actor, Permission.ADD_WORK_PACKAGE_WATCHERS, project);
            }
            var user =
                    users.find(tx, userId)
                            .filter(one -> access.seesUser(tx, actor, userId))
                            .filter(one -> one.active() && mayWatch(tx, one, project))
                            .orElseThrow(() -> new Refusal.Invalid("user", "User is invalid."));
            return new Added(user, store.add(tx, workPackageId, userId, time.instant()));
        });
    }

    /** Makes sure that a person does not watch. */
    public void remove(Actor actor, long workPackageId, long userId) {
        database.run(tx -> {
            long project = project(tx, actor, workPackageId);
            if (!actor.is(userId)) {
                access.require(tx, actor, Permission.DELETE_WORK_PACKAGE_WATCHERS, project);
            }
            if (!access.seesUser(tx, actor, userId) || users.find(tx, userId).isEmpty()) {
                throw new Refusal.NotFound();
            }
            store.remove(tx, workPackageId, userId);
        });
    }

    @Override
    public void giveUp(Tx tx, Actor actor, Principal principal) {
        store.removeEverywhere(tx, principal.id());
    }

    private List<User> known(View view, Actor actor, List<Long> ids) {
        var rights = access.rights(view, actor, List.of(), ids);
        return users.all(view, ids).stream().filter(user -> rights.seesUser(user.id())).toList();
    }

    private boolean mayWatch(View view, User user, long project) {
        return access.may(view, new Actor(user), Permission.VIEW_WORK_PACKAGES, project);
    }

    /** The project of a work package that the actor may see. */
    private long project(View view, Actor actor, long workPackageId) {
        return store.project(view, workPackageId)
                .filter(project -> access.may(view, actor, Permission.VIEW_WORK_PACKAGES, project))
                .orElseThrow(Refusal.NotFound::new);
    }
}
