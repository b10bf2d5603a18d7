package org.signalbox.journal;

import static org.signalbox.journal.ActivityHal.ACTIVITY;
import static org.signalbox.journal.ActivityHal.COMMENT;
import static org.signalbox.journal.ActivityHal.INTERNAL;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.signalbox.account.Access;
import org.signalbox.account.Actor;
import org.signalbox.account.Permission;
import org.signalbox.account.Rights;
import org.signalbox.account.Seen;
import org.signalbox.hal.Document;
import org.signalbox.hal.Input;
import org.signalbox.hal.Refusal;
import org.signalbox.store.Database;
import org.signalbox.store.Tx;
import org.signalbox.store.View;
import org.signalbox.workpackage.WorkPackages;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/**
 * What can be done with activities. They are seen with their work package; internal comments exist
 * only for who may see internal comments.
 */
@Component
public final class Activities {

    private final Database database;
    private final JournalStore store;
    private final ActivityDetails details;
    private final WorkPackages workPackages;
    private final ActivityEvents events;
    private final Access access;
    private final InstantSource time;
    private final ObjectProvider<AfterComment> after;

    Activities(
            Database database,
            JournalStore store,
            ActivityDetails details,
            WorkPackages workPackages,
            ActivityEvents events,
            Access access,
            InstantSource time,
            ObjectProvider<AfterComment> after) {
        this.database = database;
        this.store = store;
        this.details = details;
        this.workPackages = workPackages;
        this.events = events;
        this.access = access;
        this.time = time;
        this.after = after;
    }

    /** All that happened to a work package, oldest first. */
    public Seen<List<Activity>> list(Actor actor, long workPackageId) {
        return database.read(view -> details.seen(view, actor, of(view, actor, workPackageId)));
    }

    public Seen<ActivityDetail> show(Actor actor, long id) {
        return database.read(view -> seen(view, actor, visible(view, actor, id)));
    }

    /** The activity with this id as the actor sees it; null if they do not. */
    public @Nullable Document document(View view, Actor actor, long id) {
        try {
            var seen = details.seen(view, actor, List.of(visible(view, actor, id)));
            return ActivityHal.of(seen.what().getFirst(), seen.rights());
        } catch (Refusal.NotFound _) {
            return null;
        }
    }

    /** Says something about a work package. */
    public Seen<ActivityDetail> comment(Actor actor, long workPackageId, ObjectNode body) {
        var input = ACTIVITY.creation(body);
        boolean internal = input.or(INTERNAL, false);
        return database.write(tx -> {
            var workPackage = workPackages.visible(tx, actor, workPackageId);
            access.require(
                    tx,
                    actor,
                    internal
                            ? Permission.ADD_INTERNAL_COMMENTS
                            : Permission.ADD_WORK_PACKAGE_COMMENTS,
                    workPackage.project().id());
            input.check();
            var now = time.instant();
            workPackages.touch(tx, workPackageId, now);
            long author = actor.user().id();
            long id =
                    store.insert(
                            tx,
                            workPackageId,
                            author,
                            input.need(COMMENT),
                            internal,
                            Map.of(),
                            now);
            return commented(tx, actor, id);
        });
    }

    /** Changes what was said. Words on what was a mere change before are a comment like others. */
    public Seen<ActivityDetail> change(Actor actor, long id, ObjectNode body) {
        return database.write(tx -> {
            var before = visible(tx, actor, id);
            if (!ActivityHal.mayChange(before, rightsIn(tx, actor, before.projectId()))) {
                throw new Refusal.Forbidden();
            }
            Input input = ACTIVITY.change(body, before);
            input.check();
            var text = input.or(COMMENT, before.comment());
            if (text.equals(before.comment())) {
                return seen(tx, actor, before);
            }
            store.update(tx, before.saying(text, time.instant()));
            return before.hasComment() ? seen(tx, actor, find(tx, id)) : commented(tx, actor, id);
        });
    }

    /**
     * The activity with this id.
     *
     * @throws Refusal.NotFound if there is none, or none that the actor may see
     */
    Activity visible(View view, Actor actor, long id) {
        var activity = store.find(view, id).orElseThrow(Refusal.NotFound::new);
        workPackages.visible(view, actor, activity.workPackage().id());
        if (activity.internal() && !seesInternal(view, actor, activity.projectId())) {
            throw new Refusal.NotFound();
        }
        return activity;
    }

    /** What the actor may see of what happened to a work package, oldest first. */
    List<Activity> of(View view, Actor actor, long workPackageId) {
        var workPackage = workPackages.visible(view, actor, workPackageId);
        return store.of(view, workPackageId, seesInternal(view, actor, workPackage.project().id()));
    }

    private boolean seesInternal(View view, Actor actor, long projectId) {
        return access.may(view, actor, Permission.VIEW_INTERNAL_COMMENTS, projectId);
    }

    private Seen<ActivityDetail> commented(Tx tx, Actor actor, long id) {
        var seen = seen(tx, actor, find(tx, id));
        events.commented(tx, actor, seen.what());
        after.forEach(one -> one.commented(tx, actor, seen.what()));
        return seen;
    }

    private Seen<ActivityDetail> seen(View view, Actor actor, Activity activity) {
        return details.seen(view, actor, activity);
    }

    private Rights rightsIn(View view, Actor actor, long projectId) {
        return access.rights(view, actor, List.of(projectId), List.of());
    }

    private Activity find(View view, long id) {
        return store.find(view, id).orElseThrow();
    }
}
