package org.signalbox.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.signalbox.store.Tx;
import org.signalbox.store.View;
import org.springframework.stereotype.Component;

/** The table {@code non_working_day}. */
@Component
final class DayStore {

    private static final String BETWEEN =
            """
            select day, name from non_working_day where day between :first and :last order by day
            """;

    /** The days taken out from the first to the last, both included. */
    List<NonWorkingDay> between(View view, LocalDate first, LocalDate last) {
        return view.sql(BETWEEN)
                .param("first", first.toString())
                .param("last", last.toString())
                .query((rs, _) ->
                        new NonWorkingDay(
                                LocalDate.parse(rs.getString("day")), rs.getString("name")))
                .list();
    }

    List<LocalDate> all(View view) {
        return view.sql("select day from non_working_day")
                .query((rs, _) -> LocalDate.parse(rs.getString(1)))
                .list();
    }

    Optional<NonWorkingDay> find(View view, LocalDate day) {
        return between(view, day, day).stream().findFirst();
    }

    void insert(Tx tx, NonWorkingDay day) {
        tx.sql("insert into non_working_day (day, name) values (:day, :name)")
                .param("day", day.date().toString())
                .param("name", day.name())
                .update();
    }

    void delete(Tx tx, LocalDate day) {
        tx.sql("delete from non_working_day where day = :day")
                .param("day", day.toString())
                .update();
    }
}
