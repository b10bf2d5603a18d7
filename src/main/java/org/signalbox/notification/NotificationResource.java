package org.signalbox.notification;

import java.time.Instant;
import java.util.List;
import org.signalbox.account.Actor;
import org.signalbox.account.PrincipalKind;
import org.signalbox.account.Rights;
import org.signalbox.hal.Answers;
import org.signalbox.hal.Body;
import org.signalbox.hal.Described;
import org.signalbox.hal.Endpoint;
import org.signalbox.hal.Listing;
import org.signalbox.hal.Reference;
import org.signalbox.hal.Shape;
import org.signalbox.hal.Types;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

@RestController
@RequestMapping(NotificationHal.NOTIFICATIONS)
final class NotificationResource implements Described {
    private final Notifications notifications;

    NotificationResource(Notifications notifications) {
        this.notifications = notifications;
    }

    private static final Instant SAMPLE_TIME = Instant.parse("2026-11-19T21:41:06.812Z");
    private static final Notification SAMPLE =
            new Notification(
                    31,
                    Reason.MENTIONED,
                    new Reference(42, "Rehearse the restore"),
                    new Reference(3, "System admin guide"),
                    PrincipalKind.USER.reference(5, "Ana Lima"),
                    77L,
                    false,
                    SAMPLE_TIME,
                    SAMPLE_TIME);

    @Override
    public List<Shape> shapes() {
        return List.of(
                NotificationHal.NOTIFICATION
                        .shape()
                        .property("details", Shape.array(Shape.ref("Formattable")))
                        .links("self", "project", "actor", "resource", "activity", "readIAN")
                        .links("unreadIAN")
                        .embeds("project", "Project")
                        .embeds("resource", "WorkPackage")
                        .embeds("actor", "Principal")
                        .embeds("activity", "Activity")
                        .example(NotificationHal.document(SAMPLE, Rights.ofSystem())),
                Shape.plain("NotificationWrite").optional("readIAN", Types.BOOLEAN).open(),
                Shape.page("NotificationPage", "Collection", "Notification")
                        .optional("groups", Shape.array(Shape.anyObject()))
                        .embeds("detailsSchemas", "Nothing[]"));
    }

    @Endpoint(
            value = "List your notifications, newest first",
            answer = "Notification",
            of = Endpoint.Of.PAGE,
            reads = "groupBy")
    @GetMapping
    ResponseEntity<ObjectNode> list(Actor actor, Listing listing) {
        var seen = notifications.list(actor, listing);
        var elements =
                seen.what().elements().stream()
                        .map(one -> NotificationHal.document(one, seen.rights()))
                        .toList();
        // Of details, which no notification has here; clients insist on the array.
        var page =
                listing.collection(seen.what().total(), elements)
                        .embed("detailsSchemas", List.of());
        var by = Grouping.of(listing);
        return Answers.ok(
                by == null
                        ? page
                        : page.put(
                                "groups",
                                NotificationHal.of(notifications.groups(actor, listing, by))));
    }

    @Endpoint(value = "Read a notification", answer = "Notification")
    @GetMapping("/{id}")
    ResponseEntity<ObjectNode> show(Actor actor, @PathVariable long id) {
        var seen = notifications.show(actor, id);
        return Answers.ok(NotificationHal.single(seen.what(), seen.rights()));
    }

    /** Not a way of OpenProject's, but one that clients written for it go. */
    @Endpoint(value = "Mark a notification as read or unread", answer = "Notification")
    @PatchMapping("/{id}")
    ResponseEntity<ObjectNode> change(Actor actor, @PathVariable long id, Body body) {
        var read = body.json().path("readIAN");
        if (read.isBoolean()) {
            notifications.mark(actor, id, read.booleanValue());
        }
        return show(actor, id);
    }

    @Endpoint(value = "Mark a notification as read", status = 204)
    @PostMapping("/{id}/read_ian")
    ResponseEntity<ObjectNode> read(Actor actor, @PathVariable long id) {
        notifications.mark(actor, id, true);
        return Answers.noContent();
    }

    @Endpoint(value = "Mark a notification as unread", status = 204)
    @PostMapping("/{id}/unread_ian")
    ResponseEntity<ObjectNode> unread(Actor actor, @PathVariable long id) {
        notifications.mark(actor, id, false);
        return Answers.noContent();
    }

    @Endpoint(value = "Mark notifications as read", status = 204, lists = "Notification")
    @PostMapping("/read_ian")
    ResponseEntity<ObjectNode> readAll(Actor actor, Listing listing) {
        notifications.markAll(actor, listing, true);
        return Answers.noContent();
    }

    @Endpoint(value = "Mark notifications as unread", status = 204, lists = "Notification")
    @PostMapping("/unread_ian")
    ResponseEntity<ObjectNode> unreadAll(Actor actor, Listing listing) {
        notifications.markAll(actor, listing, false);
        return Answers.noContent();
    }
}
