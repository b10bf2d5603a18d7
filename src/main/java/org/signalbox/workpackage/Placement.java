package org.signalbox.workpackage;

import static org.signalbox.workpackage.WorkPackageHal.CATEGORY;
import static org.signalbox.workpackage.WorkPackageHal.PARENT;
import static org.signalbox.workpackage.WorkPackageHal.VERSION;

import org.jspecify.annotations.Nullable;
import org.signalbox.account.Access;
import org.signalbox.account.Actor;
import org.signalbox.account.Permission;
import org.signalbox.category.Categories;
import org.signalbox.category.Category;
import org.signalbox.hal.Input;
import org.signalbox.hal.Reference;
import org.signalbox.relation.Rings;
import org.signalbox.store.View;
import org.signalbox.version.Version;
import org.signalbox.version.Versions;
import org.springframework.stereotype.Component;

/** Which parent, version and category a write chose, out of what the project has. */
@Component
final class Placement {

    private static final String NOT_ALLOWED = "is not set to one of the allowed values";

    private final Versions versions;
    private final Categories categories;
    private final WorkPackageStore store;
    private final Rings rings;
    private final Access access;

    Placement(
            Versions versions,
            Categories categories,
            WorkPackageStore store,
            Rings rings,
            Access access) {
        this.versions = versions;
        this.categories = categories;
        this.store = store;
        this.rings = rings;
        this.access = access;
    }

    /**
     * An open version that the project may use. What is in one stays there, also after it was
     * locked; a move takes it along where that is possible.
     */
    @Nullable Reference version(
            View view, Reference project, Input input, @Nullable WorkPackage before) {
        var kept = before == null ? null : before.version();
        var wanted = input.get(VERSION, kept);
        boolean same = kept != null && wanted != null && kept.id() == wanted.id();
        boolean moved = before != null && before.project().id() != project.id();
        if (wanted == null || (same && !moved)) {
            return wanted == null ? null : kept;
        }
        var version =
                versions.find(view, wanted.id())
                        .filter(found -> same || found.isOpen())
                        .filter(found -> versions.isAvailable(view, found.id(), project.id()))
                        .map(Version::reference);
        if (version.isEmpty() && !same) {
            input.problems().add(VERSION, NOT_ALLOWED);
        }
        return version.orElse(null);
    }

    /** A category of the project. A move leaves it for the one of the same name, if there is. */
    @Nullable Category category(
            View view, Reference project, Input input, @Nullable WorkPackage before) {
        var kept = before == null ? null : before.category();
        var wanted = input.get(CATEGORY, kept);
        if (wanted == null) {
            return null;
        }
        var category =
                categories
                        .find(view, wanted.id())
                        .filter(found -> found.project().id() == project.id());
        if (category.isEmpty() && kept != null && kept.id() == wanted.id()) {
            return categories.named(view, project.id(), kept.title()).orElse(null);
        }
        if (category.isEmpty()) {
            input.problems().add(CATEGORY, NOT_ALLOWED);
        }
        return category.orElse(null);
    }

    /** What stands above it: a parent that the actor sees, in any project, or the one it has. */
    Family family(View view, Actor actor, Input input, @Nullable WorkPackage before) {
        if (!input.has(PARENT)) {
            return before == null ? Family.NONE : before.family().above();
        }
        var wanted = input.get(PARENT);
        if (wanted == null) {
            return Family.NONE;
        }
        var kept = before == null ? null : before.parent();
        if (before != null && kept != null && kept.id() == wanted.id()) {
            return before.family().above();
        }
        var parent = store.find(view, wanted.id()).orElse(null);
        if (parent == null || !fits(view, actor, parent, before)) {
            input.problems().add(PARENT, "is invalid");
            return Family.NONE;
        }
        return Family.below(parent);
    }

    private boolean fits(View view, Actor actor, WorkPackage parent, @Nullable WorkPackage child) {
        return access.may(view, actor, Permission.VIEW_WORK_PACKAGES, parent.project().id())
                && (child == null
                        || (!store.subtree(view, child.id()).contains(parent.id())
                                && !rings.hinderParent(view, child.id(), parent.id())));
    }
}
