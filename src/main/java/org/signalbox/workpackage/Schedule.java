package org.signalbox.workpackage;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.signalbox.calendar.WorkingDays;

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
    boolean agrees(WorkingDays calendar) {
        return start == null
                || due == null
                || duration == null
                || duration == days(start, due, calendar);
    }

    /** The same with the missing third, if two are known. */
    Schedule completed(WorkingDays calendar) {
        if (start != null && due != null) {
            return with(start, due, days(start, due, calendar));
        }
        if (start != null && duration != null) {
            return with(start, moved(start, duration, 1, calendar), duration);
        }
        if (due != null && duration != null) {
            return with(moved(due, duration, -1, calendar), due, duration);
        }
        return this;
    }

    /** Whether all is as there, but for who sets the dates. */
    boolean hasDatesOf(Schedule other) {
        return Objects.equals(start, other.start)
                && Objects.equals(due, other.due)
                && Objects.equals(duration, other.duration)
                && ignoreNonWorkingDays == other.ignoreNonWorkingDays;
    }

    Schedule with(
            @Nullable LocalDate newStart, @Nullable LocalDate newDue, @Nullable Integer days) {
        return new Schedule(newStart, newDue, days, ignoreNonWorkingDays, manually);
    }

    private int days(LocalDate first, LocalDate last, WorkingDays calendar) {
        return ignoreNonWorkingDays
                ? (int) (last.toEpochDay() - first.toEpochDay() + 1)
                : Math.max(1, calendar.count(first, last));
    }

    /** The last day of so many, counted from a first day forwards or backwards. */
    private LocalDate moved(LocalDate first, int days, int direction, WorkingDays calendar) {
        LocalDate day = first;
        int left = days - (counts(day, calendar) ? 1 : 0);
        while (left > 0) {
            day = day.plusDays(direction);
            left -= counts(day, calendar) ? 1 : 0;
        }
        return day;
    }

    private boolean counts(LocalDate day, WorkingDays calendar) {
        return ignoreNonWorkingDays || calendar.include(day);
    }
}
