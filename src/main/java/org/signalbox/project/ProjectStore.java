package org.signalbox.project;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.signalbox.account.Access;
import org.signalbox.account.Actor;
import org.signalbox.account.Permission;
import org.signalbox.hal.Found;
import org.signalbox.hal.Likeness;
import org.signalbox.hal.ListStore;
import org.signalbox.hal.Reference;
import org.signalbox.hal.Selection;
import org.signalbox.hal.Tags;
import org.signalbox.store.Micros;
import org.signalbox.store.Tx;
import org.signalbox.store.View;
import org.springframework.stereotype.Component;

/** The SQL of projects. */
@Component
final class ProjectStore {

    private static final String SELECT =
            """
            select p.id, p.identifier, p.name, p.description, p.public, p.active, p.status,
                   p.status_explanation, p.parent_id, p.client_id, c.name as client, p.code, p.starts_on, p.ends_on,
                   p.budget_seconds, p.billable_by_default, p.color, p.certainty, p.created_at,
                   p.updated_at,
                   (select string_agg(t.tag, '\n' order by t.position)
                      from project_tag t where t.project_id = p.id) as tags
              from project p
              left join client c on c.id = p.client_id
            """;

    private static final String ANCESTORS =
            """
            with recursive above (project_id, id, name, parent_id, distance) as (
              select p.id, a.id, a.name, a.parent_id, 1
                from project p join project a on a.id = p.parent_id
               where p.id in (:ids)
              union all
              select b.project_id, a.id, a.name, a.parent_id, b.distance + 1
                from above b join project a on a.id = b.parent_id
            )
            select project_id, id, name from above order by project_id, distance desc
            """;

    private static final String SUBTREE =
            """
            with recursive below (id) as (
              select id from project where id = :id
              union all
              select p.id from project p join below b on p.parent_id = b.id
            )
            select id from below order by id
            """;

    private static final String INSERT =
            """
            insert into project (identifier, name, description, public, active, status,
                                 status_explanation, parent_id, client_id, code, starts_on,
                                 ends_on, budget_seconds, billable_by_default, color, certainty,
                                 created_at, updated_at)
            values (:identifier, :name, :description, :public, :active, :status,
                    :statusExplanation, :parent, :client, :code, :startsOn,
                    :endsOn, :budget, :billable, :color, :certainty,
                    :createdAt, :updatedAt)
            returning id
            """;

    private static final String UPDATE =
            """
            update project
               set identifier = :identifier, name = :name, description = :description,
                   public = :public, active = :active, status = :status,
                   status_explanation = :statusExplanation, parent_id = :parent,
                   client_id = :client, code = :code, starts_on = :startsOn, ends_on = :endsOn,
                   budget_seconds = :budget, billable_by_default = :billable, color = :color,
                   certainty = :certainty, updated_at = :updatedAt
             where id = :id
            """;

    private static final String ADD_TAG =
            """
            insert into project_tag (project_id, tag, position) values (:project, :tag, :position)
            """;

    Optional<Project> find(View view, long id) {
        return all(view, List.of(id)).stream().findFirst();
    }

    Optional<Long> idOf(View view, String identifier) {
        return view.sql("select id from project where identifier = :identifier")
                .param("identifier", identifier)
                .query((rs, _) -> rs.getLong(1))
                .optional();
    }

    /** At most so many whose name or identifier contains this, by name. */
    List<Project> named(View view, String part, int limit) {
        String wanted =
                part.isBlank()
                        ? ""
                        : """
                         where lower(p.name) like :part escape '\\'
                            or lower(p.identifier) like :part escape '\\'
                        """;
        return withAncestors(
                view,
                view.sql(SELECT + wanted + " order by p.name, p.id limit :limit")
                        .param("part", Likeness.containing(part))
                        .param("limit", limit)
                        .query((rs, _) -> project(rs))
                        .list());
    }

    /** Those of these projects that there are, by id. */
    List<Project> all(View view, Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : withAncestors(
                        view,
                        view.sql(SELECT + " where p.id in (:ids) order by p.id")
                                .param("ids", ids)
                                .query((rs, _) -> project(rs))
                                .list());
    }

    /** The projects of a client, by id. */
    List<Project> of(View view, long clientId) {
        return withAncestors(
                view,
                view.sql(SELECT + " where p.client_id = :client order by p.id")
                        .param("client", clientId)
                        .query((rs, _) -> project(rs))
                        .list());
    }

    /** A page of those in which the actor has one of these permissions. */
    Found<Project> list(View view, Actor actor, Selection selection, List<Permission> permissions) {
        var allowed =
                permissions.stream()
                        .map(permission -> Access.projects("p.id", permission))
                        .collect(Collectors.joining(" or "));
        return list(view, actor, selection, "(" + allowed + ")", Map.of());
    }

    /** A page of those for which {@code only} holds, whoever asks. */
    Found<Project> list(
            View view,
            Actor actor,
            Selection selection,
            String only,
            Map<String, Object> parameters) {
        var where = " where %s and %s".formatted(only, selection.condition());
        return ListStore.page(
                        view,
                        selection.with(actor.params()).with(parameters),
                        "select count(*) from project p" + where,
                        SELECT + where,
                        (row, _) -> project(row))
                .completed(page -> withAncestors(view, page));
    }

