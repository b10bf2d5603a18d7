package org.signalbox.tasklist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.signalbox.account.Access;
import org.signalbox.account.Actor;
import org.signalbox.account.Permission;
import org.signalbox.hal.Found;
import org.signalbox.hal.ListStore;
import org.signalbox.hal.Reference;
import org.signalbox.hal.Selection;
import org.signalbox.store.Micros;
import org.signalbox.store.Tx;
import org.signalbox.store.View;
import org.springframework.stereotype.Component;

/** The SQL of task lists. Those of a project are numbered from 1 without gaps. */
@Component
final class TaskListStore {

    private static final String SELECT =
            """
            select l.id, l.project_id, p.name as project, l.name, l.position, l.archived,
                   l.created_at, l.updated_at
              from task_list l
              join project p on p.id = l.project_id
            """;

    private static final String INSERT =
            """
            insert into task_list (project_id, name, position, archived, created_at, updated_at)
            values (:project, :name, :position, :archived, :createdAt, :updatedAt)
            returning id
            """;

    private static final String UPDATE =
            """
            update task_list
               set name = :name, position = :position, archived = :archived, updated_at = :updatedAt
             where id = :id
            """;

    private static final String MAKE_ROOM =
            """
            update task_list set position = position + 1
             where project_id = :project and position >= :position
            """;

    private static final String CLOSE_GAP =
            """
            update task_list set position = position - 1
             where project_id = :project and position > :position
            """;

    Optional<TaskList> find(View view, long id) {
        return view.sql(SELECT + " where l.id = :id")
                .param("id", id)
                .query((rs, _) -> taskList(rs))
                .optional();
    }

    /** Everything in these projects, oldest first. */
    List<TaskList> in(View view, Collection<Long> projectIds) {
        return view.sql(SELECT + " where l.project_id in (:projects) order by l.id")
                .param("projects", projectIds)
                .query((rs, _) -> taskList(rs))
                .list();
    }

    long count(View view, long projectId) {
        return view.sql("select count(*) from task_list where project_id = :project")
                .param("project", projectId)
                .query((rs, _) -> rs.getLong(1))
                .single();
    }

    /** A page of what the actor may see. */
    Found<TaskList> list(View view, Actor actor, Selection selection) {
        var where =
                " where %s and %s"
                        .formatted(
                                Access.projects("l.project_id", Permission.VIEW_WORK_PACKAGES),
                                selection.condition());
        return ListStore.page(
                view,
                selection.with(actor.params()),
                "select count(*) from task_list l" + where,
                SELECT + where,
                (row, _) -> taskList(row));
    }

    /** Puts a new list in its place; those from there on stand one further. */
    long insert(Tx tx, TaskList list) {
        makeRoom(tx, list);
        return tx.sql(INSERT)
                .params(columns(list))
                .param("project", list.project().id())
                .param("createdAt", Micros.of(list.createdAt()))
                .query((rs, _) -> rs.getLong(1))
                .single();
    }

    /** Changes a list; those between its old and its new place make way. */
    void update(Tx tx, TaskList before, TaskList after) {
        if (before.position() != after.position()) {
            closeGap(tx, before);
            makeRoom(tx, after);
        }
        tx.sql(UPDATE).params(columns(after)).param("id", after.id()).update();
    }

    void delete(Tx tx, TaskList list) {
        tx.sql("delete from task_list where id = :id").param("id", list.id()).update();
        closeGap(tx, list);
    }

    void deleteIn(Tx tx, Collection<Long> projectIds) {
        tx.sql("delete from task_list where project_id in (:projects)")
                .param("projects", projectIds)
                .update();
    }

    /** Touches the lists of a project, so that of two that sort them one waits for the other. */
    void touch(Tx tx, long projectId) {
        tx.sql("update task_list set position = position where project_id = :project")
                .param("project", projectId)
                .update();
    }

    private static void makeRoom(Tx tx, TaskList list) {
        tx.sql(MAKE_ROOM)
                .param("project", list.project().id())
                .param("position", list.position())
                .update();
    }

    private static void closeGap(Tx tx, TaskList list) {
        tx.sql(CLOSE_GAP)
                .param("project", list.project().id())
                .param("position", list.position())
                .update();
    }

    private static Map<String, @Nullable Object> columns(TaskList list) {
        var columns = new HashMap<String, @Nullable Object>();
        columns.put("name", list.name());
        columns.put("position", list.position());
        columns.put("archived", list.archived());
        columns.put("updatedAt", Micros.of(list.updatedAt()));
        return columns;
    }

    private static TaskList taskList(ResultSet row) throws SQLException {
        return new TaskList(
                row.getLong("id"),
                new Reference(row.getLong("project_id"), row.getString("project")),
                row.getString("name"),
                row.getLong("position"),
                row.getBoolean("archived"),
                Micros.at(row.getLong("created_at")),
                Micros.at(row.getLong("updated_at")));
    }
}
