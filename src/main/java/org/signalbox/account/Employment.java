package org.signalbox.account;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What the organisation notes about somebody's job. */
public record Employment(
        @Nullable String position,
        @Nullable String discipline,
        @Nullable String location,
        @Nullable LocalDate hiredOn,
        @Nullable LocalDate leftOn,
        boolean billable,
        @Nullable BigDecimal billRate,
        @Nullable String employeeNumber) {

    /** Nothing noted yet. */
    public static final Employment UNKNOWN =
            new Employment(null, null, null, null, null, false, null, null);
}
