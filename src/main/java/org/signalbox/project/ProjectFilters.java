package org.signalbox.project;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.signalbox.account.Access;
import org.signalbox.account.Permission;
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

    private static final Map<String, Permission> ACTIONS =
            Map.ofEntries(
                    Map.entry("projects/update", Permission.EDIT_PROJECT),
                    Map.entry("projects/create", Permission.ADD_SUBPROJECTS),
                    Map.entry("memberships/read", Permission.VIEW_MEMBERS),
                    Map.entry("memberships/create", Permission.MANAGE_MEMBERS),
                    Map.entry("memberships/update", Permission.MANAGE_MEMBERS),
                    Map.entry("memberships/destroy", Permission.MANAGE_MEMBERS),
                    Map.entry("work_packages/read", Permission.VIEW_WORK_PACKAGES),
                    Map.entry("work_packages/create", Permission.ADD_WORK_PACKAGES),
                    Map.entry("work_packages/update", Permission.EDIT_WORK_PACKAGES),
                    Map.entry("work_packages/destroy", Permission.DELETE_WORK_PACKAGES),
                    Map.entry("time_entries/create", Permission.LOG_OWN_TIME),
                    Map.entry("versions/read", Permission.VIEW_WORK_PACKAGES),
                    Map.entry("versions/create", Permission.MANAGE_VERSIONS),
                    Map.entry("versions/update", Permission.MANAGE_VERSIONS),
                    Map.entry("versions/destroy", Permission.MANAGE_VERSIONS));

    static final Filter[] FURTHER = {
        Filter.of("latestActivityAt", Filters.time(LATEST_ACTIVITY)),
        Filter.of("type", ProjectFilters::type),
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
        List<Permission> permissions =
                terms.values().stream()
                        .map(action -> {
                            var permission = ACTIONS.get(action);
                            if (permission == null) {
                                throw terms.invalid();
                            }
                            return permission;
                        })
                        .toList();
        if (permissions.isEmpty()) {
            throw terms.invalid();
        }
        return permissions.stream()
                .map(permission -> Access.projects("p.id", permission))
                .collect(Collectors.joining(joined));
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
