package org.signalbox.query;

import static org.signalbox.hal.Types.BOOLEAN;
import static org.signalbox.hal.Types.DATE_TIME;
import static org.signalbox.hal.Types.INTEGER;
import static org.signalbox.hal.Types.STRING;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.signalbox.account.Permission;
import org.signalbox.account.PrincipalHal;
import org.signalbox.account.Rights;
import org.signalbox.hal.Attribute;
import org.signalbox.hal.Choices;
import org.signalbox.hal.Clause;
import org.signalbox.hal.Description;
import org.signalbox.hal.Document;
import org.signalbox.hal.Filter;
import org.signalbox.hal.Filters;
import org.signalbox.hal.Link;
import org.signalbox.hal.Reference;
import org.signalbox.hal.Sort;
import org.signalbox.hal.Type;
import org.signalbox.hal.Types;
import org.signalbox.project.ProjectHal;
import org.signalbox.workpackage.WorkPackageLists;
import tools.jackson.databind.node.JsonNodeFactory;

/** Queries in the API. */
final class QueryHal {

    private static final String PATH = "/api/v3/queries";

    private static final Type<String> COLUMN_LINK =
            Types.link(
                    "QueryColumn",
                    "queries/columns",
                    name -> name,
                    name -> name,
                    WorkPackageLists::title);
    private static final Type<String> GROUP_LINK =
            Types.link(
                    "QueryGroupBy",
                    "queries/group_bys",
                    name -> name,
                    name -> name,
                    WorkPackageLists::title);
    private static final Type<Sort.Key> SORT_LINK =
            Types.link(
                    "QuerySortBy",
                    "queries/sort_bys",
                    QueryParts::key,
                    QueryParts::word,
                    QueryParts::title);
    private static final Type<List<Clause>> FILTERS_TYPE =
            Types.objects(
                    "QueryFilterInstance",
                    "an array of filters, each with links to its filter and its operator",
                    QueryParts::clause,
                    QueryParts::json);

    static final Attribute<Query, String> NAME =
            Attribute.of("name", STRING, Query::name).writable().required().length(1, 255);
    static final Attribute<Query, Boolean> PUBLIC =
            Attribute.of("public", BOOLEAN, Query::isPublic).writable().withDefault();
    static final Attribute<Query, Boolean> STARRED =
            Attribute.of("starred", BOOLEAN, Query::starred).writable().withDefault();
    static final Attribute<Query, Boolean> SUMS =
            Attribute.of("sums", BOOLEAN, Query::sums).writable().withDefault();
    static final Attribute<Query, Boolean> INCLUDE_SUBPROJECTS =
            Attribute.of("includeSubprojects", BOOLEAN, Query::includeSubprojects)
                    .writable()
                    .withDefault();
    static final Attribute<Query, List<Clause>> FILTERS =
            Attribute.of("filters", FILTERS_TYPE, Query::filters)
                    .writable()
                    .withDefault()
                    .from(Choices.at(PATH + "/filter_instance_schemas"));
    static final Attribute<Query, List<String>> COLUMNS =
            Attribute.of("columns", Types.links(COLUMN_LINK), Query::columns)
                    .writable()
                    .withDefault()
                    .from(columns(WorkPackageLists.columns()));
    static final Attribute<Query, List<Sort.Key>> SORT_BY =
            Attribute.of("sortBy", Types.links(SORT_LINK), Query::sortBy)
                    .writable()
                    .withDefault()
                    .from(Choices.of(QueryParts.sorts()));
    static final Attribute<Query, String> GROUP_BY =
            Attribute.of("groupBy", GROUP_LINK, Query::groupBy)
                    .writable()
                    .from(Choices.of(QueryParts.groupings()));
    static final Attribute<Query, Reference> PROJECT =
            Attribute.of("project", ProjectHal.LINK, Query::project)
                    .writableOnCreate()
                    .from(Choices.at(PATH + "/available_projects"));

    static final Description<Query> QUERY =
            Description.<Query>of("Query")
                    .with(Attribute.<Query, Long>of("id", INTEGER, QueryHal::id))
                    .with(NAME, FILTERS, INCLUDE_SUBPROJECTS, SUMS, PUBLIC, STARRED)
                    .with(time("createdAt", true), time("updatedAt", false))
                    .with(PROJECT)
                    .with(Attribute.of("user", PrincipalHal.LINK, Query::user))
                    .with(COLUMNS, SORT_BY, GROUP_BY)
                    .filters(
                            Filter.of("id", Filters.reference("q.id")),
                            Filter.of("project", ProjectHal.optionallyNamed("q.project_id")),
                            Filter.of("name", Filters.text("q.name")),
                            Filter.of("public", Filters.flag("q.is_public")),
                            Filter.of("starred", Filters.flag("q.starred")),
                            Filter.of("createdAt", Filters.time("q.created_at")),
                            Filter.of("updatedAt", Filters.time("q.updated_at")))
                    .sorts(
                            Sort.by("id", "q.id"),
                            Sort.by("name", "q.name"),
                            Sort.by("createdAt", "q.created_at"),
                            Sort.by("updatedAt", "q.updated_at"));

    private QueryHal() {}

    /** A query without its list. */
    static Document of(Query query, Rights rights) {
        var self = address(query);
        var document =
                QUERY.document(query)
                        .put("hidden", false)
                        .put("showHierarchies", false)
                        .put("timelineVisible", false)
                        .put("timelineZoomLevel", "auto")
                        .put("timelineLabels", JsonNodeFactory.instance.objectNode())
                        .put("highlightingMode", "none")
                        .put("timestamps", JsonNodeFactory.instance.arrayNode().add("PT0S"))
                        .link("self", Link.to(self, query.name()))
                        .link("schema", Link.to(PATH + "/schema"))
                        .link("results", Link.to(QueryRuns.address(query)))
                        .links("highlightedAttributes", List.of());
        var project = query.project();
        if (project != null) {
            document.link("project", rights.project(project));
        }
        if (!rights.seesUser(query.user().id())) {
            document.link("user", Link.undisclosed());
        }
        if (query.id() == 0) {
            return document.link("update", Link.action(PATH + "/form", "post"));
        }
        document.link("update", Link.action(self + "/form", "post"));
        if (mayChange(query, rights)) {
            var star = query.starred() ? "unstar" : "star";
            document.link("updateImmediately", Link.action(self, "patch"))
                    .link("delete", Link.action(self, "delete"))
                    .link(star, Link.action(self + "/" + star, "patch"));
        }
        return document;
    }

    /** Everybody changes their own, but what all see only who manages that. */
    static boolean mayChange(Query query, Rights rights) {
        return query.isPublic() ? mayPublish(query, rights) : rights.actor().is(query.user().id());
    }

    /** Whether who asks decides what all see there. */
    static boolean mayPublish(Query query, Rights rights) {
        var project = query.project();
        return project == null
                ? rights.actor().isAdmin()
                : rights.may(Permission.MANAGE_PUBLIC_QUERIES, project.id());
    }

    private static String address(Query query) {
        if (query.id() != 0) {
            return PATH + "/" + query.id();
        }
        var project = query.project();
        return project == null
                ? PATH + "/default"
                : "/api/v3/projects/" + project.id() + "/queries/default";
    }

    private static @Nullable Long id(Query query) {
        return query.id() == 0 ? null : query.id();
    }

    private static Attribute<Query, Instant> time(String name, boolean created) {
        return Attribute.of(
                name, DATE_TIME, query -> created ? query.createdAt() : query.updatedAt());
    }

    private static Choices columns(List<String> names) {
        return Choices.of(names.stream().map(QueryParts::column).toList());
    }
}
