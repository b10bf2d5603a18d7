package org.signalbox.workpackage;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.signalbox.account.Actor;
import org.signalbox.account.Rights;
import org.signalbox.account.Seen;
import org.signalbox.hal.Document;
import org.signalbox.hal.Found;
import org.signalbox.hal.Listing;
import org.signalbox.relation.RelationEnds;
import org.signalbox.watcher.Watchers;
import org.springframework.stereotype.Component;

/** Pages of lists of work packages, and some among others, as clients get them. */
@Component
public final class WorkPackagePages implements RelationEnds {

    private final WorkPackages workPackages;
    private final Watchers watchers;
    private final Totals totals;
    private final PageLinks links;

    WorkPackagePages(WorkPackages workPackages, Watchers watchers, Totals totals, PageLinks links) {
        this.workPackages = workPackages;
        this.watchers = watchers;
        this.totals = totals;
        this.links = links;
    }

    /**
     * The page that is asked for, with groups and sums if they are, and with what stands around it.
     *
     * @param projectKey the project it is about; null for all
     */
    public Document page(Actor actor, Listing listing, @Nullable String projectKey) {
        WorkPackageLists.refuseOtherTimes(listing);
        var seen =
                projectKey == null
                        ? workPackages.list(actor, listing)
                        : workPackages.list(actor, listing, projectKey);
        var page =
                listing.collection("WorkPackageCollection", seen.what().total(), documents(seen));
        totals.addTo(page, actor, listing, projectKey);
        links.addTo(page, actor, listing, projectKey, seen.what().elements());
        return page;
    }

    @Override
    public Map<Long, Document> documents(Actor actor, Collection<Long> workPackageIds) {
        var seen = workPackages.visible(actor, workPackageIds);
        var watched = watched(seen);
        var documents = new HashMap<Long, Document>();
        for (WorkPackage one : seen.what().elements()) {
            documents.put(one.id(), document(one, seen.rights(), watched));
        }
        return documents;
    }

    /** Each of these as one among others. */
    List<Document> documents(Seen<Found<WorkPackage>> seen) {
        var watched = watched(seen);
        return seen.what().elements().stream()
                .map(one -> document(one, seen.rights(), watched))
                .toList();
    }

    private Set<Long> watched(Seen<Found<WorkPackage>> seen) {
        var ids = seen.what().elements().stream().map(WorkPackage::id).toList();
        return watchers.watched(seen.rights().actor(), ids);
    }

    private static Document document(WorkPackage one, Rights rights, Set<Long> watched) {
        var document = WorkPackageHal.of(one, rights);
        WorkPackageLinks.addWatching(
                document, one.id(), rights.actor(), watched.contains(one.id()));
        return document;
    }
}
