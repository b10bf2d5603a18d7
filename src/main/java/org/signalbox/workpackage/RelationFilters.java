package org.signalbox.workpackage;

import org.signalbox.account.Access;
import org.signalbox.account.Permission;
import org.signalbox.hal.Filter;
import org.signalbox.hal.Terms;
import org.signalbox.relation.RelationType;

/**
 * Filters of work packages by what they have to do with others, and by who watches them. What the
 * actor may not see finds nothing.
 */
final class RelationFilters {

    /** That the actor sees the parent. */
    static final String PARENT_IS_SEEN =
            "exists (select 1 from work_package x where x.id = w.parent_id and %s)"
                    .formatted(Access.projects("x.project_id", Permission.VIEW_WORK_PACKAGES));

    private RelationFilters() {}

    /**
     * Those that have this relation to one of the given, or to any; reversed, those to which one
     * has it.
     */
    static Filter.Meaning of(RelationType type, boolean reversed) {
        return terms -> found(terms, related(type, reversed ? "to_id" : "from_id", others(terms)));
    }

    static String relates(Terms terms) {
        var others = others(terms);
        return found(
                terms,
                related(RelationType.RELATES, "from_id", others)
                        + " union all "
                        + related(RelationType.RELATES, "to_id", others));
    }

    /** Those that have no relation yet to any of the given, and are none of them. */
    static String relatable(Terms terms) {
        terms.requireOperator("=", "!");
        var given = terms.bind(terms.ids());
        var taken =
                """
                (select x.id from work_package x where x.id in (%1$s) and %2$s
                 union all
                 select r.to_id from relation r join work_package x on x.id = r.from_id
                  where x.id in (%1$s) and %2$s
                 union all
                 select r.from_id from relation r join work_package x on x.id = r.to_id
                  where x.id in (%1$s) and %2$s)\
                """
                        .formatted(
                                given,
                                Access.projects("x.project_id", Permission.VIEW_WORK_PACKAGES));
        return "w.id " + (terms.operator().equals("=") ? "not in " : "in ") + taken;
    }

    /** Which work packages the relation is to be with. */
    private static String others(Terms terms) {
        terms.requireOperator("=", "!", "*", "!*");
        return terms.operator().endsWith("*")
                ? "1 = 1"
                : "x.id in (" + terms.bind(terms.ids()) + ")";
    }

    /** Those that are below one of the given, as far down as the actor sees. */
    static String ancestor(Terms terms) {
        terms.requireOperator("=", "!");
        return found(
                terms,
                """
                with recursive below (id) as (
                  select x.id from work_package x where x.id in (%1$s) and %2$s
                  union
                  select x.id from work_package x join below b on x.parent_id = b.id where %2$s)
                select x.id
                  from below b
                  join work_package x on x.parent_id = b.id\
                """
                        .formatted(
                                terms.bind(terms.ids()),
                                Access.projects("x.project_id", Permission.VIEW_WORK_PACKAGES)));
    }

    /** Those that are the parent of one of the given. */
    static String children(Terms terms) {
        terms.requireOperator("=", "!");
        return found(
                terms,
                """
                select x.parent_id from work_package x
                 where x.parent_id is not null and x.id in (%s) and %s\
                """
                        .formatted(
                                terms.bind(terms.ids()),
                                Access.projects("x.project_id", Permission.VIEW_WORK_PACKAGES)));
    }

    /** Those that one of the given watches, as far as the actor may know that. */
    static String watcher(Terms terms) {
        terms.requireOperator("=", "!");
        return found(
                terms,
                """
                select o.work_package_id
                  from watcher o
                  join work_package x on x.id = o.work_package_id
                 where o.user_id in (%s) and (o.user_id = :actorId or %s and %s)\
                """
                        .formatted(
                                terms.bind(terms.people()),
                                Access.users("o.user_id"),
                                Access.projects(
                                        "x.project_id", Permission.VIEW_WORK_PACKAGE_WATCHERS)));
    }

    private static String related(RelationType type, String mine, String others) {
        return """
        select r.%s
          from relation r
          join work_package x on x.id = r.%s
         where r.type = '%s' and %s and %s\
        """
                .formatted(
                        mine,
                        mine.equals("from_id") ? "to_id" : "from_id",
                        type.word(),
                        others,
                        Access.projects("x.project_id", Permission.VIEW_WORK_PACKAGES));
    }

    private static String found(Terms terms, String ids) {
        return "w.id " + (terms.operator().startsWith("!") ? "not in" : "in") + " (" + ids + ")";
    }
}
