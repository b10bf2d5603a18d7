package org.signalbox.version;

import java.util.Map;

/**
 * The projects that may use a version, as an SQL condition about the table {@code p}.
 *
 * @param condition names the parameters
 */
record Reach(String condition, Map<String, Object> parameters) {

    private static final String ABOVE =
            """
            p.id in (
              with recursive above (id, parent_id) as (
                select q.id, q.parent_id from project q where q.id = :definingProject
                union
                select a.id, a.parent_id from project a join above b on a.id = b.parent_id)
              select id from above)\
            """;

    private static final String BELOW =
            """
            p.id in (
              with recursive below (id) as (
                select q.id from project q where q.id = :definingProject
                union
                select c.id from project c join below b on c.parent_id = b.id)
              select id from below)\
            """;

    private static final String TREE =
            """
            p.id in (
              with recursive above (id, parent_id) as (
                select q.id, q.parent_id from project q where q.id = :definingProject
                union
                select a.id, a.parent_id from project a join above b on a.id = b.parent_id),
              below (id) as (
                select id from above where parent_id is null
                union
                select c.id from project c join below b on c.parent_id = b.id)
              select id from below)\
            """;

    static Reach of(Version version) {
        var parameters = Map.<String, Object>of("definingProject", version.project().id());
        return switch (version.sharing()) {
            case NONE -> new Reach("p.id = :definingProject", parameters);
            case DESCENDANTS -> new Reach(BELOW, parameters);
            case HIERARCHY -> new Reach("(" + ABOVE + " or " + BELOW + ")", parameters);
            case TREE -> new Reach(TREE, parameters);
            case SYSTEM -> new Reach("1 = 1", Map.of());
        };
    }
}
