package org.signalbox.assignment;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.signalbox.hal.Reference;

/**
 * A person's time that is booked for a project.
 *
 * @param from the first day
 * @param to the last day
 * @param amount how much, as the mode says; without zeros at its end
 * @param allDay whether it is meant for whole days
 */
public record Assignment(
        long id,
        Reference user,
        Reference project,
        LocalDate from,
        LocalDate to,
        Mode mode,
        BigDecimal amount,
        boolean allDay,
        String note,
        long lockVersion,
        Instant createdAt,
        Instant updatedAt) {

    /** What the amount counts, and how much of it there can be. */
    public enum Mode {
        /** Hundredths of the person's working time. */
        PERCENT("1000"),
        /** Hours on each working day. */
        HOURS_PER_DAY("24"),
        /** Hours altogether. */
        FIXED("100000");

        private final BigDecimal max;

        Mode(String max) {
            this.max = new BigDecimal(max);
        }

        BigDecimal max() {
            return max;
        }
    }
}
