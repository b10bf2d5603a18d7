package org.signalbox.workpackage;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.signalbox.account.Actor;
import org.signalbox.account.Seen;
import org.signalbox.hal.Document;
import org.signalbox.hal.Found;
import org.signalbox.hal.Listing;
import org.signalbox.watcher.Watchers;
import org.springframework.stereotype.Component;

/** Pages of lists of work packages, as clients get them. */
@Component
public final class WorkPackagePages {

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

    /** Each of these as one among others. */
    List<Document> documents(Seen<Found<WorkPackage>> seen) {
        var elements = seen.what().elements();
        var actor = seen.rights().actor();
        var watched = watchers.watched(actor, elements.stream().map(WorkPackage::id).toList());
        return elements.stream()
                .map(element -> {
                    var document = WorkPackageHal.of(element, seen.rights());
                    boolean watching = watched.contains(element.id());
                    WorkPackageLinks.addWatching(document, element.id(), actor, watching);
                    return document;
                })
                .toList();
    }
}
