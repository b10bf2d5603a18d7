package org.signalbox.account;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.signalbox.hal.Found;
import org.signalbox.hal.ListStore;
import org.signalbox.hal.Selection;
import org.signalbox.store.Micros;
import org.signalbox.store.Tx;
import org.signalbox.store.View;
import org.springframework.stereotype.Component;

/** The table {@code users}. Who was deleted is not found. */
@Component
final class UserStore {

    private static final String INSERT =
            """
            insert into users (login, login_key, first_name, last_name, email, email_key, admin, status,
                language, position, discipline, location, hired_on, left_on, billable, bill_rate,
                employee_number, created_at, updated_at)
            values (:login, :loginKey, :firstName, :lastName, :email, :emailKey, :admin, :status,
                :language, :position, :discipline, :location, :hiredOn, :leftOn, :billable, :billRate,
                :employeeNumber, :createdAt, :updatedAt)
            returning id
            """;

    private static final String UPDATE =
            """
            update users
               set login = :login, login_key = :loginKey, first_name = :firstName,
                   last_name = :lastName, email = :email, email_key = :emailKey, admin = :admin,
                   status = :status, language = :language, position = :position,
                   discipline = :discipline, location = :location, hired_on = :hiredOn,
                   left_on = :leftOn, billable = :billable, bill_rate = :billRate,
                   employee_number = :employeeNumber, updated_at = :updatedAt
             where id = :id
            """;

    private static final String FORGET =
            """
            update users
               set login = '', login_key = null, first_name = 'Deleted', last_name = 'user', email = '',
                   email_key = null, admin = false, status = 'deleted', position = null,
                   discipline = null, location = null, hired_on = null, left_on = null,
                   billable = false, bill_rate = null, employee_number = null, password_hash = null,
                   password_changed_at = null, updated_at = :now
             where id = :id
            """;

    /** Touches them, so that of two that remove an administrator one waits for the other. */
    private static final String HOLD_ACTIVE_ADMINS =
            """
            update users set admin = admin where admin and status = 'active'
            """;

    private static final String SET_PASSWORD =
            """
            update users
               set password_hash = :hash, password_changed_at = :now
             where id = :id
            """;

