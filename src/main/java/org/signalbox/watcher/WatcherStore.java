package org.signalbox.watcher;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.signalbox.store.Micros;
import org.signalbox.store.Tx;
import org.signalbox.store.View;
import org.springframework.stereotype.Component;

/** The SQL of watchers. */
@Component
final class WatcherStore {

    private static final String AVAILABLE =
            """
            with here (id) as (
              select m.user_id
                from member m
                join member_role mr on mr.member_id = m.id
                join role_permission rp on rp.role_id = mr.role_id
               where m.project_id = :project and rp.permission = 'view_work_packages')
            select u.id
              from users u
             where u.kind = 'user' and u.status = 'active'
               and u.id in (
                   select id from here
                   union all
                   select g.user_id from group_member g join here on here.id = g.group_id)
               and u.id not in (
                   select w.user_id from watcher w where w.work_package_id = :workPackage)
             order by u.id
            """;

    /** The project of a work package. */
    Optional<Long> project(View view, long workPackageId) {
        return view.sql("select project_id from work_package where id = :id")
                .param("id", workPackageId)
                .query((rs, _) -> rs.getLong(1))
                .optional();
    }

    /** Who watches, by id. */
    List<Long> of(View view, long workPackageId) {
        return view.sql("select user_id from watcher where work_package_id = :id order by user_id")
                .param("id", workPackageId)
                .query((rs, _) -> rs.getLong(1))
                .list();
    }

    /** The members who could watch and do not. */
    List<Long> available(View view, long workPackageId, long projectId) {
        return view.sql(AVAILABLE)
                .param("workPackage", workPackageId)
                .param("project", projectId)
                .query((rs, _) -> rs.getLong(1))
                .list();
    }

    /** Those of these work packages that a person watches. */
    Set<Long> watched(View view, long userId, Collection<Long> workPackageIds) {
        return workPackageIds.isEmpty()
                ? Set.of()
                : Set.copyOf(
                        view.sql(
                                        """
                                        select work_package_id from watcher
                                         where user_id = :user and work_package_id in (:ids)
                                        """)
                                .param("user", userId)
                                .param("ids", workPackageIds)
                                .query((rs, _) -> rs.getLong(1))
                                .list());
    }

    /** Whether that is new. */
    boolean add(Tx tx, long workPackageId, long userId, Instant now) {
        return tx.sql(
                                """
                                insert into watcher (work_package_id, user_id, created_at)
                                values (:workPackage, :user, :now)
                                on conflict (work_package_id, user_id) do nothing
                                """)
                        .param("workPackage", workPackageId)
                        .param("user", userId)
                        .param("now", Micros.of(now))
                        .update()
                == 1;
    }

    void remove(Tx tx, long workPackageId, long userId) {
        tx.sql("delete from watcher where work_package_id = :workPackage and user_id = :user")
                .param("workPackage", workPackageId)
                .param("user", userId)
                .update();
    }

    void removeEverywhere(Tx tx, long userId) {
        tx.sql("delete from watcher where user_id = :user").param("user", userId).update();
    }
}
