package org.signalbox.query;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.signalbox.hal.Clause;
import org.signalbox.hal.Reference;
import org.signalbox.hal.Sort;

/**
 * A list of work packages as somebody wants it.
 *
 * @param id 0 while it is not stored
 * @param project the only project, with those below it; null for all
 * @param user whose it is
 * @param isPublic whether everybody finds it who sees the work packages of its project
 * @param groupBy null if there are no groups
 * @param createdAt null while it is not stored
 */
record Query(
        long id,
        String name,
        @Nullable Reference project,
        Reference user,
        boolean isPublic,
        boolean starred,
        boolean sums,
        boolean includeSubprojects,
        List<Clause> filters,
        List<String> columns,
        List<Sort.Key> sortBy,
        @Nullable String groupBy,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt) {

    static final List<String> COLUMNS =
            List.of("id", "subject", "type", "status", "assignee", "priority");
    static final List<Sort.Key> ORDER = List.of(new Sort.Key("id", false));

    private static final List<Clause> OPEN = List.of(new Clause("status", "o", List.of()));

    Query {
        filters = List.copyOf(filters);
        columns = List.copyOf(columns);
        sortBy = List.copyOf(sortBy);
    }

    /** The open work packages, as who has no wishes gets them. */
    static Query plain(Reference user, @Nullable Reference project) {
        return new Query(
                0, "default", project, user, false, false, false, true, OPEN, COLUMNS, ORDER, null,
                null, null);
    }

    /** The same, stored under this id. */
    Query withId(long stored) {
        return new Query(
                stored,
                name,
                project,
                user,
                isPublic,
                starred,
                sums,
                includeSubprojects,
                filters,
                columns,
                sortBy,
                groupBy,
                createdAt,
                updatedAt);
    }

    /** The same with another list. */
    Query showing(
            List<Clause> filtered,
            List<String> shown,
            List<Sort.Key> sorted,
            @Nullable String grouped,
            boolean added,
            boolean withSubprojects) {
        return new Query(
                id,
                name,
                project,
                user,
                isPublic,
                starred,
                added,
                withSubprojects,
                filtered,
                shown,
                sorted,
                grouped,
                createdAt,
                updatedAt);
    }
}