    static String key(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    long insert(Tx tx, User user) {
        return tx.sql(INSERT).params(columns(user)).query((rs, _) -> rs.getLong(1)).single();
    }

    void update(Tx tx, User user) {
        tx.sql(UPDATE).params(columns(user)).update();
    }

    /** Takes away everything personal; what refers to the row keeps doing so. */
    void forget(Tx tx, long id, Instant now) {
        tx.sql(FORGET).param("id", id).param("now", Micros.of(now)).update();
    }

    Optional<User> find(View view, long id) {
        return view.sql(
                        """
                        select * from users where id = :id and kind = 'user' and status <> 'deleted'
                        """)
                .param("id", id)
                .query((rs, _) -> user(rs))
                .optional();
    }

    Optional<User> findByLogin(View view, String login) {
        return view.sql("select * from users where login_key = :key and status <> 'deleted'")
                .param("key", key(login))
                .query((rs, _) -> user(rs))
                .optional();
    }

    List<User> all(View view, Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : view.sql(
                                """
                                select * from users
                                 where id in (:ids) and kind = 'user' and status <> 'deleted'
                                 order by id
                                """)
                        .param("ids", ids)
                        .query((rs, _) -> user(rs))
                        .list();
    }

    /** Some of all, by login. */
    List<User> some(View view, int limit) {
        return view.sql(
                        """
                        select * from users where kind = 'user' and status <> 'deleted'
                        order by login_key limit :limit
                        """)
                .param("limit", limit)
                .query((rs, _) -> user(rs))
                .list();
    }

    List<User> listActiveAdmins(View view) {
        return view.sql("select * from users where admin and status = 'active' order by id")
                .query((rs, _) -> user(rs))
                .list();
    }

    /** Those of the selection whom the actor may know. */
    Found<User> list(View view, Actor actor, Selection selection) {
        String from =
                " from users u where u.kind = 'user' and u.status <> 'deleted' and %s and %s"
                        .formatted(Access.users("u.id"), selection.condition());
        return ListStore.page(
                view,
                selection.with(actor.params()),
                "select count(*)" + from,
                "select u.*" + from,
                (row, _) -> user(row));
    }

    boolean loginTaken(View view, String login, long exceptId) {
        return view.sql("select 1 from users where login_key = :key and id <> :id")
                .param("key", key(login))
                .param("id", exceptId)
                .query((rs, _) -> rs.getInt(1))
                .optional()
                .isPresent();
    }

    boolean emailTaken(View view, String email, long exceptId) {
        return view.sql("select 1 from users where email_key = :key and id <> :id")
                .param("key", key(email))
                .param("id", exceptId)
                .query((rs, _) -> rs.getInt(1))
                .optional()
                .isPresent();
    }

    boolean empty(View view) {
        return view.sql("select 1 from users limit 1")
                .query((rs, _) -> rs.getInt(1))
                .optional()
                .isEmpty();
    }

    /** How many there are, of whom none is lost or won before this transaction ends. */
    int holdActiveAdmins(Tx tx) {
        return tx.sql(HOLD_ACTIVE_ADMINS).update();
    }

    int activeAdmins(View view) {
        return view.sql("select count(*) from users where admin and status = 'active'")
                .query((rs, _) -> rs.getInt(1))
                .single();
    }

    /** Empty when there is no password yet. */
    Optional<String> passwordHash(View view, long id) {
        return view.sql(
                        """
                        select password_hash from users where id = :id and password_hash is not null
                        """)
                .param("id", id)
                .query((rs, _) -> rs.getString(1))
                .optional();
    }

    void setPassword(Tx tx, long id, String hash, Instant now) {
        tx.sql(SET_PASSWORD)
                .param("id", id)
                .param("hash", hash)
                .param("now", Micros.of(now))
                .update();
    }

    Optional<Instant> passwordChangedAt(View view, long id) {
        return view.sql("select password_changed_at from users where id = :id")
                .param("id", id)
                .query((rs, _) -> Micros.at(rs.getLong(1)))
                .optional();
    }

    private static Map<String, @Nullable Object> columns(User user) {
        Employment employment = user.employment();
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("id", user.id());
        columns.put("login", user.login());
        columns.put("loginKey", key(user.login()));
        columns.put("firstName", user.firstName());
        columns.put("lastName", user.lastName());
        columns.put("email", user.email());
        columns.put("emailKey", key(user.email()));
        columns.put("admin", user.admin());
        columns.put("status", user.status().word());
        columns.put("language", user.language());
        columns.put("position", employment.position());
        columns.put("discipline", employment.discipline());
        columns.put("location", employment.location());
        columns.put("hiredOn", text(employment.hiredOn()));
        columns.put("leftOn", text(employment.leftOn()));
        columns.put("billable", employment.billable());
        columns.put("billRate", text(employment.billRate()));
        columns.put("employeeNumber", employment.employeeNumber());
        columns.put("createdAt", Micros.of(user.createdAt()));
        columns.put("updatedAt", Micros.of(user.updatedAt()));
        return columns;
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    /** Reads a row of {@code users}. */
    static User user(ResultSet rs) throws SQLException {
        return new User(
                rs.getLong("id"),
                rs.getString("login"),
                rs.getString("first_name"),
                rs.getString("last_name"),
                rs.getString("email"),
                rs.getBoolean("admin"),
                UserStatus.ofWord(rs.getString("status")),
                rs.getString("language"),
                employment(rs),
                Micros.at(rs.getLong("created_at")),
                Micros.at(rs.getLong("updated_at")));
    }

    private static Employment employment(ResultSet rs) throws SQLException {
        String hiredOn = rs.getString("hired_on");
        String leftOn = rs.getString("left_on");
        String billRate = rs.getString("bill_rate");
        return new Employment(
                rs.getString("position"),
                rs.getString("discipline"),
                rs.getString("location"),
                hiredOn == null ? null : LocalDate.parse(hiredOn),
                leftOn == null ? null : LocalDate.parse(leftOn),
                rs.getBoolean("billable"),
                billRate == null ? null : new BigDecimal(billRate),
                rs.getString("employee_number"));
    }
}
