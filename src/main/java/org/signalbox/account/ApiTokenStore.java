package org.signalbox.account;

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

@Component
final class ApiTokenStore {

    private static final String INSERT =
            """
            insert into api_token (user_id, name, token_hash, created_at, expires_at)
            values (:user, :name, :hash, :createdAt, :expiresAt)
            returning id
            """;

    private static final String OF_USER =
            """
            select * from api_token where user_id = :user and revoked_at is null order by id
            """;

    private static final String OWNED =
            """
            select u.*, t.id as token_id, t.name as token_name, t.expires_at
              from api_token t
              join users u on u.id = t.user_id
             where t.token_hash = :hash and t.revoked_at is null
            """;

    private static final String NOTE_USE =
            """
            update api_token
               set last_used_at = :at
             where id = :id and (last_used_at is null or last_used_at < :at)
            """;

    private static final String COUNT_USED =
            "select count(*) from api_token where last_used_at >= :since and id not in (:others)";

    /** A token that is known, with its owner. */
    record Owned(long tokenId, String name, User owner, @Nullable Instant expiresAt) {}

    ApiToken insert(Tx tx, ApiToken token, String hash) {
        long id =
                tx.sql(INSERT)
                        .param("user", token.userId())
                        .param("name", token.name())
                        .param("hash", hash)
                        .param("createdAt", Micros.of(token.createdAt()))
                        .param("expiresAt", Micros.ofNullable(token.expiresAt()))
                        .query((rs, _) -> rs.getLong(1))
                        .single();
        return new ApiToken(
                id,
                token.userId(),
                token.name(),
                token.createdAt(),
                token.lastUsedAt(),
                token.expiresAt(),
                token.revokedAt());
    }

    /** Those that were not revoked, oldest first. */
    List<ApiToken> ofUser(View view, long userId) {
        return view.sql(OF_USER).param("user", userId).query((rs, _) -> token(rs)).list();
    }

    Optional<ApiToken> find(View view, long id) {
        return view.sql("select * from api_token where id = :id and revoked_at is null")
                .param("id", id)
                .query((rs, _) -> token(rs))
                .optional();
    }

    Optional<Owned> byHash(View view, String hash) {
        return view.sql(OWNED)
                .param("hash", hash)
                .query((rs, _) ->
                        new Owned(
                                rs.getLong("token_id"),
                                rs.getString("token_name"),
                                UserStore.user(rs),
                                moment(rs, "expires_at")))
                .optional();
    }

    void revoke(Tx tx, long id, Instant now) {
        tx.sql("update api_token set revoked_at = :now where id = :id")
                .param("id", id)
                .param("now", Micros.of(now))
                .update();
    }

    void deleteOf(Tx tx, long userId) {
        tx.sql("delete from api_token where user_id = :user").param("user", userId).update();
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

    private static ApiToken token(ResultSet rs) throws SQLException {
        return new ApiToken(
                rs.getLong("id"),
                rs.getLong("user_id"),
                rs.getString("name"),
                Micros.at(rs.getLong("created_at")),
                moment(rs, "last_used_at"),
                moment(rs, "expires_at"),
                moment(rs, "revoked_at"));
    }

    private static @Nullable Instant moment(ResultSet rs, String column) throws SQLException {
        long micros = rs.getLong(column);
        return rs.wasNull() ? null : Micros.at(micros);
    }
}
