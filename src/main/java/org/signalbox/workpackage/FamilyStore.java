package org.signalbox.workpackage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.signalbox.hal.Reference;
import org.signalbox.store.View;
import org.springframework.stereotype.Component;

/** The SQL of what stands above and below work packages: one query each for a whole page. */
@Component
final class FamilyStore {

    private static final String ANCESTORS =
            """
            with recursive above (work_package_id, id, subject, project_id, parent_id, distance) as (
              select w.id, a.id, a.subject, a.project_id, a.parent_id, 1
                from work_package w join work_package a on a.id = w.parent_id
               where w.id in (:ids)
              union all
              select b.work_package_id, a.id, a.subject, a.project_id, a.parent_id, b.distance + 1
                from above b join work_package a on a.id = b.parent_id
            )
            select work_package_id, id, subject, project_id
              from above order by work_package_id, distance desc
            """;

    private static final String CHILDREN =
            """
            select parent_id, id, subject, project_id
              from work_package where parent_id in (:ids) order by id
            """;

    private static final String TOTALS =
            """
            with recursive below (root_id, id) as (
              select w.id, w.id from work_package w where w.id in (:ids)
              union all
              select b.root_id, w.id from work_package w join below b on w.parent_id = b.id
            )
            select b.root_id,
                   min(case when b.id <> b.root_id then coalesce(w.start_date, w.due_date) end)
                     as start_date,
                   max(case when b.id <> b.root_id then coalesce(w.due_date, w.start_date) end)
                     as due_date,
                   sum(case when not s.excluded_from_totals then w.estimated_seconds end)
                     as estimated_seconds,
                   sum(case when not s.excluded_from_totals then w.remaining_seconds end)
                     as remaining_seconds
              from below b
              join work_package w on w.id = b.id
              join status s on s.id = w.status_id
             group by b.root_id
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

    private static final String RIGHT_BELOW =
            """
            select w.id
              from work_package w
              join work_package p on p.id = w.parent_id
             where p.project_id in (:projects) and w.project_id not in (:projects)
             order by w.id
            """;

    /** One of a family, and the project that it is in. */
    record Member(Reference reference, long projectId) {}

    /** The work package and all below it, by id. */
    List<Long> subtree(View view, long id) {
        return view.sql(SUBTREE).param("id", id).query((rs, _) -> rs.getLong(1)).list();
    }

    /** What is elsewhere right below something in one of these projects. */
    List<Long> rightBelow(View view, Collection<Long> projectIds) {
        return view.sql(RIGHT_BELOW)
                .param("projects", projectIds)
                .query((rs, _) -> rs.getLong(1))
                .list();
    }

    /** What stands above these, the topmost first. */
    Map<Long, List<Member>> ancestors(View view, Collection<Long> ids) {
        return members(view, ANCESTORS, ids);
    }

    /** What stands right below these. */
    Map<Long, List<Member>> children(View view, Collection<Long> ids) {
        return members(view, CHILDREN, ids);
    }

    /** What follows from all below these. */
    Map<Long, Family.Totals> totals(View view, Collection<Long> ids) {
        var totals = new HashMap<Long, Family.Totals>();
        if (!ids.isEmpty()) {
            view.sql(TOTALS)
                    .param("ids", ids)
                    .query((rs, _) -> totals.put(rs.getLong("root_id"), totals(rs)))
                    .list();
        }
        return totals;
    }

    private static Map<Long, List<Member>> members(
            View view, String statement, Collection<Long> ids) {
        var members = new HashMap<Long, List<Member>>();
        if (!ids.isEmpty()) {
            view.sql(statement)
                    .param("ids", ids)
                    .query(rs -> {
                        var one = new Reference(rs.getLong(2), rs.getString(3));
                        members.computeIfAbsent(rs.getLong(1), _ -> new ArrayList<>())
                                .add(new Member(one, rs.getLong(4)));
                    });
        }
        return members;
    }

    private static Family.Totals totals(ResultSet row) throws SQLException {
        return new Family.Totals(
                date(row.getString("start_date")),
                date(row.getString("due_date")),
                duration(row, "estimated_seconds"),
                duration(row, "remaining_seconds"));
    }

    private static @Nullable LocalDate date(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    private static @Nullable Duration duration(ResultSet row, String column) throws SQLException {
        long seconds = row.getLong(column);
        return row.wasNull() ? null : Duration.ofSeconds(seconds);
    }
}
