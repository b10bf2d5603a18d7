package org.signalbox.query;

import static org.signalbox.query.QueryHal.COLUMNS;
import static org.signalbox.query.QueryHal.FILTERS;
import static org.signalbox.query.QueryHal.GROUP_BY;
import static org.signalbox.query.QueryHal.INCLUDE_SUBPROJECTS;
import static org.signalbox.query.QueryHal.NAME;
import static org.signalbox.query.QueryHal.PROJECT;
import static org.signalbox.query.QueryHal.PUBLIC;
import static org.signalbox.query.QueryHal.QUERY;
import static org.signalbox.query.QueryHal.SORT_BY;
import static org.signalbox.query.QueryHal.STARRED;
import static org.signalbox.query.QueryHal.SUMS;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.signalbox.account.Access;
import org.signalbox.account.Actor;
import org.signalbox.account.Permission;
import org.signalbox.account.Rights;
import org.signalbox.account.Seen;
import org.signalbox.hal.Document;
import org.signalbox.hal.Form;
import org.signalbox.hal.Found;
import org.signalbox.hal.Input;
import org.signalbox.hal.Listing;
import org.signalbox.hal.Reference;
import org.signalbox.hal.Refusal;
import org.signalbox.hal.Sort;
import org.signalbox.project.Project;
import org.signalbox.project.Projects;
import org.signalbox.store.Database;
import org.signalbox.store.View;
import org.signalbox.workpackage.WorkPackageLists;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/**
 * What can be done with queries. One's own are for oneself until they are public; to make one
 * public, and to change it then, takes a permission in its project, or an administrator.
 */
@Component
final class Queries {

    private static final String PATH = "/api/v3/queries";
    private static final int FILTERS_MAX = 100;

    private final Database database;
    private final QueryStore store;
    private final Projects projects;
    private final Access access;
    private final InstantSource time;

    Queries(
            Database database,
            QueryStore store,
            Projects projects,
            Access access,
            InstantSource time) {
        this.database = database;
        this.store = store;
        this.projects = projects;
        this.access = access;
        this.time = time;
    }

    /**
     * The query of who has stored none.
     *
     * @param projectKey the project it is about; null for all
     */
    Seen<Query> plain(Actor actor, @Nullable String projectKey) {
        return database.read(view -> {
            if (projectKey == null) {
                requireSight(view, actor);
                return seen(view, actor, Query.plain(reference(actor), null));
            }
            var project = projects.visible(view, actor, projectKey);
            access.require(view, actor, Permission.VIEW_WORK_PACKAGES, project.id());
            return seen(view, actor, Query.plain(reference(actor), project.reference()));
        });
    }

    Seen<Found<Query>> list(Actor actor, Listing listing) {
        var selection = QUERY.select(listing, actor.user().id());
        return database.read(view -> {
            requireSight(view, actor);
            var found = store.list(view, actor, selection);
            return new Seen<>(found, rights(view, actor, found.elements()));
        });
    }

    /** Queries are for who sees work packages somewhere, or looks after those of others. */
    private void requireSight(View view, Actor actor) {
        access.requireSomewhere(
                view, actor, Permission.VIEW_WORK_PACKAGES, Permission.MANAGE_PUBLIC_QUERIES);
    }

    Seen<Query> show(Actor actor, long id) {
        return database.read(view -> seen(view, actor, visible(view, actor, id)));
    }

    Seen<Query> create(Actor actor, ObjectNode body) {
        actor.requireSignedIn();
        var input = QUERY.creation(body);
        return database.write(tx -> {
            var query = created(tx, actor, input);
            input.check();
            long id = store.insert(tx, query, time.instant());
            return seen(tx, actor, visible(tx, actor, id));
        });
    }

    Document creationForm(Actor actor, ObjectNode body) {
        actor.requireSignedIn();
        var input = QUERY.creation(body);
        return database.read(view ->
                Form.creation(QUERY, input, () -> created(view, actor, input))
                        .showing(query -> shown(view, actor, query))
                        .document(PATH));
    }

    Seen<Query> change(Actor actor, long id, ObjectNode body) {
        return database.write(tx -> {
            var before = changeable(tx, actor, id);
            var input = QUERY.change(body, before);
            var after = written(tx, actor, input, before, before.project());
            input.check();
            store.update(tx, after, time.instant());
            return seen(tx, actor, visible(tx, actor, id));
        });
    }

    Document changeForm(Actor actor, long id, ObjectNode body) {
        return database.read(view -> {
            var before = changeable(view, actor, id);
            var input = QUERY.change(body, before);
            return Form.change(
                            QUERY,
                            before,
                            input,
                            () -> written(view, actor, input, before, before.project()))
                    .showing(query -> shown(view, actor, query))
                    .document(PATH + "/" + id);
        });
    }

    /** Puts it among those that stand out, or takes it from them. */
    Seen<Query> star(Actor actor, long id, boolean starred) {
        return database.write(tx -> {
            changeable(tx, actor, id);
            store.star(tx, id, starred);
            return seen(tx, actor, visible(tx, actor, id));
        });
    }

    void delete(Actor actor, long id) {
        database.run(tx -> {
            changeable(tx, actor, id);
            store.delete(tx, id);
        });
    }

    /** What can be said of a query, for who may see the work packages of that project. */
    Document schema(Actor actor, @Nullable String projectKey) {
        if (projectKey == null) {
            return QUERY.schema(PATH + "/schema", null);
        }
        long project = requireProject(actor, projectKey);
        return QUERY.schema("/api/v3/projects/" + project + "/queries/schema", null);
    }

