package org.signalbox.workpackage;

import org.signalbox.hal.Listing;

/**
 * Where a list looks: everywhere, in a project with all below it, or in the project alone.
 *
 * @param projectId 0 for everywhere
 */
record Place(long projectId, boolean withSubprojects) {

    private static final String BELOW =
            """
            w.project_id in (
              with recursive below (id) as (
                select q.id from project q where q.id = :onlyProject
                union all
                select c.id from project c join below b on c.parent_id = b.id)
              select id from below)\
            """;

    static final Place EVERYWHERE = new Place(0, true);

    /** What a request for the list of a project wants of the projects below it. */
    static Place of(long projectId, Listing listing) {
        var said = listing.parameters().getOrDefault("includeSubprojects", "true");
        boolean chosen =
                listing.isFilteredBy("subproject") || listing.isFilteredBy("onlySubproject");
        return new Place(projectId, chosen || !said.equalsIgnoreCase("false"));
    }

    /** SQL about the table {@code w}; names the parameter {@code onlyProject}. */
    String condition() {
        if (projectId == 0) {
            return "1 = 1";
        }
        return withSubprojects ? BELOW : "w.project_id = :onlyProject";
    }
}
