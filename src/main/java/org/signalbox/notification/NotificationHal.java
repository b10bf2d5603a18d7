package org.signalbox.notification;

import static org.signalbox.hal.Types.BOOLEAN;
import static org.signalbox.hal.Types.DATE_TIME;
import static org.signalbox.hal.Types.INTEGER;
import static org.signalbox.hal.Types.STRING;

import java.util.List;
import org.signalbox.account.Principal;
import org.signalbox.account.PrincipalHal;
import org.signalbox.account.Rights;
import org.signalbox.hal.Attribute;
import org.signalbox.hal.Description;
import org.signalbox.hal.Document;
import org.signalbox.hal.Filter;
import org.signalbox.hal.Filters;
import org.signalbox.hal.Link;
import org.signalbox.hal.Reference;
import org.signalbox.hal.Sort;
import org.signalbox.project.ProjectHal;
import org.signalbox.workpackage.WorkPackageHal;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Notifications in the API. */
final class NotificationHal {
    static final String NOTIFICATIONS = "/api/v3/notifications";

    static final Description<Notification> NOTIFICATION =
            Description.<Notification>of("Notification")
                    .with(
                            Attribute.of("id", INTEGER, Notification::id),
                            Attribute.of("reason", STRING, one -> one.reason().word()),
                            Attribute.of("readIAN", BOOLEAN, Notification::read),
                            Attribute.of("createdAt", DATE_TIME, Notification::createdAt),
                            Attribute.of("updatedAt", DATE_TIME, Notification::updatedAt))
                    .filters(
                            Filter.of("id", Filters.reference("n.id")),
                            Filter.of("project", ProjectHal.named("w.project_id")),
                            Filter.of("readIAN", Filters.flag("n.is_read")),
                            Filter.of("reason", Filters.word("n.reason")),
                            Filter.of("resourceId", Filters.reference("n.work_package_id")),
                            Filter.of("resourceType", Filters.word("'WorkPackage'")))
                    .sorts(
                            Sort.by("id", "n.id"),
                            Sort.by("reason", "n.reason"),
                            Sort.by("readIAN", "n.is_read"))
                    .orderedBy(new Sort.Key("id", true));

    private NotificationHal() {}

    static Document document(Notification notification, Rights rights) {
        String self = NOTIFICATIONS + "/" + notification.id();
        Long activity = notification.activityId();
        Document document =
                NOTIFICATION
                        .document(notification)
                        .put("details", JsonNodeFactory.instance.arrayNode())
                        .link("self", Link.to(self))
                        .link("project", rights.project(notification.project()))
                        .link("actor", actor(notification, rights))
                        .link("resource", workPackage(notification.workPackage()))
                        .link(
                                "activity",
                                activity == null
                                        ? Link.none()
                                        : Link.to("/api/v3/activities/" + activity));
        return notification.read()
                ? document.link("unreadIAN", Link.action(self + "/unread_ian", "post"))
                : document.link("readIAN", Link.action(self + "/read_ian", "post"));
    }

    /** A notification by itself, with what it embeds. */
    static Document single(NotificationDetail detail, Rights rights) {
        var document =
                document(detail.notification(), rights)
                        .embed("project", ProjectHal.of(detail.project(), rights))
                        .embed("resource", WorkPackageHal.of(detail.workPackage(), rights));
        Principal actor = detail.actor();
        if (actor != null && rights.seesUser(actor.id())) {
            document.embed("actor", PrincipalHal.document(actor, rights));
        }
        Document activity = detail.activity();
        return activity == null ? document : document.embed("activity", activity);
    }

    /** What a list comes to by groups. */
    static ArrayNode of(List<Grouping.Group> groups) {
        var all = JsonNodeFactory.instance.arrayNode();
        for (var group : groups) {
            var one = all.addObject().put("value", group.value()).put("count", group.count());
            var values = one.putObject("_links").putArray("valueLink");
            var project = group.project();
            if (project != null) {
                values.add(Link.to("/api/v3/projects/" + project.id(), project.title()).json());
            }
        }
        return all;
    }

    private static Link actor(Notification notification, Rights rights) {
        Reference actor = notification.actor();
        if (actor == null) {
            return Link.none();
        }
        return rights.seesUser(actor.id()) ? PrincipalHal.link(actor) : Link.undisclosed();
    }

    private static Link workPackage(Reference workPackage) {
        return Link.to("/api/v3/work_packages/" + workPackage.id(), workPackage.title());
    }
}
