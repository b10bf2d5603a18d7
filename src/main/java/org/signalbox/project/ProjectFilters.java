package org.signalbox.project;

import static java.util.stream.Collectors.joining;

import java.util.Optional;
import org.signalbox.account.Access;
import org.signalbox.account.Action;
import org.signalbox.hal.Filter;
import org.signalbox.hal.Filters;
import org.signalbox.hal.Terms;

/** Filters of projects that look further than the project itself. */
final class ProjectFilters {

    /** When something happened last in a project or to its work. */
    static final String LATEST_ACTIVITY =
            """
            coalesce((
              select max(x.updated_at) from work_package x
               where x.project_id = p.id and x.updated_at > p.updated_at), p.updated_at)\
            """;

    /** What the files of its work take. */
    static final String DISK_SPACE =
            """
            (select coalesce(sum(f.size), 0)
               from work_package x
               join attachment y on y.work_package_id = x.id
               join content f on f.id = y.content_id
              where x.project_id = p.id)\
            """;

    static final Filter[] FURTHER = {
        Filter.of("latestActivityAt", Filters.time(LATEST_ACTIVITY)),
        Filter.of("favorited", Filters.flag(FavoriteStore.FAVORITE)).or("favored"),
        Filter.of("type", ProjectFilters::type),
        Filter.of("availableProjectAttributes", Filters.nothing()),
        Filter.of("projectPhaseAny", Filters.nothing()),
        Filter.of("storage", Filters.nothing()),
        Filter.of("storageUrl", Filters.nothing()),
        Filter.of("userAction", ProjectFilters::userAction),
        Filter.of("visible", ProjectFilters::visible),
    };

    private ProjectFilters() {}

    /** Every project has all types. */
    private static String type(Terms terms) {
        var known = "exists (select 1 from type t where t.id in (%s))";
        return switch (terms.operator()) {
            case "=" -> known.formatted(terms.bind(terms.ids()));
            case "!" -> "not " + known.formatted(terms.bind(terms.ids()));
            default -> throw terms.unknownOperator();
        };
    }

    /** By what the actor may do in it, as {@code work_packages/create}. */
    private static String userAction(Terms terms) {
        return switch (terms.operator()) {
            case "=" -> "(" + allowed(terms, " or ") + ")";
            case "&=" -> "(" + allowed(terms, " and ") + ")";
            case "!" -> "not (" + allowed(terms, " or ") + ")";
            default -> throw terms.unknownOperator();
        };
    }

    private static String allowed(Terms terms, String joined) {
        if (!terms.hasValues()) {
            throw terms.invalid();
        }
        return terms.values().stream()
                .map(id ->
                        Action.find(id).flatMap(ProjectFilters::where).orElseThrow(terms::invalid))
                .collect(joining(joined));
    }

    /** In which projects the action is allowed; empty if it is done in none. */
    private static Optional<String> where(Action action) {
        var any =
                action.permissions().stream()
                        .filter(permission -> !permission.global())
                        .map(permission -> Access.projects("p.id", permission))
                        .collect(joining(" or "));
        return any.isEmpty() ? Optional.empty() : Optional.of("(" + any + ")");
    }

    /** A list shows what the actor sees, and what others see is their own business. */
    private static String visible(Terms terms) {
        if (!terms.operator().equals("=")) {
            throw terms.unknownOperator();
        }
        boolean onlyMe = terms.people().stream().allMatch(id -> id.equals(terms.me()));
        if (!onlyMe) {
            throw terms.invalid();
        }
        return "1 = 1";
    }
}
