package org.signalbox.hal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * Keeps what people and clients say when something is within the years 1 to 9999: ISO 8601 can
 * write others, which no date in the database and no answer can hold.
 */
public final class Years {
    private static final int FIRST = 1;
    private static final int LAST = 9999;

    private Years() {}

    /**
     * @throws DateTimeException when it is beyond them
     */
    public static LocalDate checked(LocalDate day) {
        if (day.getYear() < FIRST || day.getYear() > LAST) {
            throw new DateTimeException("Not a year of four digits");
        }
        return day;
    }

    /**
     * @throws DateTimeException when it is beyond them, in UTC
     */
    public static Instant checked(Instant moment) {
        checked(LocalDate.ofInstant(moment, ZoneOffset.UTC));
        return moment;
    }
}
