package org.signalbox.timeentry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
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

/** The SQL of time entries. */
@Component
final class TimeEntryStore {

    private static final String SELECT =
            """
            select h.id, h.project_id, p.name as project, h.work_package_id, w.subject as work_package,
                   h.user_id, trim(u.first_name || ' ' || u.last_name) as user_name,
                   h.activity_id, a.name as activity, h.seconds, h.ongoing, h.spent_on,
                   h.comment, h.task, h.created_at, h.updated_at
              from time_entry h
              join project p on p.id = h.project_id
              join users u on u.id = h.user_id
              join activity a on a.id = h.activity_id
              left join work_package w on w.id = h.work_package_id
            """;

    private static final String VISIBLE =
            """
            (%s or h.user_id = :actorId and %s)\
            """
                    .formatted(
                            Access.projects("h.project_id", Permission.VIEW_TIME_ENTRIES),
                            Access.projects("h.project_id", Permission.VIEW_OWN_TIME_ENTRIES));

    private static final String INSERT =
            """
            insert into time_entry (project_id, work_package_id, user_id, activity_id, seconds,
                                    ongoing, spent_on, comment, task, created_at, updated_at)
            values (:project, :workPackage, :user, :activity, :seconds,
                    :ongoing, :spentOn, :comment, :task, :createdAt, :updatedAt)
            returning id
            """;

    private static final String UPDATE =
            """
            update time_entry
               set project_id = :project, work_package_id = :workPackage, user_id = :user,
                   activity_id = :activity, seconds = :seconds, ongoing = :ongoing,
                   spent_on = :spentOn, comment = :comment, task = :task, updated_at = :updatedAt
             where id = :id
            """;

    private static final String BUSY =
            """
            select 1 from time_entry where user_id = :user and ongoing and id <> :except
            """;

    Optional<TimeEntry> find(View view, long id) {
        return view.sql(SELECT + " where h.id = :id")
                .param("id", id)
                .query((rs, _) -> timeEntry(rs))
                .optional();
    }

    /** Whether this person is still at something, other than at this entry. */
    boolean isBusy(View view, long userId, long except) {
        return view.sql(BUSY)
                .param("user", userId)
                .param("except", except)
                .query((rs, _) -> rs.getInt(1))
                .optional()
                .isPresent();
    }

    /** Everything in these projects, oldest first. */
    List<TimeEntry> in(View view, Collection<Long> projectIds) {
        return view.sql(SELECT + " where h.project_id in (:projects) order by h.id")
                .param("projects", projectIds)
                .query((rs, _) -> timeEntry(rs))
                .list();
    }

    /** Everything on these work packages, oldest first. */
    List<TimeEntry> on(View view, Collection<Long> workPackageIds) {
        return view.sql(SELECT + " where h.work_package_id in (:workPackages) order by h.id")
                .param("workPackages", workPackageIds)
                .query((rs, _) -> timeEntry(rs))
                .list();
    }

    /** A page of what the actor may see. */
    Found<TimeEntry> list(View view, Actor actor, Selection selection) {
        var where = " where " + VISIBLE + " and " + selection.condition();
        return ListStore.page(
                view,
                selection.with(actor.params()),
                "select count(*) from time_entry h" + where,
                SELECT + where,
                (row, _) -> timeEntry(row));
    }

    long insert(Tx tx, TimeEntry entry) {
        return tx.sql(INSERT)
                .params(columns(entry))
                .param("createdAt", Micros.of(entry.createdAt()))
                .query((rs, _) -> rs.getLong(1))
                .single();
    }

    void update(Tx tx, TimeEntry entry) {
        tx.sql(UPDATE).params(columns(entry)).param("id", entry.id()).update();
    }

    void delete(Tx tx, long id) {
        tx.sql("delete from time_entry where id = :id").param("id", id).update();
    }

    void deleteIn(Tx tx, Collection<Long> projectIds) {
        tx.sql("delete from time_entry where project_id in (:projects)")
                .param("projects", projectIds)
                .update();
    }

    void deleteOn(Tx tx, Collection<Long> workPackageIds) {
        tx.sql("delete from time_entry where work_package_id in (:workPackages)")
                .param("workPackages", workPackageIds)
                .update();
    }

    private static Map<String, @Nullable Object> columns(TimeEntry entry) {
        var workPackage = entry.workPackage();
        var columns = new HashMap<String, @Nullable Object>();
        columns.put("project", entry.project().id());
        columns.put("workPackage", workPackage == null ? null : workPackage.id());
        columns.put("user", entry.user().id());
        columns.put("activity", entry.activity().id());
        var hours = entry.hours();
        columns.put("seconds", hours == null ? null : hours.toSeconds());
        columns.put("ongoing", entry.ongoing());
        columns.put("spentOn", entry.spentOn().toString());
        columns.put("comment", entry.comment());
        columns.put("task", entry.task());
        columns.put("updatedAt", Micros.of(entry.updatedAt()));
        return columns;
    }

    private static TimeEntry timeEntry(ResultSet row) throws SQLException {
        var subject = row.getString("work_package");
        long seconds = row.getLong("seconds");
        boolean known = !row.wasNull();
        return new TimeEntry(
                row.getLong("id"),
                new Reference(row.getLong("project_id"), row.getString("project")),
                subject == null ? null : new Reference(row.getLong("work_package_id"), subject),
                new Reference(row.getLong("user_id"), row.getString("user_name")),
                new Reference(row.getLong("activity_id"), row.getString("activity")),
                known ? Duration.ofSeconds(seconds) : null,
                row.getBoolean("ongoing"),
                LocalDate.parse(row.getString("spent_on")),
                row.getString("comment"),
                row.getString("task"),
                Micros.at(row.getLong("created_at")),
                Micros.at(row.getLong("updated_at")));
    }
}
