package org.signalbox.account;

import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.signalbox.store.View;
import org.springframework.stereotype.Component;

/** Asks the member tables what is allowed. The sub-queries do not depend on the row: asked once. */
@Component
final class AccessStore {

    /** The actor and the groups that the actor is in: whose memberships count. */
    static final String ACTOR =
            """
            (select cast(:actorId as bigint)
             union all
             select ours.group_id from group_member ours where ours.user_id = :actorId)\
            """;

    static final String SIGNED_IN = ":actorRole <> " + Role.ANONYMOUS;

    static final String PROJECT_IDS =
            """
                select p.id
                  from project p
                  join member m on m.project_id = p.id
                  join member_role mr on mr.member_id = m.id
                  join role_permission rp on rp.role_id = mr.role_id
                 where p.active and m.user_id in {actor} and rp.permission = '{permission}'
                union all
                select p.id
                  from project p
                 where p.active and p.public and exists (
                       select 1 from role_permission
                        where role_id = :actorRole and permission = '{permission}')\
            """
                    .replace("{actor}", ACTOR);

    static final String PROJECTS = "(:actorAdmin or {column} in (\n" + PROJECT_IDS + "))";

    static final String USERS =
            """
            (:actorAdmin or {column} = :actorId or {column} in (
                select theirs.user_id from member theirs where {projects}
                union all
                select gm.user_id
                  from member theirs
                  join group_member gm on gm.group_id = theirs.user_id
                 where {projects}
                union all
                select own.group_id from group_member own where own.user_id = :actorId) or exists (
                select 1
                  from member mine
                  join member_role mr on mr.member_id = mine.id
                  join role_permission rp on rp.role_id = mr.role_id
                 where mine.user_id in {actor} and rp.permission = 'manage_members'))\
            """
                    .replace("{actor}", ACTOR);

    private static final String PERMISSIONS =
            """
            select p.id, rp.permission
              from project p
              join member m on m.project_id = p.id
              join member_role mr on mr.member_id = m.id
              join role_permission rp on rp.role_id = mr.role_id
             where p.id in (:projects) and p.active and m.user_id in {actor}
            union
            select p.id, rp.permission
              from project p
              join role_permission rp on rp.role_id = :actorRole
             where p.id in (:projects) and p.active and p.public
            """
                    .replace("{actor}", ACTOR);

    private static final String VISIBLE_USERS =
            """
            select id from users where id in (:users) and %s
            """
                    .formatted(Access.users("id"));

    private static final String WHO_MAY =
            """
            select u.id
              from users u
             where u.id in (:users) and u.kind = 'user' and u.status not in ('locked', 'deleted')
               and (u.admin or exists (
                     select 1
                       from project p
                       join role_permission rp on rp.role_id = 1
                      where p.id = :project and p.active and p.public
                        and rp.permission = :permission)
                 or exists (
                     select 1
                       from project p
                       join member m on m.project_id = p.id
                       join member_role mr on mr.member_id = m.id
                       join role_permission rp on rp.role_id = mr.role_id
                      where p.id = :project and p.active and rp.permission = :permission
                        and m.user_id in (
                            select u.id
                             union all
                            select gm.group_id from group_member gm where gm.user_id = u.id)))
            """;

    private static final String MAY_GLOBALLY =
            """
            select 1
              from member m
              join member_role mr on mr.member_id = m.id
              join role_permission rp on rp.role_id = mr.role_id
             where m.user_id in {actor} and m.project_id is null and rp.permission = :permission
             limit 1
            """
                    .replace("{actor}", ACTOR);

    private static final String HAS_ROLE_WITH =
            """
            select 1
              from member m
              join member_role mr on mr.member_id = m.id
              join role_permission rp on rp.role_id = mr.role_id
             where m.user_id = :principal and m.project_id = :project and rp.permission = :permission
             limit 1
            """;

    private static final String ASSIGNABLE =
            """
            select u.id
              from users u
             where u.status <> 'deleted' and u.status <> 'locked' and %s and u.id in (
                   select holder.id from (
                     select m.user_id as id, m.id as member_id from member m
                      where m.project_id = :project
                     union all
                     select gm.user_id, m.id from member m
                       join group_member gm on gm.group_id = m.user_id
                      where m.project_id = :project) holder
                     join member_role mr on mr.member_id = holder.member_id
                     join role_permission rp on rp.role_id = mr.role_id
                    where rp.permission = 'work_package_assigned')
            """
                    .formatted(Access.users("u.id"));

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
                .params(actor.params())
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

    Set<Long> whoMay(View view, Collection<Long> userIds, Permission permission, long projectId) {
        return userIds.isEmpty()
                ? Set.of()
                : Set.copyOf(
                        view.sql(WHO_MAY)
                                .param("users", userIds)
                                .param("project", projectId)
                                .param("permission", permission.word())
                                .query((rs, _) -> rs.getLong(1))
                                .list());
    }

    boolean mayGlobally(View view, Actor actor, Permission permission) {
        return view.sql(MAY_GLOBALLY)
                .param("actorId", actor.user().id())
                .param("permission", permission.word())
                .query((rs, _) -> rs.getInt(1))
                .optional()
                .isPresent();
    }

    boolean hasRoleWith(View view, long principalId, Permission permission, long projectId) {
        return view.sql(HAS_ROLE_WITH)
                .param("principal", principalId)
                .param("project", projectId)
                .param("permission", permission.word())
                .query((rs, _) -> rs.getInt(1))
                .optional()
                .isPresent();
    }

    List<Long> assignable(View view, Actor actor, long projectId) {
        return view.sql(ASSIGNABLE)
                .params(actor.params())
                .param("project", projectId)
                .query((rs, _) -> rs.getLong(1))
                .list();
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
