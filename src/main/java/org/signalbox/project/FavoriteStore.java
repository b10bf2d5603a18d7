package org.signalbox.project;

import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import org.signalbox.store.Micros;
import org.signalbox.store.Tx;
import org.signalbox.store.View;
import org.springframework.stereotype.Component;

/** The SQL of favorites. */
@Component
final class FavoriteStore {

    /** Holds where the project in {@code p} is a favorite of the actor. */
    static final String FAVORITE =
            """
            (p.id in (select f.project_id from project_favorite f where f.user_id = :actorId))\
            """;

    /** Those of these projects that are favorites of a person. */
    Set<Long> among(View view, long userId, Collection<Long> projectIds) {
        return projectIds.isEmpty()
                ? Set.of()
                : Set.copyOf(
                        view.sql(
                                        """
                                        select project_id from project_favorite
                                         where user_id = :user and project_id in (:ids)
                                        """)
                                .param("user", userId)
                                .param("ids", projectIds)
                                .query((rs, _) -> rs.getLong(1))
                                .list());
    }

    void add(Tx tx, long userId, long projectId, Instant now) {
        tx.sql(
                        """
                        insert into project_favorite (user_id, project_id, created_at)
                        values (:user, :project, :now)
                        on conflict (user_id, project_id) do nothing
                        """)
                .param("user", userId)
                .param("project", projectId)
                .param("now", Micros.of(now))
                .update();
    }

    void remove(Tx tx, long userId, long projectId) {
        tx.sql("delete from project_favorite where user_id = :user and project_id = :project")
                .param("user", userId)
                .param("project", projectId)
                .update();
    }

    void removeAll(Tx tx, long userId) {
        tx.sql("delete from project_favorite where user_id = :user").param("user", userId).update();
    }
}
