package org.signalbox.workpackage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleTest {

    /** The second of March 2026 is a Monday. */
    @ParameterizedTest
    @CsvSource({
        "false, 2026-03-02, 2026-03-06, 5",
        "true,  2026-03-02, 2026-03-06, 5",
        "false, 2026-03-02, 2026-03-09, 6",
        "true,  2026-03-02, 2026-03-09, 8",
        "false, 2026-03-06, 2026-03-09, 2",
        "false, 2026-03-02, 2027-03-01, 261",
        "false, 2026-03-04, 2026-03-04, 1",
    })
    void any_two_give_the_third(
            boolean ignoreNonWorkingDays, LocalDate start, LocalDate due, int days) {
        assertThat(schedule(ignoreNonWorkingDays, start, due, null).completed().duration())
                .isEqualTo(days);
        assertThat(schedule(ignoreNonWorkingDays, start, null, days).completed().due())
                .isEqualTo(due);
        assertThat(schedule(ignoreNonWorkingDays, null, due, days).completed().start())
                .isEqualTo(start);
        assertThat(schedule(ignoreNonWorkingDays, start, due, days).agrees()).isTrue();
        assertThat(schedule(ignoreNonWorkingDays, start, due, days + 1).agrees()).isFalse();
    }

    private static Schedule schedule(
            boolean ignoreNonWorkingDays,
            @Nullable LocalDate start,
            @Nullable LocalDate due,
            @Nullable Integer days) {
        return new Schedule(start, due, days, ignoreNonWorkingDays, true);
    }
}
