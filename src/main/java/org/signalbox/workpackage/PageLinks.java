package org.signalbox.workpackage;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.signalbox.account.Access;
import org.signalbox.account.Actor;
import org.signalbox.account.Permission;
import org.signalbox.hal.Document;
import org.signalbox.hal.Link;
import org.signalbox.hal.Listing;
import org.signalbox.project.Projects;
import org.signalbox.store.Database;
import org.signalbox.store.View;
import org.springframework.stereotype.Component;

/**
 * What a page of work packages says beside them: the schemas of those on it, and what can be done
 * where the list looks.
 */
@Component
final class PageLinks {

    private static final String EVERYWHERE = "/api/v3/work_packages";

    private final Database database;
    private final Projects projects;
    private final Access access;

    PageLinks(Database database, Projects projects, Access access) {
        this.database = database;
        this.projects = projects;
        this.access = access;
    }

    /**
     * Adds all of it, unless the list was asked for some of its parts alone.
     *
     * @param projectKey the project it is about; null for all
     */
    void addTo(
            Document page,
            Actor actor,
            Listing listing,
            @Nullable String projectKey,
            List<WorkPackage> elements) {
        if (!listing.asksForAll()) {
            return;
        }
        if (!elements.isEmpty()) {
            var schemas = WorkPackageSchemas.address(elements);
            page.link("schemas", Link.to(schemas))
                    .embed(
                            "schemas",
                            Listing.whole(schemas, WorkPackageSchemas.withoutChoices(elements)));
        }
        database.read(view -> {
            addActions(page, view, actor, projectKey);
            return page;
        });
    }

    private void addActions(Document page, View view, Actor actor, @Nullable String projectKey) {
        Long project = projectKey == null ? null : projects.visible(view, actor, projectKey).id();
        if (may(view, actor, Permission.ADD_WORK_PACKAGES, project)) {
            var path =
                    project == null ? EVERYWHERE : "/api/v3/projects/" + project + "/work_packages";
            page.link("createWorkPackage", Link.action(path + "/form", "post"))
                    .link("createWorkPackageImmediate", Link.action(path, "post"));
        }
        if (may(view, actor, Permission.EDIT_WORK_PACKAGES, project)) {
            page.link(
                    "editWorkPackage",
                    Link.action(EVERYWHERE + "/{work_package_id}/form", "post").asTemplate());
        }
    }

    private boolean may(View view, Actor actor, Permission permission, @Nullable Long project) {
        return project == null
                ? access.maySomewhere(view, actor, permission)
                : access.may(view, actor, permission, project);
    }
}
