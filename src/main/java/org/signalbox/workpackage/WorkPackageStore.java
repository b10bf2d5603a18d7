package org.signalbox.workpackage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
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
import org.signalbox.hal.Reference;
import org.signalbox.hal.Selection;
import org.signalbox.store.Micros;
import org.signalbox.store.Tx;
import org.signalbox.store.View;
import org.springframework.stereotype.Component;

/** The SQL of work packages. */
@Component
final class WorkPackageStore {

    private static final String SELECT =
            """
            select w.id, w.project_id, p.name as project, w.type_id, t.name as type, t.is_milestone,
                   w.status_id, s.name as status, w.priority_id, y.name as priority,
                   w.author_id, trim(a.first_name || ' ' || a.last_name) as author,
                   w.assignee_id, trim(e.first_name || ' ' || e.last_name) as assignee,
                   w.responsible_id, trim(r.first_name || ' ' || r.last_name) as responsible,
                   w.subject, w.description, w.start_date, w.due_date, w.duration_days,
                   w.ignore_non_working_days, w.schedule_manually, w.estimated_seconds,
                   w.remaining_seconds, w.percentage_done, w.lock_version, w.created_at, w.updated_at,
                   (select coalesce(sum(h.seconds), 0) from time_entry h
                     where h.work_package_id = w.id) as spent_seconds
              from work_package w
              join project p on p.id = w.project_id
              join type t on t.id = w.type_id
              join status s on s.id = w.status_id
              join priority y on y.id = w.priority_id
              join users a on a.id = w.author_id
              left join users e on e.id = w.assignee_id
              left join users r on r.id = w.responsible_id
            """;

    private static final String COUNT =
            """
            select count(*)
              from work_package w
              join project p on p.id = w.project_id
              join type t on t.id = w.type_id
              join status s on s.id = w.status_id
              join priority y on y.id = w.priority_id
            """;

    private static final String ANCESTORS =
            """
            with recursive above (work_package_id, id, subject, parent_id, distance) as (
              select w.id, a.id, a.subject, a.parent_id, 1
                from work_package w join work_package a on a.id = w.parent_id
               where w.id in (:ids)
              union all
              select b.work_package_id, a.id, a.subject, a.parent_id, b.distance + 1
                from above b join work_package a on a.id = b.parent_id
            )
            select work_package_id, id, subject from above order by work_package_id, distance desc
            """;

    private static final String SUBTREE =
            """
            with recursive below (id) as (
              select id from work_package where id = :id
              union all
              select w.id from work_package w join below b on w.parent_id = b.id
            )
            select id from below order by id
            """;

    private static final String INSERT =
            """
            insert into work_package (project_id, type_id, status_id, priority_id, parent_id,
                author_id, assignee_id, responsible_id, subject, description, start_date, due_date,
                duration_days, estimated_seconds, remaining_seconds, percentage_done,
                schedule_manually, ignore_non_working_days, lock_version, journal_version,
                created_at, updated_at)
            values (:project, :type, :status, :priority, :parent,
                :author, :assignee, :responsible, :subject, :description, :start, :due,
                :duration, :estimated, :remaining, :percentage,
                :manually, :ignoreNonWorkingDays, 0, 1, :createdAt, :updatedAt)
            returning id
            """;

    private static final String UPDATE =
            """
            update work_package
               set project_id = :project, type_id = :type, status_id = :status,
                   priority_id = :priority, parent_id = :parent, assignee_id = :assignee,
                   responsible_id = :responsible, subject = :subject, description = :description,
                   start_date = :start, due_date = :due, duration_days = :duration,
                   estimated_seconds = :estimated, remaining_seconds = :remaining,
                   percentage_done = :percentage, schedule_manually = :manually,
                   ignore_non_working_days = :ignoreNonWorkingDays,
                   lock_version = lock_version + 1, journal_version = journal_version + 1,
                   updated_at = :updatedAt
             where id = :id and lock_version = :lockVersion
            """;

    private static final String TOUCH =
            """
            update work_package
               set journal_version = journal_version + 1, updated_at = :now
             where id = :id
            """;

    Optional<WorkPackage> find(View view, long id) {
        return all(view, List.of(id)).stream().findFirst();
    }

    /** Those of these work packages that there are, by id. */
    List<WorkPackage> all(View view, Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : withAncestors(
                        view,
                        view.sql(SELECT + " where w.id in (:ids) order by w.id")
                                .param("ids", ids)
                                .query((rs, _) -> workPackage(rs))
                                .list());
    }

    /** Everything in these projects, oldest first. */
    List<WorkPackage> in(View view, Collection<Long> projectIds) {
        return withAncestors(
                view,
                view.sql(SELECT + " where w.project_id in (:projects) order by w.id")
                        .param("projects", projectIds)
                        .query((rs, _) -> workPackage(rs))
                        .list());
    }

    /** A page of what the actor may see, of one project or of all. */
    Found<WorkPackage> list(View view, Actor actor, Selection selection, @Nullable Long projectId) {
        var where =
                " where %s and %s and %s"
                        .formatted(
                                Access.projects("w.project_id", Permission.VIEW_WORK_PACKAGES),
                                projectId == null ? "1 = 1" : "w.project_id = :onlyProject",
                                selection.condition());
        var parameters = new HashMap<String, Object>(actor.params());
        parameters.putAll(selection.parameters());
        if (projectId != null) {
            parameters.put("onlyProject", projectId);
        }
        long total =
                view.sql(COUNT + where).params(parameters).query((rs, _) -> rs.getLong(1)).single();
        var page =
                view.sql(SELECT + where + selection.page())
                        .params(parameters)
                        .query((rs, _) -> workPackage(rs))
                        .list();
        return new Found<>(total, withAncestors(view, page));
    }

