package org.signalbox.oauth;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.signalbox.store.Micros;
import org.signalbox.store.Tx;
import org.signalbox.store.View;
import org.springframework.stereotype.Component;

/** The SQL of grants and of what came of them. Only hashes of secrets come in here. */
@Component
final class GrantStore {

    /** A grant counts only while its application is enabled and its person may come in. */
    private static final String LIVE =
            """
              join oauth_application a on a.id = g.application_id and a.enabled
              join users u on u.id = g.user_id and u.status = 'active'
            """;

    private static final String COLUMNS =
            """
            g.id, g.application_id, g.user_id, g.kind, g.scopes, g.redirect_uri, g.client_state,
            g.code_challenge, g.created_at, g.expires_at
            """;

    private static final String BY_STATE =
            "select "
                    + COLUMNS
                    + ", g.created_at as issued, g.expires_at as ends, 0 as used from oauth_grant g "
                    + LIVE
                    + " where g.state_hash = :hash";

    private static final String BY_CODE =
            "select "
                    + COLUMNS
                    + ", g.created_at as issued, g.expires_at as ends, g.code_used_at as used"
                    + " from oauth_grant g "
                    + LIVE
                    + " where g.code_hash = :hash";

    private static final String BY_TOKEN =
            "select "
                    + COLUMNS
                    + ", t.issued_at as issued, t.expires_at as ends, t.used_at as used"
                    + " from oauth_token t join oauth_grant g on g.id = t.grant_id "
                    + LIVE
                    + " where t.token_hash = :hash and t.kind = :kind";

    private static final String INSERT =
            """
            insert into oauth_grant (id, application_id, user_id, kind, scopes, redirect_uri,
                                     client_state, code_challenge, state_hash, code_hash,
                                     created_at, expires_at)
            values (:id, :application, :user, :kind, :scopes, :redirectUri,
                    :clientState, :challenge, :stateHash, :codeHash, :createdAt, :expiresAt)
            """;

    private static final String APPROVE =
            """
            update oauth_grant
               set state_hash = null, scopes = :scopes, code_hash = :codeHash,
                   expires_at = :expiresAt
             where id = :id and state_hash is not null
            """;

    private static final String USE_CODE =
            """
            update oauth_grant
               set code_used_at = :now, expires_at = :expiresAt
             where id = :id and code_hash is not null and code_used_at is null
            """;

    private static final String USE_REFRESH =
            """
            update oauth_token
               set used_at = :now
             where token_hash = :hash and grant_id = :id and kind = 'refresh' and used_at is null
            """;

    private static final String ADD_TOKEN =
            """
            insert into oauth_token (token_hash, grant_id, kind, issued_at, expires_at)
            values (:hash, :grant, :kind, :issuedAt, :expiresAt)
            """;

    private static final String HOLDER =
            """
            select g.user_id, g.scopes, t.expires_at, a.id as application_id, a.name
              from oauth_token t
              join oauth_grant g on g.id = t.grant_id
              join oauth_application a on a.id = g.application_id and a.enabled
             where t.token_hash = :hash and t.kind = 'access'
            """;

    private static final String REMOVE_TOKENS =
            """
            delete from oauth_token
             where token_hash in (select token_hash from oauth_token
                                   where expires_at <= :now order by expires_at limit :limit)
            """;

    private static final String REMOVE_GRANTS =
            """
            delete from oauth_grant
             where id in (select id from oauth_grant
                           where expires_at <= :now order by expires_at limit :limit)
            """;

    /** Whom an access token stands for. */
    record Holder(
            long userId,
            long applicationId,
            String application,
            Set<String> scopes,
            Instant expiresAt) {}

    Optional<Grant.Found> byState(View view, String hash) {
        return view.sql(BY_STATE).param("hash", hash).query((rs, _) -> found(rs)).optional();
    }

    Optional<Grant.Found> byCode(View view, String hash) {
        return view.sql(BY_CODE).param("hash", hash).query((rs, _) -> found(rs)).optional();
    }

    Optional<Grant.Found> byToken(View view, String kind, String hash) {
        return view.sql(BY_TOKEN)
                .param("hash", hash)
                .param("kind", kind)
                .query((rs, _) -> found(rs))
                .optional();
    }

    Optional<Holder> holder(View view, String hash) {
        return view.sql(HOLDER)
                .param("hash", hash)
                .query((rs, _) ->
                        new Holder(
                                rs.getLong("user_id"),
                                rs.getLong("application_id"),
                                rs.getString("name"),
                                scopes(rs.getString("scopes")),
                                Micros.at(rs.getLong("expires_at"))))
                .optional();
    }

