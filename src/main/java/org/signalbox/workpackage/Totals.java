package org.signalbox.workpackage;

import static org.signalbox.workpackage.WorkPackageHal.WORK_PACKAGE;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.signalbox.account.Access;
import org.signalbox.account.Actor;
import org.signalbox.account.PrincipalHal;
import org.signalbox.account.Rights;
import org.signalbox.hal.Document;
import org.signalbox.hal.Link;
import org.signalbox.hal.Listing;
import org.signalbox.hal.Reference;
import org.signalbox.project.Projects;
import org.signalbox.store.Database;
import org.signalbox.store.View;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a list of work packages comes to, as a whole and by groups, where it asks for that. */
@Component
final class Totals {
    private final Database database;
    private final TotalStore store;
    private final Projects projects;
    private final Access access;

    Totals(Database database, TotalStore store, Projects projects, Access access) {
        this.database = database;
        this.store = store;
        this.projects = projects;
        this.access = access;
    }

    /**
     * Adds the groups and the sums to the page of a list.
     *
     * @param projectKey the project it is about; null for all
     */
    void addTo(Document page, Actor actor, Listing listing, @Nullable String projectKey) {
        Grouping by = Grouping.of(listing);
        boolean sums = "true".equalsIgnoreCase(listing.parameters().get("showSums"));
        if (by == null && !sums) {
            return;
        }
        var selection =
                WORK_PACKAGE.select(listing.filteredByDefault("status", "o"), actor.user().id());
        database.read(view -> {
            var place =
                    projectKey == null
                            ? Place.EVERYWHERE
                            : Place.of(projects.visible(view, actor, projectKey).id(), listing);
            var scope = new Scope(actor, selection, place, view.dialect());
            if (by != null) {
                page.put("groups", groups(view, scope, by, sums));
            }
            if (sums) {
                page.put("totalSums", sums(store.all(view, scope)));
            }
            return page;
        });
    }

    private ArrayNode groups(View view, Scope scope, Grouping by, boolean sums) {
        List<Total> totals = store.groups(view, scope, by);
        List<Long> values =
                totals.stream()
                        .map(Total::value)
                        .filter(Objects::nonNull)
                        .map(Reference::id)
                        .toList();
        Rights rights =
                access.rights(
                        view,
                        scope.actor(),
                        List.of(),
                        by.ofPrincipals() ? values : List.<Long>of());
        var groups = JsonNodeFactory.instance.arrayNode();
        for (Total total : totals) {
            ObjectNode group = group(total.value(), by, rights).put("count", total.count());
            if (sums) {
                group.set("sums", sums(total));
            }
            groups.add(group);
        }
        return groups;
    }

    /** Whom one may not know has no name here either. */
    private static ObjectNode group(@Nullable Reference value, Grouping by, Rights rights) {
        var group = JsonNodeFactory.instance.objectNode();
        boolean known = value != null && (!by.ofPrincipals() || rights.seesUser(value.id()));
        group.put("value", value == null || !known ? null : value.title());
        ObjectNode links = group.putObject("_links");
        ArrayNode values = links.putArray("valueLink");
        if (value != null && by.ofResources()) {
            values.add((known ? link(value, by) : Link.undisclosed()).json());
        }
        links.set("groupBy", groupBy(by).json());
        return group;
    }

    private static Link link(Reference value, Grouping by) {
        return by.ofPrincipals()
                ? PrincipalHal.link(value)
                : Link.to("/api/v3/%s/%d".formatted(by.collection(), value.id()), value.title());
    }

    private static Link groupBy(Grouping by) {
        return Link.to("/api/v3/queries/group_bys/" + by.name(), WorkPackageLists.title(by.name()));
    }

    private static ObjectNode sums(Total total) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("estimatedTime", text(total.estimated()))
                .put("remainingTime", text(total.remaining()));
    }

    private static @Nullable String text(@Nullable Duration duration) {
        return duration == null ? null : duration.toString();
    }
}
