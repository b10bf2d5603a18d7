package org.signalbox.project;

import java.util.List;
import org.signalbox.account.Seen;
import org.signalbox.hal.Document;
import org.signalbox.hal.Found;
import org.signalbox.hal.Listing;
import org.springframework.stereotype.Component;

/** Projects as who asks gets them: with whether they are their favorites. */
@Component
final class ProjectPages {

    private final Favorites favorites;

    ProjectPages(Favorites favorites) {
        this.favorites = favorites;
    }

    Document single(Seen<ProjectDetail> seen) {
        var actor = seen.rights().actor();
        long id = seen.what().project().id();
        var document = ProjectHal.single(seen.what(), seen.rights());
        boolean favorite = favorites.among(actor, List.of(id)).contains(id);
        return ProjectHal.addFavorite(document, id, actor, favorite);
    }

    Document page(Listing listing, Seen<Found<Project>> seen) {
        var actor = seen.rights().actor();
        var projects = seen.what().elements();
        var chosen = favorites.among(actor, projects.stream().map(Project::id).toList());
        var elements =
                projects.stream()
                        .map(project ->
                                ProjectHal.addFavorite(
                                        ProjectHal.of(project, seen.rights()),
                                        project.id(),
                                        actor,
                                        chosen.contains(project.id())))
                        .toList();
        return listing.collection(seen.what().total(), elements);
    }
}
