package org.signalbox.relation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.signalbox.account.Access;
import org.signalbox.account.Actor;
import org.signalbox.account.Permission;
import org.signalbox.hal.Found;
import org.signalbox.hal.ListStore;
import org.signalbox.hal.Selection;
import org.signalbox.store.Micros;
import org.signalbox.store.Tx;
import org.signalbox.store.View;
import org.springframework.stereotype.Component;

/** The SQL of relations. */
@Component
final class RelationStore {

    private static final String FROM =
            """
              from relation r
              join work_package a on a.id = r.from_id
              join work_package b on b.id = r.to_id
            """;

    private static final String SELECT =
            """
            select r.id, r.type, r.description, r.lag,
                   r.from_id, a.subject as from_subject, a.project_id as from_project,
                   r.to_id, b.subject as to_subject, b.project_id as to_project
            """
                    + FROM;

    private static final String VISIBLE =
            Access.projects("a.project_id", Permission.VIEW_WORK_PACKAGES)
                    + " and "
                    + Access.projects("b.project_id", Permission.VIEW_WORK_PACKAGES);

    private static final String INSERT =
            """
            insert into relation (from_id, to_id, type, lag, description, created_at, updated_at)
            values (:from, :to, :type, :lag, :description, :now, :now)
            returning id
            """;

    private static final String UPDATE =
            """
            update relation
               set from_id = :from, to_id = :to, type = :type, lag = :lag,
                   description = :description, updated_at = :now
             where id = :id
            """;

    Optional<Relation> find(View view, long id) {
        return view.sql(SELECT + " where r.id = :id")
                .param("id", id)
                .query((rs, _) -> relation(rs))
                .optional();
    }

    /** A page of those of which the actor may see both ends. */
    Found<Relation> list(View view, Actor actor, Selection selection) {
        var where = " where " + VISIBLE + " and " + selection.condition();
        return ListStore.page(
                view,
                selection.with(actor.params()),
                "select count(*)" + FROM + where,
                SELECT + where,
                (row, _) -> relation(row));
    }

    /** Those that start or end at one of these work packages, by id. */
    List<Relation> of(View view, Collection<Long> workPackageIds) {
        return workPackageIds.isEmpty()
                ? List.of()
                : view.sql(SELECT + " where r.from_id in (:ids) or r.to_id in (:ids) order by r.id")
                        .param("ids", workPackageIds)
                        .query((rs, _) -> relation(rs))
                        .list();
    }

    Optional<Relation.End> end(View view, long workPackageId) {
        return view.sql("select id, subject, project_id from work_package where id = :id")
                .param("id", workPackageId)
                .query((rs, _) -> new Relation.End(rs.getLong(1), rs.getString(2), rs.getLong(3)))
                .optional();
    }

    /** Whether these two have to do with each other already, by another relation than this. */
    boolean isThere(View view, long one, long other, long except) {
        return !view.sql(
                        """
                        select 1 from relation
                         where id <> :except
                           and (from_id = :one and to_id = :other
                                or from_id = :other and to_id = :one)
                        """)
                .param("one", one)
                .param("other", other)
                .param("except", except)
                .query((rs, _) -> rs.getInt(1))
                .list()
                .isEmpty();
    }

    /** Where the relations of this type lead that start at one of these; one is left out. */
    List<Long> targets(View view, RelationType type, Collection<Long> ids, long except) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return view.sql(
                        """
                        select to_id from relation
                         where from_id in (:ids) and type = :type and id <> :except
                        """)
                .param("ids", ids)
                .param("type", type.word())
                .param("except", except)
                .query((rs, _) -> rs.getLong(1))
                .list();
    }

    List<Long> children(View view, Collection<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return view.sql("select id from work_package where parent_id in (:ids)")
                .param("ids", ids)
                .query((rs, _) -> rs.getLong(1))
                .list();
    }

    List<Long> parents(View view, Collection<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return view.sql(
                        """
                        select parent_id from work_package
                         where id in (:ids) and parent_id is not null
                        """)
                .param("ids", ids)
                .query((rs, _) -> rs.getLong(1))
                .list();
    }

    long insert(Tx tx, Relation relation, Instant now) {
        return tx.sql(INSERT)
                .param("from", relation.from().id())
                .param("to", relation.to().id())
                .param("type", relation.type().word())
                .param("lag", relation.lag())
                .param("description", relation.description())
                .param("now", Micros.of(now))
                .query((rs, _) -> rs.getLong(1))
                .single();
    }

    void update(Tx tx, Relation relation, Instant now) {
        tx.sql(UPDATE)
                .param("id", relation.id())
                .param("from", relation.from().id())
                .param("to", relation.to().id())
                .param("type", relation.type().word())
                .param("lag", relation.lag())
                .param("description", relation.description())
                .param("now", Micros.of(now))
                .update();
    }

    void delete(Tx tx, long id) {
        tx.sql("delete from relation where id = :id").param("id", id).update();
    }

    private static Relation relation(ResultSet row) throws SQLException {
        long lag = row.getLong("lag");
        boolean noLag = row.wasNull();
        return new Relation(
                row.getLong("id"),
                RelationType.said(row.getString("type")).orElseThrow().type(),
                end(row, "from"),
                end(row, "to"),
                row.getString("description"),
                noLag ? null : Long.valueOf(lag));
    }

    private static Relation.End end(ResultSet row, String which) throws SQLException {
        return new Relation.End(
                row.getLong(which + "_id"),
                row.getString(which + "_subject"),
                row.getLong(which + "_project"));
    }
}
