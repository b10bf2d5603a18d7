package org.signalbox.oauth;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.signalbox.store.Micros;
import org.signalbox.store.Tx;
import org.signalbox.store.View;
import org.springframework.stereotype.Component;

/** The SQL of applications. */
@Component
final class ApplicationStore {

    private static final String SELECT =
            """
            select a.id, a.name, a.client_id, a.secret_hash, a.secret_since, a.redirect_uris,
                   a.user_id, u.login, u.first_name, u.last_name, u.status,
                   a.enabled, a.created_at, a.updated_at
              from oauth_application a
              left join users u on u.id = a.user_id
            """;

    private static final String INSERT =
            """
            insert into oauth_application (name, client_id, secret_hash, secret_since,
                                           redirect_uris, user_id, enabled, created_at, updated_at)
            values (:name, :clientId, :secretHash, :secretSince,
                    :redirectUris, :user, :enabled, :now, :now)
            returning id
            """;

    private static final String UPDATE =
            """
            update oauth_application
               set name = :name, redirect_uris = :redirectUris, user_id = :user,
                   enabled = :enabled, updated_at = :now
             where id = :id
            """;

    private static final String SET_SECRET =
            """
            update oauth_application
               set secret_hash = :secretHash, secret_since = :secretSince, updated_at = :now
             where id = :id
            """;

    private static final String NOTE_USE =
            """
            update oauth_application
               set last_used_at = :at
             where id = :id and (last_used_at is null or last_used_at < :at)
            """;

    private static final String COUNT_USED =
            """
            select count(*) from oauth_application
             where last_used_at >= :since and id not in (:others)
            """;

    /** An application with the hash of its secret. */
    record Registered(Application application, @Nullable String secretHash) {}

    /** By name. */
    List<Application> all(View view) {
        return view.sql(SELECT + " order by lower(a.name), a.id")
                .query((rs, _) -> application(rs))
                .list();
    }

    Optional<Application> find(View view, long id) {
        return registered(view, id).map(Registered::application);
    }

    Optional<Registered> registered(View view, long id) {
        return view.sql(SELECT + " where a.id = :id")
                .param("id", id)
                .query((rs, _) -> registered(rs))
                .optional();
    }

    Optional<Registered> byClientId(View view, String clientId) {
        return view.sql(SELECT + " where a.client_id = :clientId")
                .param("clientId", clientId)
                .query((rs, _) -> registered(rs))
                .optional();
    }

    long insert(Tx tx, Application application, @Nullable String secretHash) {
        var user = application.user();
        return tx.sql(INSERT)
                .param("name", application.name())
                .param("clientId", application.clientId())
                .param("secretHash", secretHash)
                .param("secretSince", Micros.ofNullable(application.secretSince()))
                .param("redirectUris", String.join("\n", application.redirectUris()))
                .param("user", user == null ? null : user.id())
                .param("enabled", application.enabled())
                .param("now", Micros.of(application.createdAt()))
                .query((rs, _) -> rs.getLong(1))
                .single();
    }

    void update(Tx tx, Application application) {
        var user = application.user();
        tx.sql(UPDATE)
                .param("id", application.id())
                .param("name", application.name())
                .param("redirectUris", String.join("\n", application.redirectUris()))
                .param("user", user == null ? null : user.id())
                .param("enabled", application.enabled())
                .param("now", Micros.of(application.updatedAt()))
                .update();
    }

    void setSecret(Tx tx, long id, @Nullable String secretHash, Instant now) {
        tx.sql(SET_SECRET)
                .param("id", id)
                .param("secretHash", secretHash)
                .param("secretSince", secretHash == null ? null : Micros.of(now))
                .param("now", Micros.of(now))
                .update();
    }

    void delete(Tx tx, long id) {
        tx.sql("delete from oauth_application where id = :id").param("id", id).update();
    }

    /** Lets no application act for that user. */
    void forgetUser(Tx tx, long userId) {
        tx.sql("update oauth_application set user_id = null where user_id = :user")
                .param("user", userId)
                .update();
    }

    void noteUse(Tx tx, Map<Long, Instant> lastUse) {
        lastUse.forEach(
                (id, at) -> tx.sql(NOTE_USE).param("id", id).param("at", Micros.of(at)).update());
    }

    /** How many were used since then besides these. */
    long countUsed(View view, Instant since, Set<Long> others) {
        return view.sql(COUNT_USED)
                .param("since", Micros.of(since))
                .param("others", others)
                .query((rs, _) -> rs.getLong(1))
                .single();
    }

    private static Registered registered(ResultSet rs) throws SQLException {
        return new Registered(application(rs), rs.getString("secret_hash"));
    }

    private static Application application(ResultSet rs) throws SQLException {
        long since = rs.getLong("secret_since");
        Instant secretSince = rs.wasNull() ? null : Micros.at(since);
        return new Application(
                rs.getLong("id"),
                rs.getString("name"),
                rs.getString("client_id"),
                secretSince,
                rs.getString("redirect_uris").lines().toList(),
                user(rs),
                rs.getBoolean("enabled"),
                Micros.at(rs.getLong("created_at")),
                Micros.at(rs.getLong("updated_at")));
    }

    private static Application.@Nullable ActingUser user(ResultSet rs) throws SQLException {
        long id = rs.getLong("user_id");
        return rs.wasNull()
                ? null
                : new Application.ActingUser(
                        id,
                        rs.getString("login"),
                        (rs.getString("first_name") + " " + rs.getString("last_name")).strip(),
                        rs.getString("status").equals("active"));
    }
}
