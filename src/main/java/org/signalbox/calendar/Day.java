package org.signalbox.calendar;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A day of the calendar.
 *
 * @param holiday the day taken out; null if it is not
 */
record Day(LocalDate date, @Nullable NonWorkingDay holiday) {

    boolean working() {
        return holiday == null && WorkingDays.isWorking(date.getDayOfWeek());
    }
}
