package org.signalbox.project;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.signalbox.account.Access;
import org.signalbox.account.Actor;
import org.signalbox.account.Permission;
import org.signalbox.hal.Found;
import org.signalbox.hal.Reference;
import org.signalbox.hal.Selection;
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
                   p.status_explanation, p.created_at, p.updated_at
              from project p
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
                                 status_explanation, parent_id, created_at, updated_at)
            values (:identifier, :name, :description, :public, :active, :status,
                    :statusExplanation, :parent, :createdAt, :updatedAt)
            returning id
            """;

    private static final String UPDATE =
            """
            update project
               set identifier = :identifier, name = :name, description = :description,
                   public = :public, active = :active, status = :status,
                   status_explanation = :statusExplanation, parent_id = :parent,
                   updated_at = :updatedAt
             where id = :id
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

    /** All of them, by id. */
    List<Project> all(View view) {
        return withAncestors(
                view, view.sql(SELECT + " order by p.id").query((rs, _) -> project(rs)).list());
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

    /** Those in which the actor has one of these permissions. */
    Found<Project> list(View view, Actor actor, Selection selection, List<Permission> permissions) {
        var allowed =
                permissions.stream()
                        .map(permission -> Access.projects("p.id", permission))
                        .collect(Collectors.joining(" or "));
        var where = " where (%s) and %s".formatted(allowed, selection.condition());
        long total =
                view.sql("select count(*) from project p" + where)
                        .params(actor.params())
                        .params(selection.parameters())
                        .query((rs, _) -> rs.getLong(1))
                        .single();
        var page =
                view.sql(SELECT + where + selection.page())
                        .params(actor.params())
                        .params(selection.parameters())
                        .query((rs, _) -> project(rs))
                        .list();
        return new Found<>(total, withAncestors(view, page));
    }

    /** The project and all below it, by id. */
    List<Long> subtree(View view, long id) {
        return view.sql(SUBTREE).param("id", id).query((rs, _) -> rs.getLong(1)).list();
    }

    long insert(Tx tx, Project project, @Nullable Long parentId) {
        return tx.sql(INSERT)
                .params(columns(project, parentId))
                .param("createdAt", Micros.of(project.createdAt()))
                .query((rs, _) -> rs.getLong(1))
                .single();
    }

    void update(Tx tx, Project project, @Nullable Long parentId) {
        tx.sql(UPDATE).params(columns(project, parentId)).param("id", project.id()).update();
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
        return columns;
    }

    private static List<Project> withAncestors(View view, List<Project> projects) {
        if (projects.isEmpty()) {
            return projects;
        }
        var ancestors = new HashMap<Long, List<Reference>>();
        view.sql(ANCESTORS)
                .param("ids", projects.stream().map(Project::id).toList())
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
                List.of(),
                Micros.at(row.getLong("created_at")),
                Micros.at(row.getLong("updated_at")));
    }
}
