package org.signalbox.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
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

/** The table {@code notification}; everybody sees only their own. */
@Component
final class NotificationStore {

    private static final String FROM =
            """
              from notification n
              join work_package w on w.id = n.work_package_id
             where n.recipient_id = :actorId and %s
            """
                    .formatted(Access.projects("w.project_id", Permission.VIEW_WORK_PACKAGES));

    private static final String SELECT =
            """
            select n.id, n.reason, n.work_package_id, w.subject, w.project_id,
                   (select p.name from project p where p.id = w.project_id) as project,
                   n.actor_id, (select trim(u.first_name || ' ' || u.last_name)
                                  from users u where u.id = n.actor_id) as actor,
                   n.journal_id, n.is_read, n.created_at, n.updated_at
            """;

    private static final String INSERT =
            """
            insert into notification (recipient_id, reason, work_package_id, actor_id, journal_id,
                is_read, created_at, updated_at)
            select u.id, :reason, :workPackage, :actor,
                   coalesce(:journal, (select max(j.id) from journal j
                                        where j.work_package_id = :workPackage)),
                   false, :now, :now
              from users u
             where u.id in (:recipients)
             order by u.id
            """;

    private static final String MARK =
            """
            update notification
               set is_read = :read, updated_at = :now
             where is_read <> :read and id in (select n.id %s and {condition})
            """
                    .formatted(FROM);

    Found<Notification> list(View view, Actor actor, Selection selection) {
        String from = FROM + " and " + selection.condition();
        return ListStore.page(
                view,
                selection.with(actor.params()),
                "select count(*)" + from,
                SELECT + from,
                (row, _) -> notification(row));
    }

    /** How many of the selection have what in common. */
    List<Grouping.Group> groups(View view, Actor actor, Selection selection, Grouping by) {
        return view.sql(
                        "select %1$s as id, %2$s as title, count(*) as amount"
                                        .formatted(by.key(), by.title())
                                + FROM
                                + " and "
                                + selection.condition()
                                + " group by %1$s order by %1$s".formatted(by.key()))
                .params(actor.params())
                .params(selection.parameters())
                .query((rs, _) -> group(rs, by))
                .list();
    }

    Optional<Notification> find(View view, Actor actor, long id) {
        return view.sql(SELECT + FROM + " and n.id = :id")
                .params(actor.params())
                .param("id", id)
                .query((rs, _) -> notification(rs))
                .optional();
    }

    /** If no comment is named, it is about what was written down of the work package last. */
    void insert(
            Tx tx,
            Collection<Long> recipients,
            Reason reason,
            long workPackage,
            @Nullable Long actor,
            @Nullable Long journal,
            Instant now) {
        tx.sql(INSERT)
                .param("recipients", recipients)
                .param("reason", reason.word())
                .param("workPackage", workPackage)
                .param("actor", actor, Types.BIGINT)
                .param("journal", journal, Types.BIGINT)
                .param("now", Micros.of(now))
                .update();
    }

    /** Marks those of the selection that the actor sees. */
    void mark(Tx tx, Actor actor, Selection selection, boolean read, Instant now) {
        tx.sql(MARK.replace("{condition}", selection.condition()))
                .params(actor.params())
                .params(selection.parameters())
                .param("read", read)
                .param("now", Micros.of(now))
                .update();
    }

    void deleteOf(Tx tx, long recipient) {
        tx.sql("delete from notification where recipient_id = :recipient")
                .param("recipient", recipient)
                .update();
    }

    private static Grouping.Group group(ResultSet rs, Grouping by) throws SQLException {
        var title = rs.getString("title");
        var project = by == Grouping.PROJECT ? new Reference(rs.getLong("id"), title) : null;
        return new Grouping.Group(title, project, rs.getLong("amount"));
    }

    private static Notification notification(ResultSet rs) throws SQLException {
        long journal = rs.getLong("journal_id");
        Long activity = rs.wasNull() ? null : Long.valueOf(journal);
        String actor = rs.getString("actor");
        return new Notification(
                rs.getLong("id"),
                Reason.ofWord(rs.getString("reason")),
                new Reference(rs.getLong("work_package_id"), rs.getString("subject")),
                new Reference(rs.getLong("project_id"), rs.getString("project")),
                actor == null ? null : new Reference(rs.getLong("actor_id"), actor),
                activity,
                rs.getBoolean("is_read"),
                Micros.at(rs.getLong("created_at")),
                Micros.at(rs.getLong("updated_at")));
    }
}
