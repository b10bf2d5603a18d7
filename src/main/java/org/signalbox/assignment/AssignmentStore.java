package org.signalbox.assignment;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
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

/** The SQL of assignments. */
@Component
final class AssignmentStore {

    private static final String SELECT =
            """
            select b.id, b.user_id, trim(u.first_name || ' ' || u.last_name) as user_name,
                   b.project_id, p.name as project, b.first_day, b.last_day, b.mode, b.amount,
                   b.all_day, b.note, b.lock_version, b.created_at, b.updated_at
              from assignment b
              join users u on u.id = b.user_id
              join project p on p.id = b.project_id
            """;

    private static final String INSERT =
            """
            insert into assignment (user_id, project_id, first_day, last_day, mode, amount,
                                    all_day, note, lock_version, created_at, updated_at)
            values (:user, :project, :from, :to, :mode, :amount,
                    :allDay, :note, 0, :createdAt, :updatedAt)
            returning id
            """;

    private static final String UPDATE =
            """
            update assignment
               set user_id = :user, project_id = :project, first_day = :from, last_day = :to,
                   mode = :mode, amount = :amount, all_day = :allDay, note = :note,
                   lock_version = lock_version + 1, updated_at = :updatedAt
             where id = :id and lock_version = :lockVersion
            """;

    Optional<Assignment> find(View view, long id) {
        return view.sql(SELECT + " where b.id = :id")
                .param("id", id)
                .query((rs, _) -> assignment(rs))
                .optional();
    }

    /** Everything in these projects, oldest first. */
    List<Assignment> in(View view, Collection<Long> projectIds) {
        return view.sql(SELECT + " where b.project_id in (:projects) order by b.id")
                .param("projects", projectIds)
                .query((rs, _) -> assignment(rs))
                .list();
    }

    /** Everything of a person, oldest first. */
    List<Assignment> of(View view, long userId) {
        return view.sql(SELECT + " where b.user_id = :user order by b.id")
                .param("user", userId)
                .query((rs, _) -> assignment(rs))
                .list();
    }

    /** A page of what the actor may see. */
    Found<Assignment> list(View view, Actor actor, Selection selection) {
        var where =
                " where %s and %s"
                        .formatted(
                                Access.projects("b.project_id", Permission.VIEW_ASSIGNMENTS),
                                selection.condition());
        return ListStore.page(
                view,
                selection.with(actor.params()),
                "select count(*) from assignment b" + where,
                SELECT + where,
                (row, _) -> assignment(row));
    }

    long insert(Tx tx, Assignment assignment) {
        return tx.sql(INSERT)
                .params(columns(assignment))
                .param("createdAt", Micros.of(assignment.createdAt()))
                .query((rs, _) -> rs.getLong(1))
                .single();
    }

    /** Whether it was still in the state that the change started from. */
    boolean update(Tx tx, Assignment assignment) {
        return tx.sql(UPDATE)
                        .params(columns(assignment))
                        .param("id", assignment.id())
                        .param("lockVersion", assignment.lockVersion())
                        .update()
                == 1;
    }

    void delete(Tx tx, long id) {
        tx.sql("delete from assignment where id = :id").param("id", id).update();
    }

    void deleteIn(Tx tx, Collection<Long> projectIds) {
        tx.sql("delete from assignment where project_id in (:projects)")
                .param("projects", projectIds)
                .update();
    }

    void deleteOf(Tx tx, long userId) {
        tx.sql("delete from assignment where user_id = :user").param("user", userId).update();
    }

    private static Map<String, @Nullable Object> columns(Assignment assignment) {
        var columns = new HashMap<String, @Nullable Object>();
        columns.put("user", assignment.user().id());
        columns.put("project", assignment.project().id());
        columns.put("from", assignment.from().toString());
        columns.put("to", assignment.to().toString());
        columns.put("mode", assignment.mode().name().toLowerCase(Locale.ROOT));
        columns.put("amount", assignment.amount().toPlainString());
        columns.put("allDay", assignment.allDay());
        columns.put("note", assignment.note());
        columns.put("updatedAt", Micros.of(assignment.updatedAt()));
        return columns;
    }

    private static Assignment assignment(ResultSet row) throws SQLException {
        return new Assignment(
                row.getLong("id"),
                new Reference(row.getLong("user_id"), row.getString("user_name")),
                new Reference(row.getLong("project_id"), row.getString("project")),
                LocalDate.parse(row.getString("first_day")),
                LocalDate.parse(row.getString("last_day")),
                Assignment.Mode.valueOf(row.getString("mode").toUpperCase(Locale.ROOT)),
                new BigDecimal(row.getString("amount")),
                row.getBoolean("all_day"),
                row.getString("note"),
                row.getLong("lock_version"),
                Micros.at(row.getLong("created_at")),
                Micros.at(row.getLong("updated_at")));
    }
}
