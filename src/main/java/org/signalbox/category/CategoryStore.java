package org.signalbox.category;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.signalbox.hal.Reference;
import org.signalbox.store.Micros;
import org.signalbox.store.Tx;
import org.signalbox.store.View;
import org.springframework.stereotype.Component;

/** The SQL of categories. */
@Component
final class CategoryStore {

    private static final String SELECT =
            """
            select c.id, c.project_id, p.name as project, c.name, c.default_assignee_id,
                   trim(u.first_name || ' ' || u.last_name) as default_assignee,
                   c.created_at, c.updated_at
              from category c
              join project p on p.id = c.project_id
              left join users u on u.id = c.default_assignee_id
            """;

    Optional<Category> find(View view, long id) {
        return all(view, List.of(id)).stream().findFirst();
    }

    List<Category> all(View view, Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : view.sql(SELECT + " where c.id in (:ids) order by c.id")
                        .param("ids", ids)
                        .query((rs, _) -> category(rs))
                        .list();
    }

    /** All of this project, by name. */
    List<Category> of(View view, long projectId) {
        return view.sql(SELECT + " where c.project_id = :project order by c.name")
                .param("project", projectId)
                .query((rs, _) -> category(rs))
                .list();
    }

    Optional<Category> named(View view, long projectId, String name) {
        return view.sql(SELECT + " where c.project_id = :project and c.name = :name")
                .param("project", projectId)
                .param("name", name)
                .query((rs, _) -> category(rs))
                .optional();
    }

    boolean isUsed(View view, long id) {
        return view.sql("select 1 from work_package where category_id = :id limit 1")
                .param("id", id)
                .query((rs, _) -> rs.getInt(1))
                .optional()
                .isPresent();
    }

    long insert(Tx tx, Category category) {
        return tx.sql(
                        """
                        insert into category (project_id, name, default_assignee_id, created_at,
                                              updated_at)
                        values (:project, :name, :assignee, :createdAt, :updatedAt)
                        returning id
                        """)
                .params(columns(category))
                .param("project", category.project().id())
                .param("createdAt", Micros.of(category.createdAt()))
                .query((rs, _) -> rs.getLong(1))
                .single();
    }

    void update(Tx tx, Category category) {
        tx.sql(
                        """
                        update category
                           set name = :name, default_assignee_id = :assignee,
                               updated_at = :updatedAt
                         where id = :id
                        """)
                .params(columns(category))
                .param("id", category.id())
                .update();
    }

    void forgetAssignee(Tx tx, long userId) {
        tx.sql("update category set default_assignee_id = null where default_assignee_id = :user")
                .param("user", userId)
                .update();
    }

    void delete(Tx tx, long id) {
        tx.sql("delete from category where id = :id").param("id", id).update();
    }

    void deleteIn(Tx tx, Collection<Long> projectIds) {
        tx.sql("delete from category where project_id in (:projects)")
                .param("projects", projectIds)
                .update();
    }

    private static Map<String, @Nullable Object> columns(Category category) {
        var assignee = category.defaultAssignee();
        var columns = new HashMap<String, @Nullable Object>();
        columns.put("name", category.name());
        columns.put("assignee", assignee == null ? null : assignee.id());
        columns.put("updatedAt", Micros.of(category.updatedAt()));
        return columns;
    }

    private static Category category(ResultSet row) throws SQLException {
        var assignee = row.getString("default_assignee");
        return new Category(
                row.getLong("id"),
                new Reference(row.getLong("project_id"), row.getString("project")),
                row.getString("name"),
                assignee == null
                        ? null
                        : new Reference(row.getLong("default_assignee_id"), assignee),
                Micros.at(row.getLong("created_at")),
                Micros.at(row.getLong("updated_at")));
    }
}
