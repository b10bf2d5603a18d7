package org.signalbox.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.signalbox.account.Actor;
import org.signalbox.hal.Found;
import org.signalbox.hal.ListStore;
import org.signalbox.hal.Reference;
import org.signalbox.hal.Selection;
import org.signalbox.store.Micros;
import org.signalbox.store.Tx;
import org.signalbox.store.View;
import org.springframework.stereotype.Component;

/** The SQL of comments on projects. */
@Component
final class ProjectCommentStore {

    private static final String SELECT =
            """
            select c.id, c.project_id, p.name as project, c.user_id,
                   trim(u.first_name || ' ' || u.last_name) as user_name,
                   c.text, c.created_at, c.updated_at
              from project_comment c
              join project p on p.id = c.project_id
              join users u on u.id = c.user_id
            """;

    private static final String INSERT =
            """
            insert into project_comment (project_id, user_id, text, created_at, updated_at)
            values (:project, :user, :text, :now, :now)
            returning id
            """;

    Optional<ProjectComment> find(View view, long id) {
        return view.sql(SELECT + " where c.id = :id")
                .param("id", id)
                .query((rs, _) -> comment(rs))
                .optional();
    }

    /** A page of those on a project. */
    Found<ProjectComment> list(View view, Actor actor, long projectId, Selection selection) {
        var where = " where c.project_id = :project and " + selection.condition();
        return ListStore.page(
                view,
                selection.with(actor.params()).with(Map.of("project", projectId)),
                "select count(*) from project_comment c" + where,
                SELECT + where,
                (row, _) -> comment(row));
    }

    long insert(Tx tx, long projectId, long userId, String text, Instant now) {
        return tx.sql(INSERT)
                .param("project", projectId)
                .param("user", userId)
                .param("text", text)
                .param("now", Micros.of(now))
                .query((rs, _) -> rs.getLong(1))
                .single();
    }

    void update(Tx tx, long id, String text, Instant now) {
        tx.sql("update project_comment set text = :text, updated_at = :now where id = :id")
                .param("text", text)
                .param("now", Micros.of(now))
                .param("id", id)
                .update();
    }

    void delete(Tx tx, long id) {
        tx.sql("delete from project_comment where id = :id").param("id", id).update();
    }

    void deleteIn(Tx tx, Collection<Long> projectIds) {
        tx.sql("delete from project_comment where project_id in (:projects)")
                .param("projects", projectIds)
                .update();
    }

    private static ProjectComment comment(ResultSet row) throws SQLException {
        return new ProjectComment(
                row.getLong("id"),
                new Reference(row.getLong("project_id"), row.getString("project")),
                new Reference(row.getLong("user_id"), row.getString("user_name")),
                row.getString("text"),
                Micros.at(row.getLong("created_at")),
                Micros.at(row.getLong("updated_at")));
    }
}
