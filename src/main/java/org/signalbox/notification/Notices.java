package org.signalbox.notification;

import java.time.InstantSource;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.signalbox.account.Access;
import org.signalbox.account.Actor;
import org.signalbox.account.Belongings;
import org.signalbox.account.Group;
import org.signalbox.account.Permission;
import org.signalbox.account.PlaceholderUser;
import org.signalbox.account.Principal;
import org.signalbox.account.Principals;
import org.signalbox.account.User;
import org.signalbox.event.Change;
import org.signalbox.hal.Reference;
import org.signalbox.journal.ActivityDetail;
import org.signalbox.journal.AfterComment;
import org.signalbox.store.Tx;
import org.signalbox.watcher.Watchers;
import org.signalbox.workpackage.WorkPackage;
import org.signalbox.workpackage.WorkPackageJournal;
import org.springframework.stereotype.Component;

/**
 * Notifies those whom something concerns: never who did it, and everybody once. A group stands for
 * those who are in it at that moment.
 */
@Component
final class Notices implements WorkPackageJournal, AfterComment, Belongings {
    private final InstantSource time;
    private final NotificationStore store;
    private final Principals principals;
    private final Watchers watchers;
    private final Access access;

    Notices(
            InstantSource time,
            NotificationStore store,
            Principals principals,
            Watchers watchers,
            Access access) {
        this.time = time;
        this.store = store;
        this.principals = principals;
        this.watchers = watchers;
        this.access = access;
    }

    /** Nothing has changed on something that was just created. */
    @Override
    public void record(Tx tx, Actor actor, WorkPackage workPackage, Map<String, Change> changes) {
        Map<Long, Reason> told = new LinkedHashMap<>();
        boolean created = changes.isEmpty();
        if (created || changes.containsKey("assignee")) {
            add(tx, told, Reason.ASSIGNED, ids(workPackage.assignee()));
        }
        if (created || changes.containsKey("responsible")) {
            add(tx, told, Reason.RESPONSIBLE, ids(workPackage.responsible()));
        }
        tell(tx, actor, workPackage, told, Permission.VIEW_WORK_PACKAGES, null);
    }

    @Override
    public void commented(Tx tx, Actor actor, ActivityDetail comment) {
        WorkPackage workPackage = comment.workPackage();
        Map<Long, Reason> told = new LinkedHashMap<>();
        add(tx, told, Reason.MENTIONED, Mentions.in(comment.activity().comment()));
        add(tx, told, Reason.COMMENTED, ids(workPackage.assignee()));
        add(tx, told, Reason.COMMENTED, ids(workPackage.responsible()));
        Permission needed =
                comment.activity().internal()
                        ? Permission.VIEW_INTERNAL_COMMENTS
                        : Permission.VIEW_WORK_PACKAGES;
        tell(tx, actor, workPackage, told, needed, comment.activity().id());
    }

    /**
     * Tells these people, and all who watch, if they may see it, unless the actor is discreet.
     *
     * @param activity the comment that it is about; null if it is none
     */
    private void tell(
            Tx tx,
            Actor actor,
            WorkPackage workPackage,
            Map<Long, Reason> told,
            Permission needed,
            @Nullable Long activity) {
        if (actor.discreet()) {
            return;
        }
        watchers.ids(tx, workPackage.id())
                .forEach(watcher -> told.putIfAbsent(watcher, Reason.WATCHED));
        told.remove(actor.user().id());
        Map<Reason, Set<Long>> recipients = new EnumMap<>(Reason.class);
        for (Long person : access.whoMay(tx, told.keySet(), needed, workPackage.project().id())) {
            recipients
                    .computeIfAbsent(
                            told.getOrDefault(person, Reason.WATCHED), _ -> new HashSet<>())
                    .add(person);
        }
        recipients.forEach((reason, people) ->
                store.insert(
                        tx,
                        people,
                        reason,
                        workPackage.id(),
                        actor.id(),
                        activity,
                        time.instant()));
    }

    @Override
    public void giveUp(Tx tx, Actor actor, Principal principal) {
        store.deleteOf(tx, principal.id());
    }

    /** The first reason counts. */
    private void add(Tx tx, Map<Long, Reason> told, Reason reason, Collection<Long> ids) {
        principals.all(tx, ids).stream()
                .flatMap(Notices::people)
                .forEach(person -> told.putIfAbsent(person, reason));
    }

    private static Stream<Long> people(Principal principal) {
        return switch (principal) {
            case User user -> Stream.of(user.id());
            case Group group -> group.members().stream().map(Reference::id);
            case PlaceholderUser _ -> Stream.empty();
        };
    }

    private static List<Long> ids(@Nullable Reference principal) {
        return principal == null ? List.of() : List.of(principal.id());
    }
}