    void insert(Tx tx, Grant grant, @Nullable String stateHash, @Nullable String codeHash) {
        Grant.Request request = grant.request();
        tx.sql(INSERT)
                .param("id", grant.id())
                .param("application", grant.applicationId())
                .param("user", grant.userId())
                .param("kind", grant.kind().word())
                .param("scopes", String.join(" ", grant.scopes()))
                .param("redirectUri", request == null ? null : request.redirectUri())
                .param("clientState", request == null ? null : request.state())
                .param("challenge", request == null ? null : request.challenge())
                .param("stateHash", stateHash)
                .param("codeHash", codeHash)
                .param("createdAt", Micros.of(grant.createdAt()))
                .param("expiresAt", Micros.of(grant.expiresAt()))
                .update();
    }

    /** Whether the person's answer was still open. */
    boolean approve(Tx tx, String id, Set<String> scopes, String codeHash, Instant expiresAt) {
        return tx.sql(APPROVE)
                        .param("id", id)
                        .param("scopes", String.join(" ", scopes))
                        .param("codeHash", codeHash)
                        .param("expiresAt", Micros.of(expiresAt))
                        .update()
                == 1;
    }

    /** Whether the code was still unused. */
    boolean useCode(Tx tx, String id, Instant now, Instant expiresAt) {
        return tx.sql(USE_CODE)
                        .param("id", id)
                        .param("now", Micros.of(now))
                        .param("expiresAt", Micros.of(expiresAt))
                        .update()
                == 1;
    }

    /** Whether there is such a grant; nobody else changes it until the transaction ends. */
    boolean hold(Tx tx, String id, Instant expiresAt) {
        return tx.sql("update oauth_grant set expires_at = :expiresAt where id = :id")
                        .param("id", id)
                        .param("expiresAt", Micros.of(expiresAt))
                        .update()
                == 1;
    }

    /** Whether the refresh token was still unused. */
    boolean useRefresh(Tx tx, String id, String hash, Instant now) {
        return tx.sql(USE_REFRESH)
                        .param("id", id)
                        .param("hash", hash)
                        .param("now", Micros.of(now))
                        .update()
                == 1;
    }

    void add(Tx tx, String grantId, String kind, Grant.Token token) {
        tx.sql(ADD_TOKEN)
                .param("hash", token.hash())
                .param("grant", grantId)
                .param("kind", kind)
                .param("issuedAt", Micros.of(token.issuedAt()))
                .param("expiresAt", Micros.of(token.expiresAt()))
                .update();
    }

    /** Whose it was, if it was still there. */
    Optional<Grant.Ended> delete(Tx tx, String id) {
        return tx.sql("delete from oauth_grant where id = :id returning application_id, user_id")
                .param("id", id)
                .query((rs, _) ->
                        new Grant.Ended(rs.getLong("application_id"), rs.getLong("user_id")))
                .optional();
    }

    void deleteToken(Tx tx, String hash) {
        tx.sql("delete from oauth_token where token_hash = :hash").param("hash", hash).update();
    }

    void deleteOfUser(Tx tx, long userId) {
        tx.sql("delete from oauth_grant where user_id = :user").param("user", userId).update();
    }

    /** Ends those of the application that came to be so. */
    void deleteOfApplication(Tx tx, long applicationId, Grant.Kind kind) {
        tx.sql("delete from oauth_grant where application_id = :application and kind = :kind")
                .param("application", applicationId)
                .param("kind", kind.word())
                .update();
    }

    /** Ends those that this person gave the application. */
    void deleteGiven(Tx tx, long applicationId, long userId) {
        tx.sql(
                        """
                        delete from oauth_grant
                         where application_id = :application and user_id = :user
                           and kind = 'authorization_code'
                        """)
                .param("application", applicationId)
                .param("user", userId)
                .update();
    }

    /** Removes at most so many tokens, and as many grants, that have expired. */
    int removeExpired(Tx tx, Instant now, int limit) {
        int tokens =
                tx.sql(REMOVE_TOKENS).param("now", Micros.of(now)).param("limit", limit).update();
        return tokens
                + tx.sql(REMOVE_GRANTS).param("now", Micros.of(now)).param("limit", limit).update();
    }

    private static Grant.Found found(ResultSet rs) throws SQLException {
        return new Grant.Found(
                grant(rs),
                Micros.at(rs.getLong("issued")),
                Micros.at(rs.getLong("ends")),
                rs.getLong("used") != 0);
    }

    private static Grant grant(ResultSet rs) throws SQLException {
        Grant.Kind kind = Grant.Kind.ofWord(rs.getString("kind"));
        Grant.Request request =
                new Grant.Request(
                        rs.getString("redirect_uri"),
                        rs.getString("client_state"),
                        rs.getString("code_challenge"));
        return new Grant(
                rs.getString("id"),
                rs.getLong("application_id"),
                rs.getLong("user_id"),
                kind,
                scopes(rs.getString("scopes")),
                kind == Grant.Kind.AUTHORIZATION_CODE ? request : null,
                Micros.at(rs.getLong("created_at")),
                Micros.at(rs.getLong("expires_at")));
    }

    private static Set<String> scopes(String text) {
        return text.isEmpty() ? Set.of() : Set.copyOf(List.of(text.split(" ", -1)));
    }
}