    /** The work package and all below it, by id. */
    List<Long> subtree(View view, long id) {
        return view.sql(SUBTREE).param("id", id).query((rs, _) -> rs.getLong(1)).list();
    }

    long insert(Tx tx, WorkPackage workPackage) {
        return tx.sql(INSERT)
                .params(columns(workPackage))
                .param("author", workPackage.author().id())
                .param("createdAt", Micros.of(workPackage.createdAt()))
                .query((rs, _) -> rs.getLong(1))
                .single();
    }

    /** Whether the work package still had the lock version that this one has. */
    boolean update(Tx tx, WorkPackage workPackage) {
        return tx.sql(UPDATE)
                        .params(columns(workPackage))
                        .param("id", workPackage.id())
                        .param("lockVersion", workPackage.lockVersion())
                        .update()
                == 1;
    }

    /** Counts one more thing that happened, without another lock version. */
    void touch(Tx tx, long id, Instant now) {
        tx.sql(TOUCH).param("id", id).param("now", Micros.of(now)).update();
    }

    /** Deletes these at once, so that parents and children may be among them. */
    void delete(Tx tx, Collection<Long> ids) {
        tx.sql("delete from work_package where id in (:ids)").param("ids", ids).update();
    }

    void deleteIn(Tx tx, Collection<Long> projectIds) {
        tx.sql("delete from work_package where project_id in (:projects)")
                .param("projects", projectIds)
                .update();
    }

    private static Map<String, @Nullable Object> columns(WorkPackage workPackage) {
        var schedule = workPackage.schedule();
        var columns = new HashMap<String, @Nullable Object>();
        columns.put("project", workPackage.project().id());
        columns.put("type", workPackage.type().id());
        columns.put("status", workPackage.status().id());
        columns.put("priority", workPackage.priority().id());
        columns.put("parent", id(workPackage.parent()));
        columns.put("assignee", id(workPackage.assignee()));
        columns.put("responsible", id(workPackage.responsible()));
        columns.put("subject", workPackage.subject());
        columns.put("description", workPackage.description());
        columns.put("start", text(schedule.start()));
        columns.put("due", text(schedule.due()));
        columns.put("duration", schedule.duration());
        columns.put("ignoreNonWorkingDays", schedule.ignoreNonWorkingDays());
        columns.put("manually", schedule.manually());
        columns.put("estimated", seconds(workPackage.estimated()));
        columns.put("remaining", seconds(workPackage.remaining()));
        columns.put("percentage", workPackage.percentageDone());
        columns.put("updatedAt", Micros.of(workPackage.updatedAt()));
        return columns;
    }

    private static List<WorkPackage> withAncestors(View view, List<WorkPackage> workPackages) {
        if (workPackages.isEmpty()) {
            return workPackages;
        }
        var ancestors = new HashMap<Long, List<Reference>>();
        view.sql(ANCESTORS)
                .param("ids", workPackages.stream().map(WorkPackage::id).toList())
                .query(rs -> {
                    ancestors
                            .computeIfAbsent(rs.getLong(1), _ -> new ArrayList<>())
                            .add(new Reference(rs.getLong(2), rs.getString(3)));
                });
        return workPackages.stream()
                .map(one -> one.below(ancestors.getOrDefault(one.id(), List.of())))
                .toList();
    }

    private static WorkPackage workPackage(ResultSet row) throws SQLException {
        return new WorkPackage(
                row.getLong("id"),
                reference(row, "project"),
                reference(row, "type"),
                row.getBoolean("is_milestone"),
                reference(row, "status"),
                reference(row, "priority"),
                List.of(),
                reference(row, "author"),
                row.getString("assignee") == null ? null : reference(row, "assignee"),
                row.getString("responsible") == null ? null : reference(row, "responsible"),
                row.getString("subject"),
                row.getString("description"),
                schedule(row),
                duration(number(row, "estimated_seconds")),
                duration(number(row, "remaining_seconds")),
                Duration.ofSeconds(row.getLong("spent_seconds")),
                number(row, "percentage_done"),
                row.getLong("lock_version"),
                Micros.at(row.getLong("created_at")),
                Micros.at(row.getLong("updated_at")));
    }

    private static Schedule schedule(ResultSet row) throws SQLException {
        var days = number(row, "duration_days");
        return new Schedule(
                date(row.getString("start_date")),
                date(row.getString("due_date")),
                days == null ? null : days.intValue(),
                row.getBoolean("ignore_non_working_days"),
                row.getBoolean("schedule_manually"));
    }

    private static Reference reference(ResultSet row, String column) throws SQLException {
        return new Reference(row.getLong(column + "_id"), row.getString(column));
    }

    private static @Nullable Long number(ResultSet row, String column) throws SQLException {
        long number = row.getLong(column);
        return row.wasNull() ? null : number;
    }

    private static @Nullable Duration duration(@Nullable Long seconds) {
        return seconds == null ? null : Duration.ofSeconds(seconds);
    }

    private static @Nullable LocalDate date(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    private static @Nullable Long id(@Nullable Reference reference) {
        return reference == null ? null : reference.id();
    }

    private static @Nullable String text(@Nullable LocalDate date) {
        return date == null ? null : date.toString();
    }

    private static @Nullable Long seconds(@Nullable Duration duration) {
        return duration == null ? null : duration.toSeconds();
    }
}
