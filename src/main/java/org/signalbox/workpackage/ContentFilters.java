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
                select j.work_package_id
                  from journal j
                  join work_package x on x.id = j.work_package_id
                 where %s and (not j.internal or %s)\
                """,
                "j.comment",
                Access.projects("x.project_id", Permission.VIEW_INTERNAL_COMMENTS));
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
                """
                select f.work_package_id from attachment f
                 where f.work_package_id is not null and %s\
                """,
                "f.file_name",
                "");
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

    private static String having(Terms terms, String holders, String column, String more) {
        var contains = Filters.text(column);
        return switch (terms.operator()) {
            case "~", "**" -> "w.id in (" + holders.formatted(contains.sql(terms), more) + ")";
            case "!~" ->
                    "w.id not in (" + holders.formatted(contains.sql(terms.as("~")), more) + ")";
            default -> throw terms.unknownOperator();
        };
    }
}
