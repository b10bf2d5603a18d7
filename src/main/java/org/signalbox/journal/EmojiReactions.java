package org.signalbox.journal;

import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import org.signalbox.account.Access;
import org.signalbox.account.Actor;
import org.signalbox.account.Seen;
import org.signalbox.hal.Refusal;
import org.signalbox.store.Database;
import org.signalbox.store.View;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Reactions to activities: seen by who sees the activity, given by who may comment. */
@Component
final class EmojiReactions {

    private final Database database;
    private final Activities activities;
    private final EmojiReactionStore store;
    private final Access access;
    private final InstantSource time;

    EmojiReactions(
            Database database,
            Activities activities,
            EmojiReactionStore store,
            Access access,
            InstantSource time) {
        this.database = database;
        this.activities = activities;
        this.store = store;
        this.access = access;
        this.time = time;
    }

    Seen<List<EmojiReaction>> of(Actor actor, long activityId) {
        return database.read(view -> {
            activities.visible(view, actor, activityId);
            return seen(view, actor, List.of(activityId));
        });
    }

    /** Those to all that the actor may see of a work package. */
    Seen<List<EmojiReaction>> ofWorkPackage(Actor actor, long workPackageId) {
        return database.read(view -> {
            var ids = activities.of(view, actor, workPackageId).stream().map(Activity::id).toList();
            return seen(view, actor, ids);
        });
    }

    /** Reacts, or takes that back; gives all reactions to the activity. */
    Seen<List<EmojiReaction>> toggle(Actor actor, long activityId, ObjectNode body) {
        return database.write(tx -> {
            var activity = activities.visible(tx, actor, activityId);
            long project = activity.projectId();
            var rights = access.rights(tx, actor, List.of(project), List.of());
            if (!ActivityHal.mayComment(activity.internal(), project, rights)) {
                throw new Refusal.Forbidden();
            }
            var emoji =
                    Emoji.ofWord(body.path("reaction").asString(""))
                            .orElseThrow(() -> new Refusal.BadParameter("reaction"));
            long me = actor.user().id();
            if (!store.delete(tx, activityId, me, emoji)) {
                store.insert(tx, activityId, me, emoji, time.instant());
            }
            return seen(tx, actor, List.of(activityId));
        });
    }

    private Seen<List<EmojiReaction>> seen(View view, Actor actor, List<Long> activityIds) {
        var reactions = store.of(view, activityIds);
        var people = new HashSet<Long>();
        reactions.forEach(reaction -> reaction.people().forEach(person -> people.add(person.id())));
        return new Seen<>(reactions, access.rights(view, actor, List.of(), people));
    }
}
