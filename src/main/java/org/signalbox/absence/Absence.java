package org.signalbox.absence;

import java.time.Instant;
import java.time.LocalDate;
import org.signalbox.hal.Reference;

/**
 * Days on which somebody is not there.
 *
 * @param from the first day; only its second half if it is a half day
 * @param to the last day; only its first half if it is a half day
 */
public record Absence(
        long id,
        Reference user,
        Kind kind,
        LocalDate from,
        LocalDate to,
        boolean halfDayAtStart,
        boolean halfDayAtEnd,
        String description,
        Instant createdAt,
        Instant updatedAt) {

    /** Why. */
    public enum Kind {
        VACATION,
        SICKNESS,
        PARENTAL_LEAVE,
        UNPAID_LEAVE,
        TRAINING,
        OTHER
    }

    /** Whether some half of a day belongs to both. */
    boolean overlaps(Absence other) {
        return firstHalf() <= other.lastHalf() && other.firstHalf() <= lastHalf();
    }

    private long firstHalf() {
        return 2 * from.toEpochDay() + (halfDayAtStart ? 1 : 0);
    }

    private long lastHalf() {
        return 2 * to.toEpochDay() + (halfDayAtEnd ? 0 : 1);
    }
}
