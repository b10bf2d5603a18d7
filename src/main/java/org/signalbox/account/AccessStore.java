package org.signalbox.account;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.signalbox.store.View;
import org.springframework.stereotype.Component;

/** Asks the member tables what is allowed. The sub-queries do not depend on the row: asked once. */
@Component
final class AccessStore {

    static final String PROJECTS =
            """
            (:actorAdmin or {column} in (
                select p.id
                  from project p
                  join member m on m.project_id = p.id
                  join member_role mr on mr.member_id = m.id
                  join role_permission rp on rp.role_id = mr.role_id
                 where p.active and m.user_id = :actorId and rp.permission = '{permission}'
                union all
                select p.id
                  from project p
                 where p.active and p.public and exists (
                       select 1 from role_permission
                        where role_id = 1 and permission = '{permission}')))\
            """;

    static final String USERS =
            """
            (:actorAdmin or {column} = :actorId or {column} in (
                select theirs.user_id from member theirs where {projects}) or exists (
                select 1
                  from member mine
                  join member_role mr on mr.member_id = mine.id
                  join role_permission rp on rp.role_id = mr.role_id
                 where mine.user_id = :actorId and rp.permission = 'manage_members'))\
            """;

    private static final String PERMISSIONS =
            """
            select p.id, rp.permission
              from project p
              join member m on m.project_id = p.id
              join member_role mr on mr.member_id = m.id
              join role_permission rp on rp.role_id = mr.role_id
             where p.id in (:projects) and p.active and m.user_id = :actor
            union
            select p.id, rp.permission
              from project p
              join role_permission rp on rp.role_id = 1
             where p.id in (:projects) and p.active and p.public
            """;

    private static final String VISIBLE_USERS =
            """
            select id from users where id in (:users) and %s
            """
                    .formatted(Access.users("id"));

    private static final String MAY_GLOBALLY =
            """
            select 1
              from member m
              join member_role mr on mr.member_id = m.id
              join role_permission rp on rp.role_id = mr.role_id
             where m.user_id = :actor and m.project_id is null and rp.permission = :permission
             limit 1
            """;

    boolean may(View view, Actor actor, Permission permission, long projectId) {
        return view.sql(
                        "select 1 from project where id = :project and %s"
                                .formatted(Access.projects("id", permission)))
                .params(actor.params())
                .param("project", projectId)
                .query((rs, _) -> rs.getInt(1))
                .optional()
                .isPresent();
    }

    Set<Permission> permissions(View view, Actor actor, long projectId) {
        return permissions(view, actor, Set.of(projectId)).getOrDefault(projectId, Set.of());
    }

    Map<Long, Set<Permission>> permissions(View view, Actor actor, Set<Long> projectIds) {
        var permissions = new HashMap<Long, Set<Permission>>();
        if (projectIds.isEmpty()) {
            return permissions;
        }
        view.sql(PERMISSIONS)
                .param("projects", projectIds)
                .param("actor", actor.user().id())
                .query((rs, _) -> Map.entry(rs.getLong(1), Permission.ofWord(rs.getString(2))))
                .list()
                .forEach(entry ->
                        entry.getValue()
                                .ifPresent(permission ->
                                        permissions
                                                .computeIfAbsent(
                                                        entry.getKey(),
                                                        _ -> EnumSet.noneOf(Permission.class))
                                                .add(permission)));
        return permissions;
    }

    Set<Long> visibleUsers(View view, Actor actor, Set<Long> userIds) {
        return userIds.isEmpty()
                ? Set.of()
                : Set.copyOf(
                        view.sql(VISIBLE_USERS)
                                .params(actor.params())
                                .param("users", userIds)
                                .query((rs, _) -> rs.getLong(1))
                                .list());
    }

    boolean mayGlobally(View view, Actor actor, Permission permission) {
        return view.sql(MAY_GLOBALLY)
                .param("actor", actor.user().id())
                .param("permission", permission.word())
                .query((rs, _) -> rs.getInt(1))
                .optional()
                .isPresent();
    }

    boolean maySomewhere(View view, Actor actor, Permission permission) {
        return view.sql(
                        "select 1 from project where %s limit 1"
                                .formatted(Access.projects("id", permission)))
                .params(actor.params())
                .query((rs, _) -> rs.getInt(1))
                .optional()
                .isPresent();
    }

    boolean seesUser(View view, Actor actor, long userId) {
        return view.sql("select 1 from users where id = :user and %s".formatted(Access.users("id")))
                .params(actor.params())
                .param("user", userId)
                .query((rs, _) -> rs.getInt(1))
                .optional()
                .isPresent();
    }
}
