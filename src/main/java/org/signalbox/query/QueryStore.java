package org.signalbox.query;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
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

/**
 * The table {@code saved_query}. Everybody finds their own and public ones, where they may look.
 */
@Component
final class QueryStore {

    private static final String SELECT =
            """
            select q.id, q.name, q.project_id, p.name as project, q.user_id,
                   trim(u.first_name || ' ' || u.last_name) as owner, q.is_public, q.starred,
                   q.sums, q.include_subprojects, q.filters, q.shown_columns, q.sort_by,
                   q.group_by, q.created_at, q.updated_at
              from saved_query q
              join users u on u.id = q.user_id
              left join project p on p.id = q.project_id
            """;

    private static final String VISIBLE =
            " where (q.user_id = :actorId or q.is_public) and (q.project_id is null or %s)"
                    .formatted(Access.projects("q.project_id", Permission.VIEW_WORK_PACKAGES));

    private static final String INSERT =
            """
            insert into saved_query (user_id, project_id, name, is_public, starred, sums,
                include_subprojects, filters, shown_columns, sort_by, group_by,
                created_at, updated_at)
            values (:user, :project, :name, :public, :starred, :sums,
                :includeSubprojects, :filters, :columns, :sortBy, :groupBy,
                :createdAt, :updatedAt)
            returning id
            """;

    private static final String UPDATE =
            """
            update saved_query
               set name = :name, is_public = :public, starred = :starred, sums = :sums,
                   include_subprojects = :includeSubprojects, filters = :filters,
                   shown_columns = :columns, sort_by = :sortBy, group_by = :groupBy,
                   updated_at = :updatedAt
             where id = :id
            """;

    Found<Query> list(View view, Actor actor, Selection selection) {
        var where = VISIBLE + " and " + selection.condition();
        return ListStore.page(
                view,
                selection.with(actor.params()),
                "select count(*) from saved_query q" + where,
                SELECT + where,
                (row, _) -> query(row));
    }

    Optional<Query> visible(View view, Actor actor, long id) {
        return view.sql(SELECT + VISIBLE + " and q.id = :id")
                .params(actor.params())
                .param("id", id)
                .query((rs, _) -> query(rs))
                .optional();
    }

    long insert(Tx tx, Query query, Instant now) {
        var project = query.project();
        return tx.sql(INSERT)
                .params(columns(query, now))
                .param("user", query.user().id())
                .param("project", project == null ? null : project.id())
                .param("createdAt", Micros.of(now))
                .query((rs, _) -> rs.getLong(1))
                .single();
    }

    void update(Tx tx, Query query, Instant now) {
        tx.sql(UPDATE).params(columns(query, now)).param("id", query.id()).update();
    }

    void star(Tx tx, long id, boolean starred) {
        tx.sql("update saved_query set starred = :starred where id = :id")
                .param("starred", starred)
                .param("id", id)
                .update();
    }

    void delete(Tx tx, long id) {
        tx.sql("delete from saved_query where id = :id").param("id", id).update();
    }

    private static Map<String, @Nullable Object> columns(Query query, Instant now) {
        var columns = new HashMap<String, @Nullable Object>();
        columns.put("name", query.name());
        columns.put("public", query.isPublic());
        columns.put("starred", query.starred());
        columns.put("sums", query.sums());
        columns.put("includeSubprojects", query.includeSubprojects());
        columns.put("filters", QueryText.filters(query.filters()));
        columns.put("columns", QueryText.columns(query.columns()));
        columns.put("sortBy", QueryText.order(query.sortBy()));
        columns.put("groupBy", query.groupBy());
        columns.put("updatedAt", Micros.of(now));
        return columns;
    }

    private static Query query(ResultSet row) throws SQLException {
        long project = row.getLong("project_id");
        return new Query(
                row.getLong("id"),
                row.getString("name"),
                project == 0 ? null : new Reference(project, row.getString("project")),
                new Reference(row.getLong("user_id"), row.getString("owner")),
                row.getBoolean("is_public"),
                row.getBoolean("starred"),
                row.getBoolean("sums"),
                row.getBoolean("include_subprojects"),
                QueryText.filters(row.getString("filters")),
                QueryText.columns(row.getString("shown_columns")),
                QueryText.order(row.getString("sort_by")),
                row.getString("group_by"),
                Micros.at(row.getLong("created_at")),
                Micros.at(row.getLong("updated_at")));
    }
}
