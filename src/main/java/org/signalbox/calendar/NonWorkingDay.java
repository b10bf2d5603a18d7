package org.signalbox.calendar;

import java.time.LocalDate;

/** A day on which nobody works, as a holiday. */
public record NonWorkingDay(LocalDate date, String name) {}
