package org.signalbox.notification;

import static org.signalbox.notification.NotificationHal.NOTIFICATION;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.signalbox.account.Access;
import org.signalbox.account.Actor;
import org.signalbox.account.Principals;
import org.signalbox.account.Rights;
import org.signalbox.account.Seen;
import org.signalbox.hal.Found;
import org.signalbox.hal.Listing;
import org.signalbox.hal.Reference;
import org.signalbox.hal.Refusal;
import org.signalbox.hal.Selection;
import org.signalbox.journal.Activities;
import org.signalbox.project.Projects;
import org.signalbox.store.Database;
import org.signalbox.store.View;
import org.signalbox.workpackage.WorkPackages;
import org.springframework.stereotype.Component;

/** Everybody's own notifications, and which of them they have read. */
@Component
final class Notifications {
    private final Database database;
    private final InstantSource time;
    private final NotificationStore store;
    private final Projects projects;
    private final Principals principals;
    private final WorkPackages workPackages;
    private final Activities activities;
    private final Access access;

    Notifications(
            Database database,
            InstantSource time,
            NotificationStore store,
            Projects projects,
            Principals principals,
            WorkPackages workPackages,
            Activities activities,
            Access access) {
        this.database = database;
        this.time = time;
        this.store = store;
        this.projects = projects;
        this.principals = principals;
        this.workPackages = workPackages;
        this.activities = activities;
        this.access = access;
    }

    Seen<Found<Notification>> list(Actor actor, Listing listing) {
        actor.requireSignedIn();
        Selection selection = selection(actor, listing, Grouping.of(listing));
        return database.read(view -> {
            var found = store.list(view, actor, selection);
            return new Seen<>(found, rights(view, actor, found.elements()));
        });
    }

    /** What the notifications of a list have in common. */
    List<Grouping.Group> groups(Actor actor, Listing listing, Grouping by) {
        var selection = selection(actor, listing, by);
        return database.read(view -> store.groups(view, actor, selection, by));
    }

    /** Groups stay together. */
    private static Selection selection(Actor actor, Listing listing, @Nullable Grouping by) {
        var selection = NOTIFICATION.select(listing, actor.user().id());
        return by == null ? selection : selection.orderedFirst(by.key());
    }

    Seen<NotificationDetail> show(Actor actor, long id) {
        return database.read(view -> {
            var detail = detail(view, actor, found(view, actor, id));
            return new Seen<>(detail, rights(view, actor, detail));
        });
    }

    private Notification found(View view, Actor actor, long id) {
        return store.find(view, actor, id).orElseThrow(Refusal.NotFound::new);
    }

    private NotificationDetail detail(View view, Actor actor, Notification one) {
        Reference who = one.actor();
        Long activity = one.activityId();
        return new NotificationDetail(
                one,
                projects.find(view, one.project().id()).orElseThrow(),
                workPackages.find(view, one.workPackage().id()).orElseThrow(),
                who == null ? null : principals.find(view, who.id()).orElse(null),
                activity == null ? null : activities.document(view, actor, activity));
    }

    private Rights rights(View view, Actor actor, NotificationDetail detail) {
        var one = detail.workPackage();
        var people =
                Stream.of(
                                detail.notification().actor(),
                                one.author(),
                                one.assignee(),
                                one.responsible())
                        .filter(Objects::nonNull)
                        .map(Reference::id)
                        .toList();
        return access.rights(view, actor, List.of(one.project().id()), people);
    }

    /** Marks all that the listing asks for, whatever its page. */
    void markAll(Actor actor, Listing listing, boolean read) {
        actor.requireSignedIn();
        mark(actor, NOTIFICATION.select(listing, actor.user().id()), read);
    }

    void mark(Actor actor, long id, boolean read) {
        database.<Notification>read(view -> found(view, actor, id));
        mark(actor, new Selection("n.id = :only", "n.id", Map.of("only", id)), read);
    }

    private void mark(Actor actor, Selection selection, boolean read) {
        database.run(tx -> store.mark(tx, actor, selection, read, time.instant()));
    }

    private Rights rights(View view, Actor actor, List<Notification> notifications) {
        return access.rights(
                view,
                actor,
                notifications.stream().map(one -> one.project().id()).toList(),
                notifications.stream()
                        .map(Notification::actor)
                        .filter(Objects::nonNull)
                        .map(Reference::id)
                        .toList());
    }
}
