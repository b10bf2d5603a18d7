package org.signalbox.workpackage;

import java.util.List;
import org.signalbox.account.Actor;
import org.signalbox.account.Permission;
import org.signalbox.account.Rights;
import org.signalbox.account.UserHal;
import org.signalbox.hal.Document;
import org.signalbox.hal.Link;
import org.signalbox.hal.Reference;

/** The links from a work package to what can be done around it. */
final class WorkPackageLinks {

    private static final String USER = "/api/v3/users/{user_id}";

    private WorkPackageLinks() {}

    static void add(Document document, WorkPackage workPackage, Rights rights) {
        var self = "/api/v3/work_packages/" + workPackage.id();
        document.link("relations", Link.to(self + "/relations"))
                .link("revisions", Link.to(self + "/revisions"));
        addRelations(document, self, workPackage, rights);
        addWatchers(document, self, workPackage, rights);
        addFamilyActions(document, self, workPackage, rights);
        long project = workPackage.project().id();
        if (rights.may(Permission.LOG_TIME, project)
                || rights.may(Permission.LOG_OWN_TIME, project)) {
            document.link(
                    "logTime",
                    Link.action("/api/v3/time_entries", "post")
                            .titled("Log time on " + workPackage.subject()));
        }
    }

    /**
     * What stands above and below, as far as one sees it. A parent that one does not is not named.
     */
    static void addFamily(Document document, WorkPackage workPackage, Rights rights) {
        var family = workPackage.family();
        document.links("ancestors", seen(family.ancestors(), workPackage, rights));
        var children = seen(family.children(), workPackage, rights);
        if (!children.isEmpty()) {
            document.links("children", children);
        }
        var parent = workPackage.parent();
        if (parent != null && !sees(parent, workPackage, rights)) {
            document.link("parent", Link.undisclosed());
        }
    }

    private static List<Link> seen(
            List<Reference> members, WorkPackage workPackage, Rights rights) {
        return members.stream()
                .filter(one -> sees(one, workPackage, rights))
                .map(one -> Link.to("/api/v3/work_packages/" + one.id(), one.title()))
                .toList();
    }

    private static boolean sees(Reference member, WorkPackage workPackage, Rights rights) {
        long own = workPackage.project().id();
        long project = workPackage.family().project(member, own);
        return project == own || rights.may(Permission.VIEW_WORK_PACKAGES, project);
    }

    /** Whether who asks watches, as the link to do the opposite. */
    static void addWatching(Document document, long id, Actor actor, boolean watching) {
        var watchers = "/api/v3/work_packages/" + id + "/watchers";
        var user = UserHal.path(actor.user().id());
        if (actor.isAnonymous()) {
            return;
        }
        if (watching) {
            document.link("unwatch", Link.action(watchers + "/" + actor.user().id(), "delete"));
        } else {
            document.link("watch", Link.action(watchers, "post").sending("user", user));
        }
    }

    private static void addRelations(
            Document document, String self, WorkPackage workPackage, Rights rights) {
        if (rights.may(Permission.MANAGE_WORK_PACKAGE_RELATIONS, workPackage.project().id())) {
            document.link(
                            "addRelation",
                            Link.action(self + "/relations", "post").titled("Add relation"))
                    .link(
                            "availableRelationCandidates",
                            Link.to(
                                    self + "/available_relation_candidates",
                                    "Potential work packages to relate to"));
        }
    }

    private static void addWatchers(
            Document document, String self, WorkPackage workPackage, Rights rights) {
        long project = workPackage.project().id();
        if (rights.may(Permission.VIEW_WORK_PACKAGE_WATCHERS, project)) {
            document.link("watchers", Link.to(self + "/watchers"));
        }
        if (rights.may(Permission.ADD_WORK_PACKAGE_WATCHERS, project)) {
            document.link("availableWatchers", Link.to(self + "/available_watchers"))
                    .link(
                            "addWatcher",
                            Link.action(self + "/watchers", "post")
                                    .sending("user", USER)
                                    .asTemplate());
        }
        if (rights.may(Permission.DELETE_WORK_PACKAGE_WATCHERS, project)) {
            document.link(
                    "removeWatcher",
                    Link.action(self + "/watchers/{user_id}", "delete").asTemplate());
        }
    }

    private static void addFamilyActions(
            Document document, String self, WorkPackage workPackage, Rights rights) {
        long project = workPackage.project().id();
        if (rights.may(Permission.ADD_WORK_PACKAGES, project) && !workPackage.milestone()) {
            document.link(
                    "addChild",
                    Link.action("/api/v3/projects/" + project + "/work_packages", "post")
                            .titled("Add child of " + workPackage.subject()));
        }
        if (rights.may(Permission.EDIT_WORK_PACKAGES, project)) {
            document.link(
                    "changeParent",
                    Link.action(self, "patch").titled("Change parent of " + workPackage.subject()));
        }
    }
}
