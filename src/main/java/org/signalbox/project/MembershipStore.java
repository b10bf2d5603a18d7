package org.signalbox.project;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
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
import org.signalbox.account.PrincipalKind;
import org.signalbox.hal.Found;
import org.signalbox.hal.ListStore;
import org.signalbox.hal.Reference;
import org.signalbox.hal.Selection;
import org.signalbox.store.Micros;
import org.signalbox.store.Tx;
import org.signalbox.store.View;
import org.springframework.stereotype.Component;

/** The tables {@code member} and {@code member_role}. */
@Component
final class MembershipStore {

    private static final String SELECT =
            """
            select m.id, m.project_id, p.name as project_name, m.user_id,
                   trim(u.first_name || ' ' || u.last_name) as user_name,
                   u.kind as user_kind, m.created_at, m.updated_at
            """;

    private static final String FROM =
            """
              from member m
              join users u on u.id = m.user_id
              left join project p on p.id = m.project_id
            """;

    private static final String ROLES =
            """
            select mr.member_id, r.id, r.name
              from member_role mr
              join role r on r.id = mr.role_id
             where mr.member_id in (:ids)
             order by r.position
            """;

    private static final String INSERT =
            """
            insert into member (project_id, user_id, created_at, updated_at)
            values (:project, :user, :now, :now)
            returning id
            """;

    private static final String EXISTS =
            """
            select 1
              from member
             where user_id = :user and coalesce(project_id, 0) = coalesce(:project, 0)
            """;

    Optional<Membership> find(View view, long id) {
        return withRoles(
                        view,
                        view.sql(SELECT + FROM + " where m.id = :id")
                                .param("id", id)
                                .query((rs, _) -> membership(rs))
                                .list())
                .stream()
                .findFirst();
    }

    Optional<Membership> visible(View view, Actor actor, long id) {
        return withRoles(
                        view,
                        view.sql(SELECT + FROM + " where m.id = :id and " + visible())
                                .params(actor.params())
                                .param("id", id)
                                .query((rs, _) -> membership(rs))
                                .list())
                .stream()
                .findFirst();
    }

    Found<Membership> list(View view, Actor actor, Selection selection) {
        String where = " where %s and %s".formatted(visible(), selection.condition());
        return ListStore.page(
                        view,
                        selection.with(actor.params()),
                        "select count(*) " + FROM + where,
                        SELECT + FROM + where,
                        (row, _) -> membership(row))
                .completed(page -> withRoles(view, page));
    }

    /** The memberships in these projects, oldest first. */
    List<Membership> in(View view, Collection<Long> projectIds) {
        return withRoles(
                view,
                view.sql(SELECT + FROM + " where m.project_id in (:projects) order by m.id")
                        .param("projects", projectIds)
                        .query((rs, _) -> membership(rs))
                        .list());
    }

    /** The memberships of that user, oldest first. */
    List<Membership> of(View view, long userId) {
        return withRoles(
                view,
                view.sql(SELECT + FROM + " where m.user_id = :user order by m.id")
                        .param("user", userId)
                        .query((rs, _) -> membership(rs))
                        .list());
    }

    boolean exists(View view, @Nullable Long projectId, long userId) {
        return view.sql(EXISTS)
                .param("project", projectId, Types.BIGINT)
                .param("user", userId)
                .query((rs, _) -> rs.getInt(1))
                .optional()
                .isPresent();
    }

    long insert(
            Tx tx,
            @Nullable Long projectId,
            long userId,
            Collection<Reference> roles,
            Instant now) {
        long id =
                tx.sql(INSERT)
                        .param("project", projectId)
                        .param("user", userId)
                        .param("now", Micros.of(now))
                        .query((rs, _) -> rs.getLong(1))
                        .single();
        insertRoles(tx, id, roles);
        return id;
    }

    void update(Tx tx, Membership membership) {
        tx.sql("update member set updated_at = :now where id = :id")
                .param("now", Micros.of(membership.updatedAt()))
                .param("id", membership.id())
                .update();
        deleteRoles(tx, membership.id());
        insertRoles(tx, membership.id(), membership.roles());
    }

    void delete(Tx tx, long id) {
        deleteRoles(tx, id);
        tx.sql("delete from member where id = :id").param("id", id).update();
    }

    /** Own memberships, and those in projects whose members the actor may see. */
    private static String visible() {
        return "("
                + Access.own("m.user_id")
                + " or "
                + Access.projects("m.project_id", Permission.VIEW_MEMBERS)
                + ")";
    }

    private static void insertRoles(Tx tx, long id, Collection<Reference> roles) {
        for (Reference role : roles) {
            tx.sql("insert into member_role (member_id, role_id) values (:member, :role)")
                    .param("member", id)
                    .param("role", role.id())
                    .update();
        }
    }

    private static void deleteRoles(Tx tx, long id) {
        tx.sql("delete from member_role where member_id = :id").param("id", id).update();
    }

    private static List<Membership> withRoles(View view, List<Membership> memberships) {
        if (memberships.isEmpty()) {
            return List.of();
        }
        Map<Long, List<Reference>> roles = new HashMap<>();
        view.sql(ROLES)
                .param("ids", memberships.stream().map(Membership::id).toList())
                .query(rs -> {
                    roles.computeIfAbsent(rs.getLong("member_id"), _ -> new ArrayList<>())
                            .add(new Reference(rs.getLong("id"), rs.getString("name")));
                });
        return memberships.stream()
                .map(membership ->
                        membership.with(
                                roles.getOrDefault(membership.id(), List.of()),
                                membership.updatedAt()))
                .toList();
    }

    private static Reference principal(ResultSet rs) throws SQLException {
        return PrincipalKind.ofWord(rs.getString("user_kind"))
                .reference(rs.getLong("user_id"), rs.getString("user_name"));
    }

    private static Membership membership(ResultSet rs) throws SQLException {
        long project = rs.getLong("project_id");
        boolean global = rs.wasNull();
        return new Membership(
                rs.getLong("id"),
                global ? null : new Reference(project, rs.getString("project_name")),
                principal(rs),
                List.of(),
                Micros.at(rs.getLong("created_at")),
                Micros.at(rs.getLong("updated_at")));
    }
}
