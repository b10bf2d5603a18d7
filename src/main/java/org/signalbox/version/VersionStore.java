package org.signalbox.version;

import java.sql.ResultSet;
import java.sql.SQLException;
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

/** The SQL of versions. */
@Component
final class VersionStore {

    private static final String SELECT =
            """
            select v.id, v.project_id, p.name as project, v.name, v.description, v.start_date,
                   v.end_date, v.status, v.sharing, v.created_at, v.updated_at
              from version v
              join project p on p.id = v.project_id
            """;

    /** Holds for versions that one of these projects may use. The sub-queries are asked once. */
    private static final String AVAILABLE =
            """
            (v.project_id in (select q.id from project q where {projects})
             or v.sharing = 'system' and exists (select 1 from project q where {projects})
             or v.sharing in ('descendants', 'hierarchy', 'tree') and v.project_id in (
                with recursive above (id, parent_id) as (
                  select q.id, q.parent_id from project q where {projects}
                  union
                  select a.id, a.parent_id from project a join above b on a.id = b.parent_id)
                select id from above)
             or v.sharing in ('hierarchy', 'tree') and v.project_id in (
                with recursive below (id) as (
                  select q.id from project q where {projects}
                  union
                  select c.id from project c join below b on c.parent_id = b.id)
                select id from below)
             or v.sharing = 'tree' and v.project_id in (
                with recursive above (id, parent_id) as (
                  select q.id, q.parent_id from project q where {projects}
                  union
                  select a.id, a.parent_id from project a join above b on a.id = b.parent_id),
                below (id) as (
                  select id from above where parent_id is null
                  union
                  select c.id from project c join below b on c.parent_id = b.id)
                select id from below))\
            """;

    private static final String VISIBLE =
            AVAILABLE.replace("{projects}", Access.projects("q.id", Permission.VIEW_WORK_PACKAGES));

    private static final String AVAILABLE_IN_PROJECT =
            AVAILABLE.replace("{projects}", "q.id = :project");

    /** The same if it were shared otherwise. */
    private static final String AVAILABLE_IF_SHARED =
            AVAILABLE_IN_PROJECT.replace("v.sharing", ":sharing");

    private static final String INSERT =
            """
            insert into version (project_id, name, description, start_date, end_date, status,
                                 sharing, created_at, updated_at)
            values (:project, :name, :description, :start, :end, :status,
                    :sharing, :createdAt, :updatedAt)
            returning id
            """;

    private static final String UPDATE =
            """
            update version
               set name = :name, description = :description, start_date = :start, end_date = :end,
                   status = :status, sharing = :sharing, updated_at = :updatedAt
             where id = :id
            """;

    private static final String USED_ELSEWHERE =
            """
            select distinct w.project_id from work_package w
             where w.version_id = :id and w.project_id <> :project
            """;

    Optional<Version> find(View view, long id) {
        return view.sql(SELECT + " where v.id = :id")
                .param("id", id)
                .query((rs, _) -> version(rs))
                .optional();
    }

    List<Version> all(View view, Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : view.sql(SELECT + " where v.id in (:ids) order by v.id")
                        .param("ids", ids)
                        .query((rs, _) -> version(rs))
                        .list();
    }

    Optional<Version> visible(View view, Actor actor, long id) {
        return view.sql(SELECT + " where v.id = :id and " + VISIBLE)
                .params(actor.params())
                .param("id", id)
                .query((rs, _) -> version(rs))
                .optional();
    }

    /** A page of what the actor may see. */
    Found<Version> list(View view, Actor actor, Selection selection) {
        var where = " where " + VISIBLE + " and " + selection.condition();
        return ListStore.page(
                view,
                selection.with(actor.params()),
                "select count(*) from version v" + where,
                SELECT + where,
                (row, _) -> version(row));
    }

    /** All that this project may use, by id. */
    List<Version> of(View view, long projectId) {
        return view.sql(SELECT + " where " + AVAILABLE_IN_PROJECT + " order by v.id")
                .param("project", projectId)
                .query((rs, _) -> version(rs))
                .list();
    }

    boolean isAvailable(View view, long id, long projectId) {
        return view.sql("select 1 from version v where v.id = :id and " + AVAILABLE_IN_PROJECT)
                .param("id", id)
                .param("project", projectId)
                .query((rs, _) -> rs.getInt(1))
                .optional()
                .isPresent();
    }

    boolean isNameTaken(View view, long projectId, String name, long except) {
        return view.sql(
                        """
                        select 1 from version
                         where project_id = :project and name = :name and id <> :except
                        """)
                .param("project", projectId)
                .param("name", name)
                .param("except", except)
                .query((rs, _) -> rs.getInt(1))
                .optional()
                .isPresent();
    }

    boolean isUsed(View view, long id) {
        return view.sql("select 1 from work_package where version_id = :id limit 1")
                .param("id", id)
                .query((rs, _) -> rs.getInt(1))
                .optional()
                .isPresent();
    }

    /** Whether work is in it of a project that may not use a version that is shared like this. */
    boolean isUsedWhereNotAvailable(View view, Version version) {
        return view
                .sql(USED_ELSEWHERE)
                .param("id", version.id())
                .param("project", version.project().id())
                .query((rs, _) -> rs.getLong(1))
                .list()
                .stream()
                .anyMatch(project -> !wouldBeAvailable(view, version, project));
    }

    private static boolean wouldBeAvailable(View view, Version version, long projectId) {
        return view.sql("select 1 from version v where v.id = :id and " + AVAILABLE_IF_SHARED)
                .param("id", version.id())
                .param("project", projectId)
                .param("sharing", version.sharing().word())
                .query((rs, _) -> rs.getInt(1))
                .optional()
                .isPresent();
    }

    long insert(Tx tx, Version version) {
        return tx.sql(INSERT)
                .params(columns(version))
                .param("project", version.project().id())
                .param("createdAt", Micros.of(version.createdAt()))
                .query((rs, _) -> rs.getLong(1))
                .single();
    }

    void update(Tx tx, Version version) {
        tx.sql(UPDATE).params(columns(version)).param("id", version.id()).update();
    }

    void delete(Tx tx, long id) {
        tx.sql("delete from version where id = :id").param("id", id).update();
    }

    void deleteIn(Tx tx, Collection<Long> projectIds) {
        tx.sql("delete from version where project_id in (:projects)")
                .param("projects", projectIds)
                .update();
    }

    private static Map<String, @Nullable Object> columns(Version version) {
        var columns = new HashMap<String, @Nullable Object>();
        columns.put("name", version.name());
        columns.put("description", version.description());
        columns.put("start", text(version.start()));
        columns.put("end", text(version.end()));
        columns.put("status", version.status().word());
        columns.put("sharing", version.sharing().word());
        columns.put("updatedAt", Micros.of(version.updatedAt()));
        return columns;
    }

    private static Version version(ResultSet row) throws SQLException {
        return new Version(
                row.getLong("id"),
                new Reference(row.getLong("project_id"), row.getString("project")),
                row.getString("name"),
                row.getString("description"),
                date(row.getString("start_date")),
                date(row.getString("end_date")),
                VersionStatus.ofWord(row.getString("status")).orElseThrow(),
                Sharing.ofWord(row.getString("sharing")).orElseThrow(),
                Micros.at(row.getLong("created_at")),
                Micros.at(row.getLong("updated_at")));
    }

    private static @Nullable LocalDate date(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    private static @Nullable String text(@Nullable LocalDate date) {
        return date == null ? null : date.toString();
    }
}
