package org.signalbox.workpackage;

import static java.util.stream.Collectors.toMap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.signalbox.account.Actor;
import org.signalbox.account.PrincipalKind;
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

    /**
     * What a row refers to is named by queries of their own rather than by joins: among a dozen
     * joins PostgreSQL looks for the best order, which takes longer than a page of rows.
     */
    private static final String SELECT =
            """
            select w.id, w.project_id,
                   (select p.name from project p where p.id = w.project_id) as project,
                   w.type_id, (select t.name from type t where t.id = w.type_id) as type,
                   (select t.is_milestone from type t where t.id = w.type_id) as is_milestone,
                   w.status_id, (select s.name from status s where s.id = w.status_id) as status,
                   w.priority_id,
                   (select y.name from priority y where y.id = w.priority_id) as priority,
                   w.author_id, {author}, w.assignee_id, {assignee}, w.responsible_id, {responsible},
                   w.version_id, (select v.name from version v where v.id = w.version_id) as version,
                   w.category_id,
                   (select g.name from category g where g.id = w.category_id) as category,
                   w.parent_id, (select 1 from work_package c where c.parent_id = w.id limit 1)
                     is not null as is_parent,
                   w.subject, w.description, w.start_date, w.due_date, w.duration_days,
                   w.ignore_non_working_days, w.schedule_manually, w.estimated_seconds,
                   w.remaining_seconds, w.percentage_done, w.lock_version, w.created_at, w.updated_at,
                   w.task_list_id,
                   (select l.name from task_list l where l.id = w.task_list_id) as task_list,
                   w.task_list_position,
                   (select coalesce(sum(h.seconds), 0) from time_entry h
                     where h.work_package_id = w.id) as spent_seconds
              from work_package w
            """
                    .replace("{author}", principal("author"))
                    .replace("{assignee}", principal("assignee"))
                    .replace("{responsible}", principal("responsible"));

    private static final String INSERT =
            """
            insert into work_package (project_id, type_id, status_id, priority_id, parent_id,
                author_id, assignee_id, responsible_id, version_id, category_id, subject,
                description, start_date, due_date,
                duration_days, estimated_seconds, remaining_seconds, percentage_done,
                schedule_manually, ignore_non_working_days, lock_version, journal_version,
                created_at, updated_at)
            values (:project, :type, :status, :priority, :parent,
                :author, :assignee, :responsible, :version, :category, :subject,
                :description, :start, :due,
                :duration, :estimated, :remaining, :percentage,
                :manually, :ignoreNonWorkingDays, 0, 1, :createdAt, :updatedAt)
            returning id
            """;

    private static final String UPDATE =
            """
            update work_package
               set project_id = :project, type_id = :type, status_id = :status,
                   priority_id = :priority, parent_id = :parent, assignee_id = :assignee,
                   responsible_id = :responsible, version_id = :version, category_id = :category,
                   subject = :subject, description = :description,
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

    private final FamilyStore families;

    WorkPackageStore(FamilyStore families) {
        this.families = families;
    }

    Optional<WorkPackage> find(View view, long id) {
        return all(view, List.of(id)).stream().findFirst();
    }

    /** Those of these work packages that there are, by id. */
    List<WorkPackage> all(View view, Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : withFamilies(
                        view,
                        view.sql(SELECT + " where w.id in (:ids) order by w.id")
                                .param("ids", ids)
                                .query((rs, _) -> row(rs))
                                .list());
    }

    /** Everything in these projects, oldest first. */
    List<WorkPackage> in(View view, Collection<Long> projectIds) {
        return withFamilies(
                view,
                view.sql(SELECT + " where w.project_id in (:projects) order by w.id")
                        .param("projects", projectIds)
                        .query((rs, _) -> row(rs))
                        .list());
    }

    /** A page of what the actor may see, in that place. */
    Found<WorkPackage> list(View view, Actor actor, Selection selection, Place place) {
        var scope = new Scope(actor, selection, place, view.dialect());
        long total =
                view.sql("select count(*) from work_package w" + scope.where())
                        .params(scope.parameters())
                        .query((rs, _) -> rs.getLong(1))
                        .single();
        if (total == 0) {
            return new Found<>(0, List.of());
        }
        var ids =
                view.sql(scope.page(total))
                        .params(scope.parameters())
                        .query((rs, _) -> rs.getLong(1))
                        .list();
        var byId = all(view, ids).stream().collect(toMap(WorkPackage::id, Function.identity()));
        return new Found<>(total, ids.stream().map(byId::get).filter(Objects::nonNull).toList());
    }

    /** The work package and all below it, by id. */
    List<Long> subtree(View view, long id) {
        return families.subtree(view, id);
    }

    /** What is elsewhere in a version that one of these projects defines. */
    List<Long> inVersionsOf(View view, Collection<Long> projectIds) {
        return view.sql(
                        """
                        select w.id
                          from work_package w
                          join version v on v.id = w.version_id
                         where v.project_id in (:projects) and w.project_id not in (:projects)
                         order by w.id
                        """)
                .param("projects", projectIds)
                .query((rs, _) -> rs.getLong(1))
                .list();
    }

    /** What is elsewhere right below something in one of these projects. */
    List<Long> rightBelow(View view, Collection<Long> projectIds) {
        return families.rightBelow(view, projectIds);
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
        columns.put("version", id(workPackage.version()));
        columns.put("category", id(workPackage.category()));
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

    private static String principal(String role) {
        return """
        (select trim(u.first_name || ' ' || u.last_name) from users u
          where u.id = w.{role}_id) as {role},
        (select u.kind from users u where u.id = w.{role}_id) as {role}_kind\
        """
                .replace("{role}", role);
    }

    private List<WorkPackage> withFamilies(View view, List<Row> rows) {
        var ancestors =
                families.ancestors(view, ids(rows.stream().filter(row -> row.parentId() != null)));
        var parents = ids(rows.stream().filter(Row::isParent));
        var children = families.children(view, parents);
        var totals = families.totals(view, parents);
        return rows.stream()
                .map(Row::workPackage)
                .map(one ->
                        one.in(
                                family(
                                        one.project().id(),
                                        ancestors.getOrDefault(one.id(), List.of()),
                                        children.getOrDefault(one.id(), List.of()),
                                        totals.get(one.id()))))
                .toList();
    }

    private static Family family(
            long projectId,
            List<FamilyStore.Member> ancestors,
            List<FamilyStore.Member> children,
            Family.@Nullable Totals totals) {
        var elsewhere =
                Stream.concat(ancestors.stream(), children.stream())
                        .filter(one -> one.projectId() != projectId)
                        .collect(toMap(one -> one.reference().id(), FamilyStore.Member::projectId));
        return new Family(references(ancestors), references(children), totals, elsewhere);
    }

    private static List<Reference> references(List<FamilyStore.Member> members) {
        return members.stream().map(FamilyStore.Member::reference).toList();
    }

    private static List<Long> ids(Stream<Row> rows) {
        return rows.map(row -> row.workPackage().id()).toList();
    }

    /** A work package that does not know its family yet. */
    private record Row(WorkPackage workPackage, @Nullable Long parentId, boolean isParent) {}

    private static Row row(ResultSet row) throws SQLException {
        return new Row(workPackage(row), number(row, "parent_id"), row.getBoolean("is_parent"));
    }

    private static WorkPackage workPackage(ResultSet row) throws SQLException {
        return new WorkPackage(
                row.getLong("id"),
                reference(row, "project"),
                reference(row, "type"),
                row.getBoolean("is_milestone"),
                reference(row, "status"),
                reference(row, "priority"),
                Family.NONE,
                reference(row, "author"),
                principal(row, "assignee"),
                principal(row, "responsible"),
                optional(row, "version"),
                optional(row, "category"),
                row.getString("subject"),
                row.getString("description"),
                schedule(row),
                duration(number(row, "estimated_seconds")),
                duration(number(row, "remaining_seconds")),
                Duration.ofSeconds(row.getLong("spent_seconds")),
                number(row, "percentage_done"),
                row.getString("task_list") == null
                        ? null
                        : new ListPlace(
                                reference(row, "task_list"), row.getLong("task_list_position")),
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

    private static @Nullable Reference optional(ResultSet row, String column) throws SQLException {
        return row.getString(column) == null ? null : reference(row, column);
    }

    private static @Nullable Reference principal(ResultSet row, String column) throws SQLException {
        return PrincipalKind.reference(
                row.getLong(column + "_id"),
                row.getString(column),
                row.getString(column + "_kind"));
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
