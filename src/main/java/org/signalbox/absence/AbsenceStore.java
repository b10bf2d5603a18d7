package org.signalbox.absence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.signalbox.account.Actor;
import org.signalbox.hal.Found;
import org.signalbox.hal.ListStore;
import org.signalbox.hal.Reference;
import org.signalbox.hal.Selection;
import org.signalbox.store.Micros;
import org.signalbox.store.Tx;
import org.signalbox.store.View;
import org.springframework.stereotype.Component;

/** The SQL of absences. */
@Component
final class AbsenceStore {

    private static final String SELECT =
            """
            select b.id, b.user_id, trim(u.first_name || ' ' || u.last_name) as user_name, b.kind,
                   b.first_day, b.last_day, b.half_day_at_start, b.half_day_at_end, b.description,
                   b.created_at, b.updated_at
              from absence b
              join users u on u.id = b.user_id
            """;

    private static final String VISIBLE =
            """
            (:actorAdmin or b.user_id = :actorId)\
            """;

    private static final String INSERT =
            """
            insert into absence (user_id, kind, first_day, last_day, half_day_at_start,
                                 half_day_at_end, description, created_at, updated_at)
            values (:user, :kind, :from, :to, :halfAtStart,
                    :halfAtEnd, :description, :createdAt, :updatedAt)
            returning id
            """;

    private static final String UPDATE =
            """
            update absence
               set kind = :kind, first_day = :from, last_day = :to,
                   half_day_at_start = :halfAtStart, half_day_at_end = :halfAtEnd,
                   description = :description, updated_at = :updatedAt
             where id = :id
            """;

    private static final String SAME_DAYS =
            """
             where b.user_id = :user and b.first_day <= :to and b.last_day >= :from and b.id <> :id
             order by b.first_day, b.id
            """;

    Optional<Absence> find(View view, long id) {
        return view.sql(SELECT + " where b.id = :id")
                .param("id", id)
                .query((rs, _) -> absence(rs))
                .optional();
    }

    /** Everything of a person, oldest first. */
    List<Absence> of(View view, long userId) {
        return view.sql(SELECT + " where b.user_id = :user order by b.id")
                .param("user", userId)
                .query((rs, _) -> absence(rs))
                .list();
    }

    /** The other absences of the same person that have a day in common with this one. */
    List<Absence> onSameDays(View view, Absence absence) {
        return view.sql(SELECT + SAME_DAYS)
                .param("user", absence.user().id())
                .param("from", absence.from().toString())
                .param("to", absence.to().toString())
                .param("id", absence.id())
                .query((rs, _) -> absence(rs))
                .list();
    }

    /** A page of what the actor may see. */
    Found<Absence> list(View view, Actor actor, Selection selection) {
        var where = " where %s and %s".formatted(VISIBLE, selection.condition());
        return ListStore.page(
                view,
                selection.with(actor.params()),
                "select count(*) from absence b" + where,
                SELECT + where,
                (row, _) -> absence(row));
    }

    long insert(Tx tx, Absence absence) {
        return tx.sql(INSERT)
                .params(columns(absence))
                .param("user", absence.user().id())
                .param("createdAt", Micros.of(absence.createdAt()))
                .query((rs, _) -> rs.getLong(1))
                .single();
    }

    void update(Tx tx, Absence absence) {
        tx.sql(UPDATE).params(columns(absence)).param("id", absence.id()).update();
    }

    void delete(Tx tx, long id) {
        tx.sql("delete from absence where id = :id").param("id", id).update();
    }

    /** Touches a person, so that of two who write their absences one waits for the other. */
    void touch(Tx tx, long userId) {
        tx.sql("update users set updated_at = updated_at where id = :user")
                .param("user", userId)
                .update();
    }

    private static Map<String, @Nullable Object> columns(Absence absence) {
        var columns = new HashMap<String, @Nullable Object>();
        columns.put("kind", absence.kind().name().toLowerCase(Locale.ROOT));
        columns.put("from", absence.from().toString());
        columns.put("to", absence.to().toString());
        columns.put("halfAtStart", absence.halfDayAtStart());
        columns.put("halfAtEnd", absence.halfDayAtEnd());
        columns.put("description", absence.description());
        columns.put("updatedAt", Micros.of(absence.updatedAt()));
        return columns;
    }

    private static Absence absence(ResultSet row) throws SQLException {
        return new Absence(
                row.getLong("id"),
                new Reference(row.getLong("user_id"), row.getString("user_name")),
                Absence.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                LocalDate.parse(row.getString("first_day")),
                LocalDate.parse(row.getString("last_day")),
                row.getBoolean("half_day_at_start"),
                row.getBoolean("half_day_at_end"),
                row.getString("description"),
                Micros.at(row.getLong("created_at")),
                Micros.at(row.getLong("updated_at")));
    }
}
