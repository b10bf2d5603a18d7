package org.signalbox.calendar;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.signalbox.account.Actor;
import org.signalbox.account.AuditAction;
import org.signalbox.account.AuditTrail;
import org.signalbox.account.Deed;
import org.signalbox.hal.Input;
import org.signalbox.hal.Refusal;
import org.signalbox.store.Database;
import org.signalbox.store.View;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/**
 * The calendar. Administrators take days out and put them back; work that has its dates already
 * keeps them, and its duration, until they are written again.
 */
@Component
public final class Days {
    private final Database database;
    private final DayStore store;
    private final AuditTrail audit;

    Days(Database database, DayStore store, AuditTrail audit) {
        this.database = database;
        this.store = store;
        this.audit = audit;
    }

    /** The days on which work is done. */
    public WorkingDays working(View view) {
        return new WorkingDays(store.all(view));
    }

    /** Every day from the first to the last, both included. */
    List<Day> between(LocalDate first, LocalDate last) {
        Map<LocalDate, NonWorkingDay> holidays = new HashMap<>();
        for (NonWorkingDay holiday : holidays(first, last)) {
            holidays.put(holiday.date(), holiday);
        }
        return first.datesUntil(last.plusDays(1))
                .map(date -> new Day(date, holidays.get(date)))
                .toList();
    }

    /** The days taken out from the first to the last, both included. */
    List<NonWorkingDay> holidays(LocalDate first, LocalDate last) {
        return database.read(view -> store.between(view, first, last));
    }

    NonWorkingDay holiday(LocalDate date) {
        return database.read(view -> store.find(view, date)).orElseThrow(Refusal.NotFound::new);
    }

    NonWorkingDay takeOut(Actor actor, ObjectNode body) {
        actor.requireAdmin();
        Input input = DayHal.NON_WORKING.creation(body);
        input.check();
        var day = new NonWorkingDay(input.need(DayHal.DATE), input.need(DayHal.NAME).strip());
        return database.write(tx -> {
            if (store.find(tx, day.date()).isPresent()) {
                input.problems().add(DayHal.DATE, "has already been taken");
                input.check();
            }
            store.insert(tx, day);
            audit.append(tx, actor, deed(AuditAction.NON_WORKING_DAY_CREATED, day));
            return day;
        });
    }

    void putBack(Actor actor, LocalDate date) {
        database.run(tx -> {
            var day = store.find(tx, date).orElseThrow(Refusal.NotFound::new);
            actor.requireAdmin();
            store.delete(tx, date);
            audit.append(tx, actor, deed(AuditAction.NON_WORKING_DAY_DELETED, day));
        });
    }

    private static Deed deed(AuditAction action, NonWorkingDay day) {
        return Deed.of(action, "NonWorkingDay", day.date().toString(), day.name());
    }
}
