package org.signalbox.workpackage;

import static org.signalbox.workpackage.WorkPackageHal.WORK_PACKAGE;

import org.signalbox.account.Access;
import org.signalbox.account.Actor;
import org.signalbox.account.Permission;
import org.signalbox.account.Seen;
import org.signalbox.hal.Found;
import org.signalbox.hal.Listing;
import org.signalbox.hal.Refusal;
import org.signalbox.relation.RelationType;
import org.signalbox.relation.Relations;
import org.signalbox.relation.Rings;
import org.signalbox.store.Database;
import org.signalbox.store.View;
import org.springframework.stereotype.Component;

/** Finds the work packages that one could be put into a relation with. */
@Component
final class RelationCandidates {

    private static final int MAX = 100;
    private static final int STANDARD = 10;

    private final Database database;
    private final WorkPackages workPackages;
    private final WorkPackageStore store;
    private final Relations relations;
    private final Rings rings;
    private final Access access;

    RelationCandidates(
            Database database,
            WorkPackages workPackages,
            WorkPackageStore store,
            Relations relations,
            Rings rings,
            Access access) {
        this.database = database;
        this.workPackages = workPackages;
        this.store = store;
        this.relations = relations;
        this.rings = rings;
        this.access = access;
    }

    /**
     * Those that fit, out of the first that are called so.
     *
     * @param query a part of the subject, or the id
     * @param type word for a relation, or {@code parent} or {@code child}
     */
    Seen<Found<WorkPackage>> of(Actor actor, Listing listing, long id, String query, String type) {
        var wanted = listing.parameters().containsKey("pageSize") ? listing.pageSize() : STANDARD;
        var asked = listing.sized(Math.min(wanted, MAX)).alsoFilteredBy("subjectOrId", "**", query);
        var selection = WORK_PACKAGE.select(asked, actor.user().id());
        return database.read(view -> {
            var one = workPackages.visible(view, actor, id);
            access.require(
                    view, actor, Permission.MANAGE_WORK_PACKAGE_RELATIONS, one.project().id());
            var found = store.list(view, actor, selection, Place.EVERYWHERE);
            var fitting =
                    found.elements().stream()
                            .filter(other -> fits(view, one, other, type))
                            .toList();
            return new Seen<>(
                    new Found<>(fitting.size(), fitting),
                    workPackages.rights(view, actor, fitting));
        });
    }

    private boolean fits(View view, WorkPackage one, WorkPackage other, String type) {
        return switch (type) {
            case "parent" -> isParent(view, one, other);
            case "child", "children" -> isParent(view, other, one);
            default -> {
                var said =
                        RelationType.said(type).orElseThrow(() -> new Refusal.BadParameter("type"));
                yield relations.areRelatable(view, said, one.id(), other.id());
            }
        };
    }

    private boolean isParent(View view, WorkPackage child, WorkPackage parent) {
        return !store.subtree(view, child.id()).contains(parent.id())
                && !rings.hinderParent(view, child.id(), parent.id());
    }
}
