package org.signalbox.query;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.signalbox.hal.Clause;
import org.signalbox.hal.Listing;
import org.signalbox.hal.Refusal;
import org.signalbox.hal.Sort;
import org.signalbox.workpackage.WorkPackageLists;

/** Queries as the lists that they stand for. */
final class QueryRuns {

    private QueryRuns() {}

    /** The query with what a request wants otherwise. */
    static Query asked(Query query, Listing listing) {
        WorkPackageLists.refuseOtherTimes(listing);
        return query.showing(
                filters(query, listing),
                columns(query, listing),
                order(query, listing),
                grouping(query, listing),
                flag(listing, "showSums", query.sums()),
                flag(listing, "includeSubprojects", query.includeSubprojects()));
    }

    /** The page of its list that a request wants. */
    static Listing listing(Query query, Listing asked) {
        return listing(query, asked.offset(), asked.pageSize(), asked.now());
    }

    /** Where its list is. */
    static String address(Query query) {
        return listing(query, 1, 0, Instant.EPOCH).address();
    }

    /** What is wrong with what it says of its list; empty if nothing is. */
    static String wrong(Query query, Instant now) {
        try {
            WorkPackageLists.check(listing(query, 1, 0, now), query.user().id());
            return "";
        } catch (Refusal.BadQuery refusal) {
            return refusal.words();
        } catch (Refusal.Several refusals) {
            return refusals.parts().stream().map(Refusal::words).collect(Collectors.joining(" "));
        }
    }

    private static Listing listing(Query query, int offset, int pageSize, Instant now) {
        return new Listing(
                path(query),
                parameters(query),
                offset,
                pageSize,
                query.filters(),
                query.sortBy(),
                null,
                now);
    }

    private static List<Clause> filters(Query query, Listing listing) {
        var clauses = listing.clauses();
        if (clauses == null) {
            return query.filters();
        }
        return clauses.stream()
                .map(clause ->
                        new Clause(
                                WorkPackageLists.filter(clause.name()).orElse(clause.name()),
                                clause.operator(),
                                clause.values()))
                .toList();
    }

    private static List<String> columns(Query query, Listing listing) {
        var wanted = listing.words("columns");
        if (wanted == null || wanted.isEmpty()) {
            return query.columns();
        }
        return wanted.stream()
                .map(name ->
                        WorkPackageLists.column(name)
                                .orElseThrow(() ->
                                        new Refusal.BadQuery(
                                                "Columns %s does not exist.".formatted(name))))
                .distinct()
                .toList();
    }

    private static List<Sort.Key> order(Query query, Listing listing) {
        var order = listing.order();
        if (order == null) {
            return query.sortBy();
        }
        return order.stream()
                .map(key ->
                        new Sort.Key(
                                WorkPackageLists.sort(key.name()).orElse(key.name()),
                                key.descending()))
                .toList();
    }

    /** None if the request says so by a blank. */
    private static @Nullable String grouping(Query query, Listing listing) {
        var wanted = listing.parameters().get("groupBy");
        if (wanted == null) {
            return query.groupBy();
        }
        return wanted.isBlank() ? null : WorkPackageLists.grouping(wanted).orElse(wanted);
    }

    private static boolean flag(Listing listing, String name, boolean otherwise) {
        var said = listing.parameters().get(name);
        return said == null ? otherwise : "true".equalsIgnoreCase(said);
    }

    private static String path(Query query) {
        var project = query.project();
        return project == null
                ? "/api/v3/work_packages"
                : "/api/v3/projects/" + project.id() + "/work_packages";
    }

    private static SortedMap<String, String> parameters(Query query) {
        var parameters = new TreeMap<String, String>();
        parameters.put("filters", QueryText.filters(query.filters()));
        parameters.put("includeSubprojects", String.valueOf(query.includeSubprojects()));
        parameters.put("showSums", String.valueOf(query.sums()));
        parameters.put("sortBy", QueryText.order(query.sortBy()));
        var groupBy = query.groupBy();
        if (groupBy != null) {
            parameters.put("groupBy", groupBy);
        }
        return parameters;
    }
}