    /** The project and all below it, by id. */
    List<Long> subtree(View view, long id) {
        return view.sql(SUBTREE).param("id", id).query((rs, _) -> rs.getLong(1)).list();
    }

    long insert(Tx tx, Project project, @Nullable Long parentId) {
        long id =
                tx.sql(INSERT)
                        .params(columns(project, parentId))
                        .param("createdAt", Micros.of(project.createdAt()))
                        .query((rs, _) -> rs.getLong(1))
                        .single();
        addTags(tx, id, project.planning());
        return id;
    }

    void update(Tx tx, Project project, @Nullable Long parentId) {
        tx.sql(UPDATE).params(columns(project, parentId)).param("id", project.id()).update();
        tx.sql("delete from project_tag where project_id = :id").param("id", project.id()).update();
        addTags(tx, project.id(), project.planning());
    }

    private static void addTags(Tx tx, long id, Planning planning) {
        int position = 0;
        for (String tag : planning.tags()) {
            tx.sql(ADD_TAG)
                    .param("project", id)
                    .param("tag", tag)
                    .param("position", position++)
                    .update();
        }
    }

    /** Deletes these at once, so that parents and children may be among them. */
    void delete(Tx tx, Collection<Long> ids) {
        tx.sql("delete from project where id in (:ids)").param("ids", ids).update();
    }

    private static Map<String, @Nullable Object> columns(Project project, @Nullable Long parentId) {
        var status = project.status();
        var columns = new HashMap<String, @Nullable Object>();
        columns.put("identifier", project.identifier());
        columns.put("name", project.name());
        columns.put("description", project.description());
        columns.put("public", project.isPublic());
        columns.put("active", project.active());
        columns.put("status", status == null ? null : status.code());
        columns.put("statusExplanation", project.statusExplanation());
        columns.put("parent", parentId);
        columns.put("updatedAt", Micros.of(project.updatedAt()));
        var client = project.client();
        columns.put("client", client == null ? null : client.id());
        columns.putAll(columns(project.planning()));
        return columns;
    }

    private static Map<String, @Nullable Object> columns(Planning planning) {
        var budget = planning.timeBudget();
        var columns = new HashMap<String, @Nullable Object>();
        columns.put("code", planning.code());
        columns.put("startsOn", text(planning.startsOn()));
        columns.put("endsOn", text(planning.endsOn()));
        columns.put("budget", budget == null ? null : budget.toSeconds());
        columns.put("billable", planning.billableByDefault());
        columns.put("color", planning.color());
        columns.put("certainty", planning.certainty().name().toLowerCase(Locale.ROOT));
        return columns;
    }

    /** Asks for the ancestors of those that have a parent, of whom they know the id alone. */
    private static List<Project> withAncestors(View view, List<Project> projects) {
        var below =
                projects.stream()
                        .filter(project -> !project.ancestors().isEmpty())
                        .map(Project::id)
                        .toList();
        if (below.isEmpty()) {
            return projects;
        }
        var ancestors = new HashMap<Long, List<Reference>>();
        view.sql(ANCESTORS)
                .param("ids", below)
                .query(rs -> {
                    ancestors
                            .computeIfAbsent(rs.getLong(1), _ -> new ArrayList<>())
                            .add(new Reference(rs.getLong(2), rs.getString(3)));
                });
        return projects.stream()
                .map(project -> project.below(ancestors.getOrDefault(project.id(), List.of())))
                .toList();
    }

    private static Project project(ResultSet row) throws SQLException {
        return new Project(
                row.getLong("id"),
                row.getString("identifier"),
                row.getString("name"),
                row.getString("description"),
                row.getBoolean("public"),
                row.getBoolean("active"),
                ProjectStatus.ofCode(row.getString("status")),
                row.getString("status_explanation"),
                row.getObject("parent_id") == null
                        ? List.of()
                        : List.of(Reference.to(row.getLong("parent_id"))),
                row.getString("client") == null
                        ? null
                        : new Reference(row.getLong("client_id"), row.getString("client")),
                planning(row),
                Micros.at(row.getLong("created_at")),
                Micros.at(row.getLong("updated_at")));
    }

    private static Planning planning(ResultSet row) throws SQLException {
        long budget = row.getLong("budget_seconds");
        boolean budgeted = !row.wasNull();
        return new Planning(
                row.getString("code"),
                date(row.getString("starts_on")),
                date(row.getString("ends_on")),
                budgeted ? Duration.ofSeconds(budget) : null,
                row.getBoolean("billable_by_default"),
                row.getString("color"),
                Tags.inLines(row.getString("tags")),
                Planning.Certainty.valueOf(row.getString("certainty").toUpperCase(Locale.ROOT)));
    }

    private static @Nullable LocalDate date(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    private static @Nullable String text(@Nullable LocalDate date) {
        return date == null ? null : date.toString();
    }
}
