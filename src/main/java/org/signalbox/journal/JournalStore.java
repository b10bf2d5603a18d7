package org.signalbox.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.signalbox.event.Change;
import org.signalbox.hal.Reference;
import org.signalbox.store.Micros;
import org.signalbox.store.Tx;
import org.signalbox.store.View;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of activities. */
@Component
final class JournalStore {

    private static final String SELECT =
            """
            select j.id, j.work_package_id, w.subject, w.project_id, j.version, j.user_id,
                   trim(u.first_name || ' ' || u.last_name) as user_name,
                   j.comment, j.internal, j.changes, j.created_at, j.updated_at
              from journal j
              join work_package w on w.id = j.work_package_id
              join users u on u.id = j.user_id
            """;

    private static final String INSERT =
            """
            insert into journal (work_package_id, version, user_id, comment, internal, changes,
                                 created_at, updated_at)
            select w.id, w.journal_version, :user, :comment, :internal, :changes, :now, :now
              from work_package w
             where w.id = :workPackage
            returning id
            """;

    private static final String OF_WORK_PACKAGES =
            """
            select id from journal where work_package_id in (:ids)\
            """;

    private static final String OF_PROJECTS =
            """
            select j.id from journal j join work_package w on w.id = j.work_package_id
             where w.project_id in (:ids)\
            """;

    private final JsonMapper json;

    JournalStore(JsonMapper json) {
        this.json = json;
    }

    Optional<Activity> find(View view, long id) {
        return view.sql(SELECT + " where j.id = :id")
                .param("id", id)
                .query((rs, _) -> activity(rs))
                .optional();
    }

    /** All that happened to a work package, oldest first. */
    List<Activity> of(View view, long workPackageId, boolean withInternal) {
        return view.sql(
                        SELECT
                                + " where j.work_package_id = :workPackage"
                                + (withInternal ? "" : " and not j.internal")
                                + " order by j.version")
                .param("workPackage", workPackageId)
                .query((rs, _) -> activity(rs))
                .list();
    }

    /** Adds what happened last, under the version that the work package counts. */
    long insert(
            Tx tx,
            long workPackageId,
            long userId,
            String comment,
            boolean internal,
            Map<String, Change> changes,
            Instant now) {
        return tx.sql(INSERT)
                .param("workPackage", workPackageId)
                .param("user", userId)
                .param("comment", comment)
                .param("internal", internal)
                .param("changes", json.writeValueAsString(changes))
                .param("now", Micros.of(now))
                .query((rs, _) -> rs.getLong(1))
                .single();
    }

    void update(Tx tx, Activity activity) {
        tx.sql("update journal set comment = :comment, updated_at = :now where id = :id")
                .param("comment", activity.comment())
                .param("now", Micros.of(activity.updatedAt()))
                .param("id", activity.id())
                .update();
    }

    /** Deletes all of these work packages, with the reactions. */
    void deleteOf(Tx tx, Collection<Long> workPackageIds) {
        delete(tx, OF_WORK_PACKAGES, workPackageIds);
    }

    void deleteIn(Tx tx, Collection<Long> projectIds) {
        delete(tx, OF_PROJECTS, projectIds);
    }

    private static void delete(Tx tx, String which, Collection<Long> ids) {
        tx.sql("delete from emoji_reaction where journal_id in (" + which + ")")
                .param("ids", ids)
                .update();
        tx.sql("delete from journal where id in (" + which + ")").param("ids", ids).update();
    }

    private Activity activity(ResultSet row) throws SQLException {
        return new Activity(
                row.getLong("id"),
                new Reference(row.getLong("work_package_id"), row.getString("subject")),
                row.getLong("project_id"),
                row.getLong("version"),
                new Reference(row.getLong("user_id"), row.getString("user_name")),
                row.getString("comment"),
                row.getBoolean("internal"),
                json.readTree(row.getString("changes")),
                Micros.at(row.getLong("created_at")),
                Micros.at(row.getLong("updated_at")));
    }
}
