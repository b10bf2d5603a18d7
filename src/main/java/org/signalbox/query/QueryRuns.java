package org.signalbox.query;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.signalbox.hal.Clause;
import org.signalbox.hal.Listing;
import org.signalbox.hal.Refusal;
import org.signalbox.workpackage.WorkPackageLists;

/** Queries as the lists that they stand for. */
final class QueryRuns {

    private QueryRuns() {}

    /** The query with what a request wants otherwise. */
    static Query asked(Query query, Listing listing) {
        var clauses = listing.clauses();
        var order = listing.order();
        var sums = listing.parameters().get("showSums");
        var grouped = listing.parameters().get("groupBy");
        return query.showing(
                clauses == null ? query.filters() : known(clauses),
                order == null ? query.sortBy() : order,
                grouped == null || grouped.isBlank()
                        ? query.groupBy()
                        : WorkPackageLists.grouping(grouped).orElse(grouped),
                sums == null ? query.sums() : "true".equalsIgnoreCase(sums));
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

    private static List<Clause> known(List<Clause> clauses) {
        var known = new ArrayList<Clause>();
        for (Clause clause : clauses) {
            var name = WorkPackageLists.filter(clause.name()).orElse(clause.name());
            known.add(new Clause(name, clause.operator(), clause.values()));
        }
        return known;
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
