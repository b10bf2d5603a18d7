package org.signalbox.workpackage;

import java.time.DayOfWeek;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * When a work package is to be done. Of start, due date and duration any two give the third.
 *
 * @param duration days from the start to the due date, both included; only working days count
 *     unless {@code ignoreNonWorkingDays}
 * @param manually whether people set the dates, and not what it depends on
 */
public record Schedule(
        @Nullable LocalDate start,
        @Nullable LocalDate due,
        @Nullable Integer duration,
        boolean ignoreNonWorkingDays,
        boolean manually) {

    /** No dates yet. */
    public static final Schedule NONE = new Schedule(null, null, null, false, true);

    /** Whether the three, where all are known, agree. */
    boolean agrees() {
        return start == null || due == null || duration == null || duration == days(start, due);
    }

    /** The same with the missing third, if two are known. */
    Schedule completed() {
        if (start != null && due != null) {
            return with(start, due, days(start, due));
        }
        if (start != null && duration != null) {
            return with(start, moved(start, duration, 1), duration);
        }
        if (due != null && duration != null) {
            return with(moved(due, duration, -1), due, duration);
        }
        return this;
    }

    Schedule with(
            @Nullable LocalDate newStart, @Nullable LocalDate newDue, @Nullable Integer days) {
        return new Schedule(newStart, newDue, days, ignoreNonWorkingDays, manually);
    }

    private int days(LocalDate first, LocalDate last) {
        long days = last.toEpochDay() - first.toEpochDay() + 1;
        if (ignoreNonWorkingDays) {
            return (int) days;
        }
        long weeks = days / 7;
        long working = weeks * 5;
        for (LocalDate day = first.plusDays(weeks * 7); !day.isAfter(last); day = day.plusDays(1)) {
            working += isWorking(day) ? 1 : 0;
        }
        return (int) Math.max(1, working);
    }

    /** The last day of so many, counted from a first day forwards or backwards. */
    private LocalDate moved(LocalDate first, int days, int direction) {
        LocalDate day = first;
        int left = days - (counts(day) ? 1 : 0);
        while (left > 0) {
            day = day.plusDays(direction);
            left -= counts(day) ? 1 : 0;
        }
        return day;
    }

    private boolean counts(LocalDate day) {
        return ignoreNonWorkingDays || isWorking(day);
    }

    private static boolean isWorking(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }
}
