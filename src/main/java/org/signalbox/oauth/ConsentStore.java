package org.signalbox.oauth;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.signalbox.store.Micros;
import org.signalbox.store.Tx;
import org.signalbox.store.View;
import org.springframework.stereotype.Component;

/** The SQL of what people allowed applications. */
@Component
final class ConsentStore {

    private static final String OF_USER =
            """
            select a.id, a.name, a.enabled, c.created_at,
                   (select count(*) from oauth_grant g
                     where g.application_id = a.id and g.user_id = c.user_id
                       and g.kind = 'authorization_code' and g.code_used_at is not null
                       and g.expires_at > :now) as sign_ins,
                   (select max(t.issued_at) from oauth_grant g
                      join oauth_token t on t.grant_id = g.id
                     where g.application_id = a.id and g.user_id = c.user_id
                       and g.kind = 'authorization_code') as last_token_at
              from oauth_consent c
              join oauth_application a on a.id = c.application_id
             where c.user_id = :user
             order by lower(a.name), a.id
            """;

    private static final String INSERT =
            """
            insert into oauth_consent (user_id, application_id, created_at)
            values (:user, :application, :now)
            on conflict (user_id, application_id) do nothing
            """;

    List<Allowance> ofUser(View view, long userId, Instant now) {
        return view.sql(OF_USER)
                .param("user", userId)
                .param("now", Micros.of(now))
                .query((rs, _) -> allowance(rs))
                .list();
    }

    Optional<Instant> find(View view, long userId, long applicationId) {
        return view.sql(
                        """
                        select created_at from oauth_consent
                         where user_id = :user and application_id = :application
                        """)
                .param("user", userId)
                .param("application", applicationId)
                .query((rs, _) -> Micros.at(rs.getLong(1)))
                .optional();
    }

    /** Whether it is new. */
    boolean insert(Tx tx, long userId, long applicationId, Instant now) {
        return tx.sql(INSERT)
                        .param("user", userId)
                        .param("application", applicationId)
                        .param("now", Micros.of(now))
                        .update()
                == 1;
    }

    /** Whether there was one. */
    boolean delete(Tx tx, long userId, long applicationId) {
        return tx.sql(
                                """
                                delete from oauth_consent
                                 where user_id = :user and application_id = :application
                                """)
                        .param("user", userId)
                        .param("application", applicationId)
                        .update()
                == 1;
    }

    void deleteOfUser(Tx tx, long userId) {
        tx.sql("delete from oauth_consent where user_id = :user").param("user", userId).update();
    }

    private static Allowance allowance(ResultSet rs) throws SQLException {
        long last = rs.getLong("last_token_at");
        Instant lastTokenAt = rs.wasNull() ? null : Micros.at(last);
        return new Allowance(
                rs.getLong("id"),
                rs.getString("name"),
                rs.getBoolean("enabled"),
                Micros.at(rs.getLong("created_at")),
                rs.getInt("sign_ins"),
                lastTokenAt);
    }
}
