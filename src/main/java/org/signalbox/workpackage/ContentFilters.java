package org.signalbox.workpackage;

import org.signalbox.account.Access;
import org.signalbox.account.Permission;
import org.signalbox.hal.Filters;
import org.signalbox.hal.Terms;

/** Filters of work packages by who has to do with them, what they hold, and where they are. */
final class ContentFilters {

    private ContentFilters() {}

    /** Those that one of these people wrote, does or answers for. */
    static String involved(Terms terms) {
        var theirs =
                "(%s or %s or %s)"
                        .formatted(is("w.author_id"), is("w.assignee_id"), is("w.responsible_id"));
        return switch (terms.operator()) {
            case "=" -> theirs.formatted(terms.bind(terms.people()));
            case "!" -> "not " + theirs.formatted(terms.bind(terms.people()));
            default -> throw terms.unknownOperator();
        };
    }

    /** That it is one of some people, whom the actor may know. */
    private static String is(String column) {
        return "(coalesce(%1$s, 0) in (%%1$s) and %2$s)".formatted(column, Access.users(column));
    }

    /** By the words of comments, the internal ones only for who may read them. */
    static String comment(Terms terms) {
        return having(
                terms,
                """
                select 1 from journal j
                 where j.work_package_id = w.id and j.comment <> ''
                   and (not j.internal or {readable}) and\
                """
                        .replace(
                                "{readable}",
                                Access.projects("w.project_id", Permission.VIEW_INTERNAL_COMMENTS)),
                "j.comment");
    }

    /** By the words of a work package itself or of its comments. */
    static String search(Terms terms) {
        var own = Filters.text("w.subject", "w.description", WorkPackageFilters.ID_AS_TEXT);
        return switch (terms.operator()) {
            case "~", "**" -> "(" + own.sql(terms) + " or " + comment(terms) + ")";
            case "!~" -> "(" + own.sql(terms) + " and " + comment(terms) + ")";
            default -> own.sql(terms);
        };
    }

    static String fileName(Terms terms) {
        return having(
                terms,
                "select 1 from attachment f where f.work_package_id = w.id and",
                "f.file_name");
    }

    /** Of a project's list: those of the project itself and of these below it. */
    static String subproject(Terms terms) {
        return switch (terms.operator()) {
            case "=" ->
                    "(w.project_id = :onlyProject or w.project_id in (%s))"
                            .formatted(terms.bind(terms.ids()));
            case "!" -> "w.project_id not in (%s)".formatted(terms.bind(terms.ids()));
            case "*" -> "1 = 1";
            case "!*" -> "w.project_id = :onlyProject";
            default -> throw terms.unknownOperator();
        };
    }

    /** Of a project's list: those of these projects below it. */
    static String onlySubproject(Terms terms) {
        return switch (terms.operator()) {
            case "=" -> "w.project_id in (%s)".formatted(terms.bind(terms.ids()));
            case "!" -> "w.project_id not in (%s)".formatted(terms.bind(terms.ids()));
            case "*" -> "w.project_id <> :onlyProject";
            case "!*" -> "w.project_id = :onlyProject";
            default -> throw terms.unknownOperator();
        };
    }

    /**
     * That there is one of those, whose column says what was asked. It is looked for at each work
     * package, as there may be many more of them than of what the actor sees; asking whether that
     * is true keeps PostgreSQL from reading them all first.
     */
    private static String having(Terms terms, String those, String column) {
        String found = "exists (" + those + " %s) is ";
        var contains = Filters.text(column);
        return switch (terms.operator()) {
            case "~", "**" -> found.formatted(contains.sql(terms)) + "true";
            case "!~" -> found.formatted(contains.sql(terms.as("~"))) + "false";
            default -> throw terms.unknownOperator();
        };
    }
}
