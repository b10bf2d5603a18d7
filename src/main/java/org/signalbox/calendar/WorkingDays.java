package org.signalbox.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.NavigableSet;
import java.util.TreeSet;

/** The days on which work is done: Monday to Friday, but for the holidays. Pure. */
public final class WorkingDays {
    private static final int DAYS_OF_WEEK = 7;
    private static final int WORKING_DAYS_OF_WEEK = 5;

    /** Those that do not fall on a weekend. */
    private final NavigableSet<LocalDate> holidays = new TreeSet<>();

    public WorkingDays(Collection<LocalDate> holidays) {
        holidays.stream().filter(day -> isWorking(day.getDayOfWeek())).forEach(this.holidays::add);
    }

    public static boolean isWorking(DayOfWeek day) {
        return day != DayOfWeek.SATURDAY && day != DayOfWeek.SUNDAY;
    }

    public boolean include(LocalDate day) {
        return isWorking(day.getDayOfWeek()) && !holidays.contains(day);
    }

    /** How many there are from the first to the last day, both included. */
    public int count(LocalDate first, LocalDate last) {
        if (last.isBefore(first)) {
            return 0;
        }
        long days = last.toEpochDay() - first.toEpochDay() + 1;
        long weeks = days / DAYS_OF_WEEK;
        long working = weeks * WORKING_DAYS_OF_WEEK;
        LocalDate day = first.plusDays(weeks * DAYS_OF_WEEK);
        for (; !day.isAfter(last); day = day.plusDays(1)) {
            working += isWorking(day.getDayOfWeek()) ? 1 : 0;
        }
        return (int) (working - holidays.subSet(first, true, last, true).size());
    }
}