    /**
     * The id of a project whose work packages the actor sees.
     *
     * @throws Refusal if there is none
     */
    long requireProject(Actor actor, String key) {
        return database.read(view -> {
            var project = projects.visible(view, actor, key);
            access.require(view, actor, Permission.VIEW_WORK_PACKAGES, project.id());
            return project.id();
        });
    }

    /** The projects that a query can be about. */
    Seen<Found<Project>> availableProjects(Actor actor, Listing listing) {
        return projects.available(actor, listing, Permission.VIEW_WORK_PACKAGES);
    }

    private Query visible(View view, Actor actor, long id) {
        return store.visible(view, actor, id).orElseThrow(Refusal.NotFound::new);
    }

    private Query changeable(View view, Actor actor, long id) {
        var query = visible(view, actor, id);
        if (!QueryHal.mayChange(query, rights(view, actor, List.of(query)))) {
            throw new Refusal.Forbidden();
        }
        return query;
    }

    private Query created(View view, Actor actor, Input input) {
        var wanted = input.get(PROJECT);
        var project =
                wanted == null
                        ? null
                        : projects.find(view, wanted.id())
                                .filter(found -> sees(view, actor, found))
                                .map(Project::reference)
                                .orElse(null);
        if (wanted != null && project == null) {
            input.problems().add(PROJECT, "is invalid");
        }
        return written(view, actor, input, Query.plain(reference(actor), project), project);
    }

    private boolean sees(View view, Actor actor, Project project) {
        return access.may(view, actor, Permission.VIEW_WORK_PACKAGES, project.id());
    }

    /** The query as it would be after the write; what is wrong is added to the input. */
    private Query written(
            View view, Actor actor, Input input, Query before, @Nullable Reference project) {
        var written =
                new Query(
                        before.id(),
                        input.or(NAME, before.name()).strip(),
                        project,
                        before.user(),
                        input.or(PUBLIC, before.isPublic()),
                        input.or(STARRED, before.starred()),
                        input.or(SUMS, before.sums()),
                        input.or(INCLUDE_SUBPROJECTS, before.includeSubprojects()),
                        input.or(FILTERS, before.filters()),
                        columns(input, before),
                        order(input, before),
                        grouping(input, before),
                        before.createdAt(),
                        before.updatedAt());
        if (written.isPublic() && !before.isPublic()) {
            requirePublisher(view, actor, written);
        }
        checkFilters(written, input);
        return written;
    }

    private void requirePublisher(View view, Actor actor, Query query) {
        if (!QueryHal.mayPublish(query, rights(view, actor, List.of(query)))) {
            throw new Refusal.Forbidden("You are not allowed to make this query public.");
        }
    }

    private void checkFilters(Query query, Input input) {
        if (query.filters().size() > FILTERS_MAX) {
            input.problems().add(FILTERS, "must not be more than " + FILTERS_MAX);
            return;
        }
        var wrong = QueryRuns.wrong(query, time.instant());
        if (!wrong.isEmpty()) {
            input.problems().add(new Refusal.Invalid(FILTERS.name(), wrong));
        }
    }

    private static List<String> columns(Input input, Query before) {
        var columns = new LinkedHashSet<String>();
        for (String name : input.or(COLUMNS, before.columns())) {
            WorkPackageLists.column(name)
                    .ifPresentOrElse(columns::add, () -> unknown(input, COLUMNS.name(), name));
        }
        return columns.isEmpty() ? Query.COLUMNS : List.copyOf(columns);
    }

    private static List<Sort.Key> order(Input input, Query before) {
        var order = new ArrayList<Sort.Key>();
        for (Sort.Key key : input.or(SORT_BY, before.sortBy())) {
            WorkPackageLists.sort(key.name())
                    .ifPresentOrElse(
                            name -> order.add(new Sort.Key(name, key.descending())),
                            () -> unknown(input, SORT_BY.name(), key.name()));
        }
        return order.isEmpty() ? Query.ORDER : order;
    }

    private static @Nullable String grouping(Input input, Query before) {
        var wanted = input.get(GROUP_BY, before.groupBy());
        if (wanted == null) {
            return null;
        }
        var known = WorkPackageLists.grouping(wanted);
        if (known.isEmpty()) {
            unknown(input, GROUP_BY.name(), wanted);
        }
        return known.orElse(null);
    }

    private static void unknown(Input input, String attribute, String name) {
        var title = QUERY.title(attribute).orElse(attribute);
        input.problems()
                .add(
                        new Refusal.Invalid(
                                attribute, "%s %s does not exist.".formatted(title, name)));
    }

    private Document shown(View view, Actor actor, Query query) {
        return QueryHal.of(query, rights(view, actor, List.of(query)));
    }

    private Seen<Query> seen(View view, Actor actor, Query query) {
        return new Seen<>(query, rights(view, actor, List.of(query)));
    }

    private Rights rights(View view, Actor actor, Collection<Query> queries) {
        var projectIds = new HashSet<Long>();
        var people = new HashSet<Long>();
        for (Query query : queries) {
            var project = query.project();
            if (project != null) {
                projectIds.add(project.id());
            }
            people.add(query.user().id());
        }
        return access.rights(view, actor, projectIds, people);
    }

    private static Reference reference(Actor actor) {
        return new Reference(actor.user().id(), actor.user().name());
    }
}
